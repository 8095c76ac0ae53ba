// A face that is not declared.

use error_runtime::{ApiError, Faced};
use thiserror::Error;

struct Legacy;
struct Partner;

#[derive(Debug, Error, ApiError)]
#[error("text")]
#[api(status = 400, face(Legacy, status = 404))]
struct Faceted;

#[derive(Debug, Error, ApiError)]
#[error("text")]
#[api(status = 400)]
struct Plain;

fn handler() -> Result<(), Faced<Partner, Faceted>> {
    Err(Faceted)?
}

fn answer<E: ApiError>(_: E) {}

fn main() {
    let _ = Faceted.face::<Legacy>();
    let _ = Faceted.face::<Partner>();
    let _ = Plain.into_face::<Legacy>();
    let _ = <Faced<Partner, Faceted> as error_runtime::Declared>::catalogue();
    if let Err(error) = handler() {
        answer(error);
    }
}
