// One typo gives one complaint, at the word, whatever else it would have done.

use error_runtime::{ApiError, Problem};
use thiserror::Error;

struct Legacy;

#[derive(Debug, Error, ApiError)]
#[api(status = 500)]
enum Enum {
    #[error("text")]
    #[api(when(1), sttaus = 404)]
    Status(u8),
    #[error("text")]
    #[api(when(1), status = 404, envelop = Problem)]
    Envelope(u8),
    #[error("text")]
    #[api(when(1), status = 302, anystatus)]
    AnyStatus(u8),
    #[error("text")]
    #[api(when(1), status = 404, cdoe = "CODE")]
    Code(u8),
    #[error("text")]
    #[api(when(1), status = 404, code = "SAME", shared_cdoe)]
    SharedCode(u8),
    #[error("text")]
    #[api(when(1), status = 404, code = "SAME")]
    SharedCodeToo(u8),
    #[error("text")]
    #[api(when(1), status = 404, message_ = "Public")]
    Message(u8),
    #[error("text")]
    #[api(when(1), status = 404, ttile = "Title")]
    Title(u8),
    #[error("text")]
    #[api(when(1), status = 404, hitn = "Hint")]
    Hint(u8),
    #[error("text")]
    #[api(when(1), status = 404, catagory = "conflict")]
    Category(u8),
    #[error("text")]
    #[api(when(1), status = 404, doocs = "https://docs.example/{code}")]
    Docs(u8),
    #[error("text")]
    #[api(when(1), status = 404, retrry = "never")]
    Retry(u8),
    #[error("text")]
    #[api(when(1), status = 404, retryafter = 30)]
    RetryAfter(u8),
    #[error("text")]
    #[api(when(1), status = 404, headr("X-Api" = "1"))]
    Header(u8),
    #[error("text")]
    #[api(when(1), status = 401, challange("Bearer", realm = "api"))]
    Challenge(u8),
    #[error("text")]
    #[api(when(1), status = 302, any_status, redirekt("https://example.org", error = code))]
    Redirect(u8),
    #[error("text")]
    #[api(when(1), status = 404, detailed("limit" = 100))]
    Detail(u8),
    #[error("text")]
    #[api(when(1), status = 404, member_("accepted" = false))]
    Member(u8),
    #[error("text")]
    #[api(when(1), status = 503, epxose)]
    Expose(u8),
    #[error("text")]
    #[api(when(1), status = 404, conseal)]
    Conceal(u8),
    #[error("text")]
    #[api(when(1), status = 404, loog = "warn")]
    Log(u8),
    #[error("text")]
    #[api(when(1), status = 404, fac(Legacy, code = "OLD"))]
    Face(u8),
    #[error("text")]
    #[api(status = 404, wen(1))]
    When(u8),
}

fn main() {}
