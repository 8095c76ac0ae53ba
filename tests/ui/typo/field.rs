// One typo gives one complaint, at the word, whatever else it would have done.

use error_runtime::ApiError;
use thiserror::Error;

struct Legacy;

#[derive(Debug, Error, ApiError)]
#[error("inner")]
#[api(status = 400)]
struct Inner;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("fields")]
    Fields {
        #[api(detial)]
        detail: u32,
        #[api(memebr)]
        member: u32,
        #[api(haeder = "X-Header")]
        header: u32,
        #[api(retry_aftr)]
        retry_after: u32,
        #[api(mesage)]
        message: String,
        #[api(facce(Legacy, detail))]
        face: u32,
        #[api(hnit)]
        hint: String,
        #[api(stauts)]
        status: u16,
        #[api(cdoe)]
        code: String,
        #[api(error)]
        errors: Vec<Inner>,
        #[api(detail, kepp_null)]
        keep_null: Option<u32>,
        #[api(detail, omitdefault)]
        omit_default: u32,
        #[api(detail, keep_emty)]
        keep_empty: Vec<u32>,
    },
    #[error("it was {0}")]
    #[api(hint = "Look at {0}")]
    Public(#[from] #[api(pubic)] Inner),
}

fn main() {}
