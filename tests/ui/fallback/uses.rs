// One typo, and every use of the type compiles all the same: one error.

use bytes::Bytes;
use error_runtime::{AnyError, ApiError, Declared};
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
enum NotFound {
    #[error("user {id} not found")]
    #[api(statsu = 404)]
    User { id: u32 },
}

#[derive(Debug, Error, ApiError)]
enum Outer {
    #[error(transparent)]
    #[api(transparent)]
    NotFound(#[from] NotFound),
}

fn answer(error: &NotFound) -> u16 {
    let spec = error.spec();
    let _ = (spec.code, error.code(), error.message(), error.hint(), error.retry());
    error.status().as_u16()
}

fn declared<E: Declared>() -> usize {
    E::SPECS.len()
}

fn main() {
    let error = NotFound::User { id: 1 };
    let _ = answer(&error);
    let _ = declared::<NotFound>() + declared::<Outer>();
    let _: http::Response<Vec<u8>> = NotFound::User { id: 2 }.to_http();
    let _: http::Response<Bytes> = NotFound::User { id: 3 }.into();
    let _: Box<dyn ApiError> = Box::new(NotFound::User { id: 4 });
    let _ = AnyError::from(Outer::from(error));
}
