// Codes fit the type's case, and AIP-193.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(strict, retry = "never", status = 400)]
enum Screaming {
    #[error("Case")]
    #[api(hint = none, code = "not-found")]
    Case,
    #[error("Pattern")]
    #[api(hint = none, code = "_NOT_FOUND")]
    Pattern,
    #[error("Length")]
    #[api(hint = none, code = "THIS_CODE_IS_LONGER_THAN_THE_SIXTY_THREE_CHARACTERS_OF_AIP_193_S")]
    Long,
    #[error("Short")]
    #[api(hint = none, code = "NO")]
    No,
}

#[derive(Debug, Error, ApiError)]
#[api(strict, retry = "never", status = 400, code_case = "kebab-case")]
enum Kebab {
    #[error("Case")]
    #[api(hint = none, code = "NOT_FOUND")]
    Case,
    // No complaint.
    #[error("Not found")]
    #[api(hint = none)]
    NotFound,
}

fn main() {}
