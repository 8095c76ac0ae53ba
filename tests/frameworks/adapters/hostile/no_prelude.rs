//! No name of the prelude is in scope, and no macro of the standard library.

#![no_implicit_prelude]

extern crate error_runtime as runtime;

::core::include!("corpus.rs");

#[::core::prelude::v1::test]
fn answers() {
    let response = ::axum::response::IntoResponse::into_response(Plain::Constant);
    ::core::assert_eq!(response.status(), 404);
    let status: ::tonic::Status = ::core::convert::Into::into(Generic(1, &[2]));
    ::core::assert_eq!(status.code(), ::tonic::Code::InvalidArgument);
}
