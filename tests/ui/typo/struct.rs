// One typo gives one complaint, at the word, whatever else it would have done.

use error_runtime::{ApiError, Problem};
use thiserror::Error;

macro_rules! my_adapter {
    ($($tokens:tt)*) => {};
}

struct Legacy;

#[derive(Debug, Error, ApiError)]
#[error("a struct")]
#[api(statsu = 404)]
#[api(evnelope = Problem)]
#[api(axumm)]
#[api(adaptr = my_adapter)]
#[api(code_case_ = "kebab-case")]
#[api(code_perfix = "auth.")]
#[api(code_sufix = ".error")]
#[api(stric)]
#[api(ctch = "5xx")]
#[api(crte = ::error_runtime)]
#[api(bond(T: Clone))]
#[api(cod = "STRUCT")]
#[api(shared_cod)]
#[api(mesage = "A struct")]
#[api(titel = "A struct")]
#[api(hnt = "Try a tuple")]
#[api(catgeory = "conflict")]
#[api(doc = "https://docs.example/{code}")]
#[api(rety = "never")]
#[api(retry_afer = 30)]
#[api(hedaer("X-Api" = "1"))]
#[api(challege("Bearer", realm = "api"))]
#[api(rediect("https://example.org", error = code))]
#[api(detial("limit" = 100))]
#[api(memebr("accepted" = false))]
#[api(Log = "warn")]
#[api(facee(Legacy, code = "OLD"))]
#[api(wehn(1), status = 410)]
struct Struct<T>(T);

#[derive(Debug, Error, ApiError)]
#[error("any status")]
#[api(status = 302, any_statsu)]
struct AnyStatus;

#[derive(Debug, Error, ApiError)]
#[error("exposed")]
#[api(status = 500, exopse)]
struct Exposed;

#[derive(Debug, Error, ApiError)]
#[error("it was {0}")]
#[api(status = 400, concael)]
struct Concealed(#[source] Exposed);

#[derive(Debug, Error, ApiError)]
#[error(transparent)]
#[api(trasnparent)]
struct Transparent(Exposed);

fn main() {}
