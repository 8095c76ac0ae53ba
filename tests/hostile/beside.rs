//! Beside the derives that people put on the same type: each helper attribute
//! is somebody's, and none is read by the wrong one.

use error_runtime::{ApiError, Declared};
use serde::Serialize;
use std::io;

#[derive(Debug, thiserror::Error, ApiError, Serialize, utoipa::ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Beside {
    #[error("no {id}")]
    #[api(status = 404)]
    #[serde(rename = "gone")]
    NotFound {
        #[api(detail)]
        #[serde(rename = "identifier", default)]
        #[schema(example = "a")]
        id: String,
    },
    #[error("it broke: {0}")]
    #[api(status = 500)]
    #[serde(skip)]
    Io(#[from] io::Error),
    #[error("{left} of {0}", .total, left = .total - 1)]
    #[api(status = 400)]
    Expression { total: u32 },
    #[error(transparent)]
    #[api(transparent)]
    #[serde(skip)]
    Inner(#[from] Inner),
    #[error("read {path:?}")]
    #[api(status = 502, expose)]
    #[serde(skip)]
    Sourced {
        path: String,
        #[source]
        cause: io::Error,
    },
}

#[derive(Debug, ApiError, derive_more::Display, derive_more::Error, derive_more::From)]
enum Inner {
    #[display("number {_0}")]
    #[api(status = 422)]
    #[from]
    Number(#[error(not(source))] u32),
    #[display("broken")]
    #[api(status = 500)]
    #[from(ignore)]
    Broken {
        #[error(source)]
        cause: io::Error,
    },
}

fn body(error: &dyn ApiError) -> serde_json::Value {
    let response = ApiError::to_http::<Vec<u8>>(&error);
    serde_json::from_slice(response.body()).expect("a body in JSON")
}

#[test]
fn each_reads_its_own() {
    let gone = Beside::NotFound { id: "a".to_owned() };
    assert_eq!(gone.to_string(), "no a");
    assert_eq!(gone.message(), "no a");
    assert_eq!(body(&gone)["details"]["id"], "a");
    assert_eq!(serde_json::to_value(&gone).unwrap()["kind"], "gone");
    assert_eq!(<Beside as Declared>::SPECS[0].message, Some("no {id}"));

    let broken = Beside::from(io::Error::other("a secret"));
    assert_eq!(broken.to_string(), "it broke: a secret");
    assert_eq!(broken.message(), "Internal Server Error");

    assert_eq!(Beside::Expression { total: 3 }.message(), "2 of 3");
    assert_eq!(Beside::from(Inner::from(7)).message(), "number 7");
    assert_eq!(Beside::from(Inner::from(7)).code(), "NUMBER");
    let cause = io::Error::other("a secret");
    assert_eq!(Beside::from(Inner::Broken { cause }).message(), "Internal Server Error");
    let sourced = Beside::Sourced { path: "a".to_owned(), cause: io::Error::other("a secret") };
    assert_eq!(sourced.message(), "read \"a\"");
    assert!(std::error::Error::source(&sourced).is_some());
}
