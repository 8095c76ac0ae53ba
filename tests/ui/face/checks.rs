// What is checked on the first face is checked on each; what both give shows
// once.

use error_runtime::ApiError;
use thiserror::Error;

struct Legacy;

#[derive(Debug, Error, ApiError)]
#[api(face(Legacy, code_case = "camelCase"))]
enum Codes {
    #[error("one")]
    #[api(status = 400, code = "ONE")]
    One,
    #[error("two")]
    #[api(status = 400, face(Legacy, code = "ONE"))]
    Two,
    #[error("three")]
    #[api(status = 400, code = "twoAndAHalf")]
    Three,
    #[error("four")]
    #[api(status = 400)]
    TwoAndAHalf,
    #[error("on both")]
    #[api(status = 400, code = "BOTH")]
    Five,
    #[error("on both")]
    #[api(status = 400, code = "BOTH")]
    Six,
}

#[derive(Debug, Error, ApiError)]
enum Rules {
    #[error("status")]
    #[api(status = 400, face(Legacy, status = 301))]
    Status,
    #[error("no effect")]
    #[api(status = 500, face(Legacy, status = 400, expose))]
    Expose,
    #[error("text")]
    #[api(status = 500, face(Legacy, message = "a", conceal))]
    Text,
    #[error("body")]
    #[api(status = 400, hint = "a", face(Legacy, status = 304, any_status, message = "b"))]
    Body,
    #[error("headers")]
    #[api(status = 400, face(Legacy, header("x-a" = "1", "x-a" = none)))]
    Headers,
    #[error("placeholder")]
    #[api(status = 400, message = "{nam}", face(Legacy, message = "{nme}"))]
    Placeholder { name: u8 },
    #[error("details")]
    #[api(status = 400, detail("id" = 1))]
    Details {
        #[api(face(Legacy, detail))]
        id: u8,
        #[api(face(Legacy, keep_null))]
        other: u8,
        #[api(face(Legacy, message))]
        first: String,
        #[api(face(Legacy, message))]
        second: String,
    },
    #[error("redirect")]
    #[api(status = 303, any_status, redirect("https://a.example/{to}"), face(Legacy, status = 404))]
    Redirect { to: u8 },
    #[error("no status")]
    #[api(face(Legacy, status = 404))]
    NoStatus,
}

fn main() {}
