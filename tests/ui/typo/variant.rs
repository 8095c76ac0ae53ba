// One typo gives one complaint, at the word, whatever else it would have done.

use error_runtime::{ApiError, Problem};
use thiserror::Error;

struct Legacy;

#[derive(Debug, Error, ApiError)]
#[error("inner")]
#[api(status = 400)]
struct Inner;

#[derive(Debug, Error, ApiError)]
enum Enum {
    #[error("text")]
    #[api(statsu = 500)]
    Status(Inner),
    #[error("text")]
    #[api(status = 500)]
    #[api(evelope = Problem)]
    Envelope(Inner),
    #[error("text")]
    #[api(status = 302, any_sttus)]
    AnyStatus(Inner),
    #[error("text")]
    #[api(status = 500)]
    #[api(coed = "CODE")]
    Code(Inner),
    #[error("text")]
    #[api(status = 500, code = "SAME", shard_code)]
    SharedCode(Inner),
    #[error("text")]
    #[api(status = 500, code = "SAME")]
    SharedCodeToo(Inner),
    #[error("text")]
    #[api(status = 500, catsh = 404)]
    Catch(Inner),
    #[error("it was {0}")]
    #[api(status = 400)]
    #[api(messgae = "Public")]
    Message(#[source] Inner),
    #[error("text")]
    #[api(status = 500)]
    #[api(titl = "Title")]
    Title(Inner),
    #[error("text")]
    #[api(status = 500)]
    #[api(hitn = "Hint")]
    Hint(Inner),
    #[error("text")]
    #[api(status = 500)]
    #[api(cateogry = "conflict")]
    Category(Inner),
    #[error("text")]
    #[api(status = 500)]
    #[api(docss = "https://docs.example/{code}")]
    Docs(Inner),
    #[error("text")]
    #[api(status = 500)]
    #[api(retyr = "never")]
    Retry(Inner),
    #[error("text")]
    #[api(status = 500)]
    #[api(retry_aftr = 30)]
    RetryAfter(Inner),
    #[error("text")]
    #[api(status = 500)]
    #[api(heder("X-Api" = "1"))]
    Header(Inner),
    #[error("text")]
    #[api(status = 500)]
    #[api(chalenge("Bearer", realm = "api"))]
    Challenge(Inner),
    #[error("text")]
    #[api(status = 302, any_status)]
    #[api(redirct("https://example.org", error = code))]
    Redirect(Inner),
    #[error("text")]
    #[api(status = 500)]
    #[api(detali("limit" = 100))]
    Detail(Inner),
    #[error("text")]
    #[api(status = 500)]
    #[api(membr("accepted" = false))]
    Member(Inner),
    #[error("text")]
    #[api(status = 500)]
    #[api(exposse)]
    Expose(Inner),
    #[error("it was {0}")]
    #[api(status = 400)]
    #[api(conceel)]
    Conceal(#[source] Inner),
    #[error("text")]
    #[api(status = 500)]
    #[api(lgo = "warn")]
    Log(Inner),
    #[error(transparent)]
    #[api(transparnet)]
    Transparent(Inner),
    #[error("text")]
    #[api(status = 500)]
    #[api(fase(Legacy, code = "OLD"))]
    Face(Inner),
    #[error("text")]
    #[api(status = 500)]
    #[api(whn(Inner { .. }), status = 404)]
    When(Inner),
}

fn main() {}
