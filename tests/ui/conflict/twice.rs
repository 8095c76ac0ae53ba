// Each key once, in whichever attribute.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("inner")]
#[api(status = 400)]
struct Inner;

#[derive(Debug, Error, ApiError)]
#[api(status = 400, code_case = "kebab-case", code_prefix = "a", strict)]
#[api(status = 500, code_case = "snake_case", code_prefix = "b", strict)]
#[api(code_suffix = "a", code_suffix = "b")]
#[api(crate = ::error_runtime, crate = ::error_runtime)]
#[api(envelope = error_runtime::Problem, envelope = error_runtime::Text)]
enum Type {}

#[derive(Debug, Error, ApiError)]
#[error("generic")]
#[api(status = 400, bound(T: Clone), bound(T: Copy))]
struct Generic<T>(T);

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("number")]
    #[api(status = 404, status = NOT_FOUND)]
    #[api(code = "A", code = none)]
    #[api(message = "A", message = "B")]
    #[api(title = "A", title = "B")]
    #[api(hint = none, hint = "B")]
    #[api(category = "a", category = "b")]
    #[api(docs = "https://a.example", docs = "https://b.example")]
    #[api(retry = "now", retry(poll))]
    #[api(retry_after = 1, retry_after = 2)]
    #[api(log = "off", log = "info")]
    #[api(shared_code, shared_code)]
    Row,
    #[error("flags")]
    #[api(status = 302, any_status, any_status, conceal, conceal)]
    Flags,
    #[error("more flags")]
    #[api(status = 500, expose, expose)]
    MoreFlags,
    #[error(transparent)]
    #[api(transparent, transparent)]
    Transparent(Inner),
    #[error("fields")]
    #[api(status = 400)]
    Fields {
        #[api(detail, detail = "a", keep_null, keep_null)]
        #[api(member, member = "a")]
        #[api(header = "X-A", header = "X-B")]
        #[api(retry_after, retry_after(ms))]
        id: u64,
        #[api(message, message, hint, hint)]
        text: String,
        #[api(public, public)]
        source: std::io::Error,
    },
}

fn main() {}
