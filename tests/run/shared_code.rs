//! `shared_code`: one code for several variants, on purpose.

use crate::support::{Flat, json};
use error_runtime::{ApiError, Declared};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum One {
    #[error("No such user")]
    #[api(status = 401, code = "BAD_CREDENTIALS", shared_code)]
    NoUser,
    #[error("Wrong password")]
    #[api(status = 403, code = "BAD_CREDENTIALS")]
    WrongPassword,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, status = 400, shared_code)]
enum All {
    #[error("a")]
    #[api(code = 7)]
    A,
    #[error("b")]
    #[api(code = 7)]
    B,
}

#[test]
fn one_of_them_says_so() {
    json(&One::NoUser, 401, &[], r#"{"code":"BAD_CREDENTIALS","message":"No such user"}"#);
    json(&One::WrongPassword, 403, &[], r#"{"code":"BAD_CREDENTIALS","message":"Wrong password"}"#);
    assert_eq!(One::catalogue().check().len(), 0);
    assert_eq!(One::catalogue().codes(), ["BAD_CREDENTIALS"]);
}

#[test]
fn or_the_type_does() {
    json(&All::A, 400, &[], r#"{"code":7,"message":"a"}"#);
    json(&All::B, 400, &[], r#"{"code":7,"message":"b"}"#);
    assert_eq!(All::catalogue().check().len(), 0);
    assert!(All::SPECS.iter().all(|spec| spec.shared_code));
}
