// Words that other crates have for it.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400, rename_all = "kebab-case")]
enum Type {
    #[error("one")]
    One,
}

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("rename")]
    #[api(rename = "ONE")]
    Rename,
    #[error("status")]
    #[api(status_code = 404)]
    Status,
    #[error("display")]
    #[api(display = "One")]
    Display,
    #[error("url")]
    #[api(url = "https://docs.example")]
    Url,
    #[error("help")]
    #[api(help = "Try two")]
    Help,
    #[error("authenticate")]
    #[api(www_authenticate = "Bearer")]
    Authenticate,
    #[error("location")]
    #[api(location = "https://example.org")]
    Location,
    #[error("fallback")]
    #[api(fallback = 404)]
    Fallback,
    #[error("fields")]
    Fields {
        #[api(rename = "user_id")]
        id: u32,
        #[api(status_code)]
        status: u16,
        #[api(causes)]
        causes: Vec<u32>,
        #[api(related)]
        related: Vec<u32>,
        #[api(skip)]
        name: String,
        #[api(flatten)]
        all: Vec<u32>,
        #[api(default)]
        count: u32,
        #[api(source)]
        cause: std::fmt::Error,
        #[api(from)]
        origin: std::fmt::Error,
    },
    // Nothing is close.
    #[error("unknown")]
    #[api(colour = "red")]
    Unknown {
        #[api(colour)]
        red: u8,
    },
}

fn main() {}
