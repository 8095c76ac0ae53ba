// Statuses, classes and two words.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 500)]
enum Enum {
    #[error("no error")]
    #[api(catch = 302)]
    NoError,
    #[error("no status")]
    #[api(catch = 40400)]
    NoStatus,
    #[error("misspelt name")]
    #[api(catch = NOT_FUOND)]
    Name,
    #[error("misspelt word")]
    #[api(catch = "panik")]
    Word,
    #[error("no class of errors")]
    #[api(catch("3xx", 404))]
    Class,
    #[error("nothing")]
    #[api(catch())]
    Nothing,
    #[error("no value")]
    #[api(catch = )]
    NoValue,
    #[error("braces")]
    #[api(catch { 405 })]
    Braces,
    #[error("neither")]
    #[api(catch = 1 + 1)]
    Neither,
}

fn main() {}
