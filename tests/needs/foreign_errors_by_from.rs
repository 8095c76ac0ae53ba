//! "Foreign errors by `#[from]`."

use crate::back::json;
use error_runtime::{ApiError, envelope};
use std::error::Error as _;
use std::{io, num::ParseIntError, str::Utf8Error};

envelope! {
    Import = { "code": code, "message": message, "details"?: details }
    internal_message = "The import failed."
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Import)]
enum ImportError {
    #[error("cannot read the upload")]
    #[api(status = 500)]
    Storage(#[from] io::Error),
    #[error("The manifest is no JSON")]
    #[api(status = 400)]
    Manifest(#[from] serde_json::Error),
    #[error("The row count is wrong: {0}")]
    #[api(status = 422)]
    RowCount(
        #[from]
        #[api(public)]
        ParseIntError,
    ),
    #[error("The title is no UTF-8")]
    #[api(status = 422, detail("valid_up_to" = .0.valid_up_to()))]
    Title(
        #[from]
        #[api(public)]
        Utf8Error,
    ),
}

/// What a handler does: every `?` is one of them.
fn import(manifest: &str, rows: &str, title: &[u8]) -> Result<(), ImportError> {
    serde_json::from_str::<serde_json::Value>(manifest)?;
    let rows: u32 = rows.parse()?;
    std::str::from_utf8(title)?;
    if rows == 0 {
        Err(io::Error::other("/srv/uploads/7f: bad sector"))?;
    }
    Ok(())
}

#[test]
fn a_foreign_text_stays_inside() {
    let error = import("{}", "0", b"").unwrap_err();
    let answer = json(
        Import::parse,
        &error,
        500,
        &[],
        r#"{"code":"STORAGE","message":"The import failed."}"#,
    );
    assert_eq!(answer.code(), "STORAGE");
    assert_eq!(answer.message(), Some("The import failed."));
    assert_eq!(error.source().unwrap().to_string(), "/srv/uploads/7f: bad sector");

    let answer = json(
        Import::parse,
        &import("{", "", b"").unwrap_err(),
        400,
        &[],
        r#"{"code":"MANIFEST","message":"The manifest is no JSON"}"#,
    );
    assert_eq!(answer.message(), Some("The manifest is no JSON"));
}

#[test]
fn a_public_one_may_leave() {
    let answer = json(
        Import::parse,
        &import("{}", "ten", b"").unwrap_err(),
        422,
        &[],
        r#"{"code":"ROW_COUNT","message":"The row count is wrong: invalid digit found in string"}"#,
    );
    assert_eq!(answer.message(), Some("The row count is wrong: invalid digit found in string"));
    let answer = json(
        Import::parse,
        &import("{}", "1", b"caf\xe9").unwrap_err(),
        422,
        &[],
        r#"{"code":"TITLE","message":"The title is no UTF-8","details":{"valid_up_to":3}}"#,
    );
    assert_eq!(answer.details()["valid_up_to"], 3);
}
