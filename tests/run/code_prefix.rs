//! `code_prefix`: stands before codes made from names.

use error_runtime::{ApiError, Declared};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 400, code_prefix = "auth/", code_case = "kebab-case")]
enum Prefixed {
    #[error("m")]
    TokenMissing,
    #[error("m")]
    #[api(code = "STATED")]
    Stated,
    #[error("m")]
    #[api(code = 5)]
    Number,
    #[error("m")]
    #[api(code = none)]
    None,
}

#[test]
fn only_made_codes_have_it() {
    assert_eq!(Prefixed::catalogue().codes(), ["auth/token-missing", "STATED", "5"]);
    assert_eq!(Prefixed::TokenMissing.code(), "auth/token-missing");
    let _ = [Prefixed::Stated, Prefixed::Number, Prefixed::None];
}
