// Statuses that owe a header by RFC 9110.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(strict, retry = "never")]
enum Enum {
    #[error("Unauthorized")]
    #[api(status = 401, hint = none)]
    Unauthorized,
    #[error("Method not allowed")]
    #[api(status = 405, hint = none)]
    MethodNotAllowed,
    #[error("Proxy authentication required")]
    #[api(status = 407, hint = none)]
    ProxyAuthenticationRequired,
    #[error("Upgrade required")]
    #[api(status = 426, hint = none)]
    UpgradeRequired,
    // No complaints.
    #[error("Method not allowed")]
    #[api(status = 405, hint = none, header("allow" = "GET"))]
    Stated,
    #[error("Method not allowed")]
    #[api(status = 405, hint = none)]
    Field {
        #[api(header = "Allow")]
        allow: String,
    },
}

fn main() {}
