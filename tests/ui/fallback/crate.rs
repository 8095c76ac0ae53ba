// The fallback stands on the crate that the attribute names.

mod prelude {
    pub use error_runtime as api;
}

mod hidden {
    use crate::prelude::api::ApiError;

    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("not found")]
    #[api(crate = crate::prelude::api, statsu = 404)]
    pub struct NotFound;
}

fn main() {
    use prelude::api::ApiError;
    let _ = hidden::NotFound.status();
}
