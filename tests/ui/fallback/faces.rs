// A mistake gives one error, also where the type is used by its faces.

use error_runtime::{ApiError, Declared, Face, Faced, envelope};
use std::fmt::Debug;
use thiserror::Error;

envelope! { pub Old = { "code": code } }

struct Partner;

/// Who answers a request.
trait Answer {}

macro_rules! answer {
    (error [$($generics:tt)*] [$ty:ty] [$($clause:tt)*]) => {
        impl<$($generics)*> Answer for $ty $($clause)* {}
    };
}

#[derive(Debug, Error, ApiError)]
#[api(face(Old, envelope = Old, adapter = answer))]
enum Enum<T: Debug> {
    #[error("text")]
    #[api(statsu = 404, face(Partner, code = "OLD"))]
    One(#[api(face(Partner, detail = "one"))] T),
}

fn needs<E: Answer + Declared>(_: E) {}

fn shows<F: 'static, E: Face<F>>(_: Faced<F, E>) {}

fn main() {
    needs(Enum::One(1).into_face::<Old>());
    shows::<Partner, _>(Enum::One(2).into());
    let _ = Enum::One(3).face::<Partner>().status();
}
