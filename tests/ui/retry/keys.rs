// The further keys of `retry(...)`.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 503)]
enum Enum {
    #[error("misspelt")]
    #[api(retry(poll, atempts = 5))]
    Misspelt,
    #[error("unknown")]
    #[api(retry(poll, jitter = true))]
    Unknown,
    #[error("no value")]
    #[api(retry(poll, attempts))]
    NoValue,
    #[error("no value")]
    #[api(retry(poll, attempts =))]
    NothingAfterEquals,
    #[error("attempts")]
    #[api(retry(poll, attempts = 0))]
    Attempts,
    #[error("text")]
    #[api(retry(poll, attempts = "5"))]
    Text,
    #[error("when")]
    #[api(retry(poll, when = "perhaps"))]
    When,
    #[error("safe")]
    #[api(retry(poll, safe = "idempotnt"))]
    Safe,
    #[error("no quotes")]
    #[api(retry(poll, safe = idempotent))]
    NoQuotes,
    #[error("no unit")]
    #[api(retry(linear, base = "200"))]
    NoUnit,
    #[error("unit")]
    #[api(retry(linear, base = "2 weeks"))]
    Unit,
    #[error("number")]
    #[api(retry(linear, base = 200))]
    Number,
    #[error("order")]
    #[api(retry(exponential, base = "30s", cap = "200ms"))]
    Order,
    #[error("token")]
    #[api(retry(now, token = "Replay Nonce"))]
    Token,
    #[error("twice")]
    #[api(retry(poll, attempts = 5, attempts = 6))]
    Twice,
}

fn main() {}
