//! An application that knows only the company's crate.

#![no_implicit_prelude]

::facade::errors! {
    /// Its errors.
    #[api(category = "users")]
    pub enum UserError {
        NotFound = 404 "There is no such user",
        #[api(code = "TAKEN", header("allow" = "GET"))]
        NameTaken = 409 "The name is taken",
    }
}

::facade::shape! { pub Page "code": code, "reason": reason }

#[::core::prelude::v1::test]
fn answers_as_declared() {
    use ::facade::{Answer, ApiError, Declared};
    use ::std::vec::Vec;

    let error = UserError::NameTaken;
    ::std::assert_eq!(error.answer(), 409);
    ::std::assert_eq!(error.category(), ::core::option::Option::Some("users"));
    ::std::assert_eq!(<UserError as Declared>::SPECS.len(), 2);
    let body = error.to_http::<Vec<_>>().into_body();
    ::std::assert_eq!(body, br#"{"error":{"code":"TAKEN","text":"The name is taken"}}"#);
    ::std::assert_eq!(Page(1).answer(), 200);
    ::std::assert_eq!(UserError::NotFound.message(), "There is no such user");
}
