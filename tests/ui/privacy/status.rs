// 4. A status known only at run time is checked as if it were under 500.

use error_runtime::ApiError;
use std::io;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("it was {source}")]
    #[api(status = 500)]
    Field {
        #[api(status)]
        status: u16,
        source: io::Error,
    },
    #[error("it was {1}")]
    #[api(status = 500)]
    #[api(when(0, ..), status = 500)]
    #[api(when(1, ..), code = "ONE")]
    Rows(#[api(status)] u16, #[source] io::Error),
    // No complaints.
    #[error("it was {1}")]
    #[api(conceal)]
    Concealed(#[api(status)] u16, #[source] io::Error),
    #[error("it was {1}")]
    #[api(message = "Public")]
    Message(#[api(status)] u16, #[source] io::Error),
    #[error("it was {1}")]
    #[api(expose)]
    Public(#[api(status)] u16, #[source] #[api(public)] io::Error),
}

fn main() {}
