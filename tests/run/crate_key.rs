//! `crate`: where generated code finds the runtime.

use crate::support::json;

/// As a framework re-exports it.
pub(crate) mod prelude {
    pub(crate) use error_runtime as runtime;
}

mod error_runtime_is_not_here {
    // Any path through this name would fail.
    #[allow(non_camel_case_types, dead_code, reason = "a decoy")]
    enum error_runtime {}

    use crate::crate_key::prelude::runtime::{ApiError, envelope};

    envelope! {
        /// By another path.
        #[api(crate = crate::crate_key::prelude::runtime)]
        pub(super) Body = { "message": message, "details"?: details }
        success = { "data": data }
    }

    #[derive(Debug, thiserror::Error, ApiError)]
    #[api(crate = crate::crate_key::prelude::runtime, envelope = Body, status = 400, axum)]
    pub(super) enum Renamed {
        #[error("m")]
        #[api(retry(poll, base = "1s"), header("x" = "y"), detail("n" = .0))]
        One(u8),
    }
}

use error_runtime_is_not_here::{Body, Renamed};

#[test]
fn all_paths_follow() {
    json(&Renamed::One(1), 400, &[("x", "y")], r#"{"message":"m","details":{"n":1}}"#);
    assert_eq!(serde_json::to_string(&Body(1)).unwrap(), r#"{"data":1}"#);
}
