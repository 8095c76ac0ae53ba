// One typo gives one complaint, at the word, whatever else it would have done.

use error_runtime::{ApiError, Problem};
use thiserror::Error;

macro_rules! my_adapter {
    ($($tokens:tt)*) => {};
}

struct Legacy;

#[derive(Debug, Error, ApiError)]
#[api(statsu = 500)]
#[api(any_statsu)]
#[api(envelop = Problem)]
#[api(axm)]
#[api(adaptor = my_adapter)]
#[api(code_caes = "kebab-case")]
#[api(code_prefx = "auth.")]
#[api(code_sufix = ".error")]
#[api(strct)]
#[api(crat = ::error_runtime)]
#[api(buond(T: Clone))]
#[api(sharedcode)]
#[api(categry = "conflict")]
#[api(dosc = "https://docs.example/{code}")]
#[api(rtry = "never")]
#[api(haeder("X-Api" = "1"))]
#[api(expoes)]
#[api(lgo = "warn")]
#[api(fcae(Legacy, status = 400))]
enum Enum<T> {
    #[error("one")]
    One(T),
    #[error("two")]
    Two,
}

fn main() {}
