//! `code_suffix`: stands after codes made from names.

use error_runtime::{ApiError, Declared, envelope};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 400, code_case = "PascalCase", code_prefix = "X", code_suffix = "Exception")]
enum Suffixed {
    #[error("m")]
    ThrottlingBusy,
    #[error("m")]
    #[api(code = "AccessDenied")]
    Stated,
}

envelope! {
    /// Another case.
    Snake = { "code": code }
    code_case = "snake_case"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 400, envelope = Snake, code_suffix = "_ERR")]
enum InDefaultCase {
    #[error("m")]
    BadName,
}

#[test]
fn only_made_codes_have_it() {
    assert_eq!(Suffixed::catalogue().codes(), ["XThrottlingBusyException", "AccessDenied"]);
    let _ = [Suffixed::ThrottlingBusy, Suffixed::Stated];
}

/// What the type has put together is not taken apart again.
#[test]
fn the_envelopes_case_leaves_it_alone() {
    crate::support::json(&InDefaultCase::BadName, 400, &[], r#"{"code":"BAD_NAME_ERR"}"#);
}
