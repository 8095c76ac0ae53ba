//! axum: a variant for each rejection.

use crate::check::{self, Answer, Fault, answer};
use crate::payload::{Order, Page, Pair};
use crate::requests::LIMIT;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::extract::rejection::{
    BytesRejection, ExtensionRejection, FormRejection, JsonRejection, PathRejection,
    QueryRejection, StringRejection,
};
use axum::extract::{DefaultBodyLimit, Extension, Form, Json, Multipart, Path, Query};
use axum::routing::{get, post};
use axum::{Router, body::Bytes};
use error_runtime::{ApiError, Declared};
use std::collections::HashMap;
use std::net::SocketAddr;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Fault, axum)]
enum Failure {
    #[error(transparent)]
    #[api(transparent)]
    Json(#[from] JsonRejection),
    #[error(transparent)]
    #[api(transparent)]
    Form(#[from] FormRejection),
    #[error(transparent)]
    #[api(transparent)]
    Query(#[from] QueryRejection),
    #[error(transparent)]
    #[api(transparent)]
    Path(#[from] PathRejection),
    #[error(transparent)]
    #[api(transparent)]
    Bytes(#[from] BytesRejection),
    #[error(transparent)]
    #[api(transparent)]
    Text(#[from] StringRejection),
    #[error(transparent)]
    #[api(transparent)]
    NoParts(#[from] MultipartRejection),
    #[error(transparent)]
    #[api(transparent)]
    Parts(#[from] MultipartError),
    #[error(transparent)]
    #[api(transparent)]
    Extension(#[from] ExtensionRejection),
}

/// The same rejection as a mistake of the server's.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Fault, axum)]
enum Internal {
    #[error(transparent)]
    #[api(transparent, status = 502)]
    Json(#[from] JsonRejection),
}

#[derive(Clone)]
struct Secret;

/// A handler that does nothing with what it has taken.
macro_rules! takes {
    ($extractor:ty, $rejection:ty) => {
        async |taken: Result<$extractor, $rejection>| -> Result<(), Failure> {
            let _ = taken?;
            Ok(())
        }
    };
}

async fn parts(parts: Result<Multipart, MultipartRejection>) -> Result<(), Failure> {
    let mut parts = parts?;
    while let Some(part) = parts.next_field().await? {
        part.bytes().await?;
    }
    Ok(())
}

async fn internal(order: Result<Json<Order>, JsonRejection>) -> Result<(), Internal> {
    let _ = order?;
    Ok(())
}

pub fn start() -> SocketAddr {
    let form = get(takes!(Form<Page>, FormRejection)).post(takes!(Form<Page>, FormRejection));
    let router = Router::new()
        .route("/json", post(takes!(Json<Order>, JsonRejection)))
        .route("/form", form)
        .route("/query", get(takes!(Query<Page>, QueryRejection)))
        .route("/one/{id}", get(takes!(Path<u32>, PathRejection)))
        .route("/place/{id}/{name}", get(takes!(Path<(u32, String)>, PathRejection)))
        .route("/name/{id}/{name}", get(takes!(Path<Pair>, PathRejection)))
        .route("/mismatch/{id}", get(takes!(Path<(u32, u32)>, PathRejection)))
        .route("/bytes", post(takes!(Bytes, BytesRejection)))
        .route("/text", post(takes!(String, StringRejection)))
        .route("/parts", post(parts))
        .route("/extension", get(takes!(Extension<Secret>, ExtensionRejection)))
        .route("/internal", post(internal))
        .layer(DefaultBodyLimit::max(LIMIT))
        .route(
            "/map",
            post(takes!(Json<HashMap<String, u8>>, JsonRejection))
                .layer(DefaultBodyLimit::disable()),
        );
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            axum::serve(listener, router).await.unwrap();
        });
    });
    address
}

const ANSWERS: &[Answer] = &[
    answer(
        "json: syntax",
        400,
        "JSON_SYNTAX",
        "The request's body is not valid JSON: user: expected ident at line 1 column 11",
    )
    .of("#/user", r#"["user"]"#, "user", "expected ident"),
    answer(
        "json: end",
        400,
        "JSON_SYNTAX",
        "The request's body is not valid JSON: user.tags[0].?: EOF while parsing an object at line 1 column 23",
    )
    .of("#/user/tags/0", r#"["user","tags",0]"#, "user.tags[0]", "EOF while parsing an object"),
    answer(
        "json: empty",
        400,
        "JSON_SYNTAX",
        "The request's body is not valid JSON: EOF while parsing a value at line 1 column 0",
    ),
    answer(
        "json: trailing",
        400,
        "JSON_SYNTAX",
        "The request's body is not valid JSON: trailing characters at line 1 column 22",
    ),
    answer(
        "json: wrong type",
        422,
        "JSON_DATA",
        "The request's body is not as expected: user.tags[1].x: invalid type: string \"a: b\", expected u8 at line 1 column 36",
    )
    .of(
        "#/user/tags/1/x",
        r#"["user","tags",1,"x"]"#,
        "user.tags[1].x",
        "invalid type: string \"a: b\", expected u8",
    ),
    answer(
        "json: missing inside",
        422,
        "JSON_DATA",
        "The request's body is not as expected: user.tags[0]: missing field `x` at line 1 column 19",
    )
    .of("#/user/tags/0", r#"["user","tags",0]"#, "user.tags[0]", "missing field `x`"),
    answer(
        "json: missing outside",
        422,
        "JSON_DATA",
        "The request's body is not as expected: missing field `user` at line 1 column 2",
    )
    .of("#", "[]", "", "missing field `user`"),
    answer(
        "json: no type",
        415,
        "UNSUPPORTED_MEDIA_TYPE",
        "The request's content type is not supported: expected `application/json`",
    ),
    answer(
        "json: other type",
        415,
        "UNSUPPORTED_MEDIA_TYPE",
        "The request's content type is not supported: expected `application/json`",
    ),
    answer("json: too large", 413, "PAYLOAD_TOO_LARGE", "The request's body is too large"),
    answer(
        "json: too large, chunked",
        413,
        "PAYLOAD_TOO_LARGE",
        "The request's body is too large",
    ),
    answer(
        "form: wrong type",
        422,
        "INVALID_FORM",
        "The request's form is not valid: page: invalid digit found in string",
    )
    .of("#/page", r#"["page"]"#, "page", "invalid digit found in string"),
    answer(
        "form: missing",
        422,
        "INVALID_FORM",
        "The request's form is not valid: missing field `page`",
    )
    .of("#/page", r#"["page"]"#, "page", "missing field `page`"),
    answer(
        "form: no type",
        415,
        "UNSUPPORTED_MEDIA_TYPE",
        "The request's content type is not supported: expected `application/x-www-form-urlencoded`",
    ),
    answer("form: too large", 413, "PAYLOAD_TOO_LARGE", "The request's body is too large"),
    answer(
        "form: of a query",
        400,
        "INVALID_FORM",
        "The request's form is not valid: page: invalid digit found in string",
    )
    .of("#/page", r#"["page"]"#, "page", "invalid digit found in string"),
    answer(
        "query: wrong type",
        400,
        "INVALID_QUERY",
        "The request's query is not valid: page: invalid digit found in string",
    )
    .of("#/page", r#"["page"]"#, "page", "invalid digit found in string"),
    answer(
        "query: missing",
        400,
        "INVALID_QUERY",
        "The request's query is not valid: missing field `page`",
    )
    .of("#/page", r#"["page"]"#, "page", "missing field `page`"),
    answer(
        "query: twice",
        400,
        "INVALID_QUERY",
        "The request's query is not valid: duplicate field `page`",
    )
    .of("#/page", r#"["page"]"#, "page", "duplicate field `page`"),
    answer(
        "path: one",
        400,
        "INVALID_PATH",
        "The request's path is not valid: Cannot parse `abc` to a `u32`",
    ),
    answer(
        "path: by place",
        400,
        "INVALID_PATH",
        "The request's path is not valid: Cannot parse value at index 0 with value `abc` to a `u32`",
    )
    .of("#/0", "[0]", "[0]", "Cannot parse value at index 0 with value `abc` to a `u32`"),
    answer(
        "path: by name",
        400,
        "INVALID_PATH",
        "The request's path is not valid: Cannot parse `id` with value `abc` to a `u32`",
    )
    .of("#/id", r#"["id"]"#, "id", "Cannot parse `id` with value `abc` to a `u32`"),
    answer(
        "path: no UTF-8",
        400,
        "INVALID_PATH",
        "The request's path is not valid: Invalid UTF-8 in `name`",
    )
    .of("#/name", r#"["name"]"#, "name", "Invalid UTF-8 in `name`"),
    answer("path: mismatch", 500, "PATH_MISMATCH", "Something went wrong"),
    answer("bytes: too large", 413, "PAYLOAD_TOO_LARGE", "The request's body is too large"),
    answer("text: no UTF-8", 400, "INVALID_TEXT", "The request's body is not valid text"),
    answer(
        "parts: no type",
        400,
        "INVALID_MULTIPART",
        "The request's multipart form is not valid: Invalid `boundary` for `multipart/form-data` request",
    ),
    answer(
        "parts: no boundary",
        400,
        "INVALID_MULTIPART",
        "The request's multipart form is not valid: Invalid `boundary` for `multipart/form-data` request",
    ),
    answer(
        "parts: empty",
        400,
        "INVALID_MULTIPART",
        "The request's multipart form is not valid: incomplete multipart stream",
    ),
    answer(
        "parts: cut",
        400,
        "INVALID_MULTIPART",
        "The request's multipart form is not valid: field \"photo\" received with incomplete data",
    )
    .of("#/photo", r#"["photo"]"#, "photo", "field \"photo\" received with incomplete data"),
    answer("parts: too large", 413, "PAYLOAD_TOO_LARGE", "The request's body is too large"),
    answer("extension: missing", 500, "MISSING_EXTENSION", "Something went wrong"),
];

/// What axum has no rejection for.
const ABSENT: &[&str] = &[
    "text: charset",
    "header: missing",
    "header: not valid",
    "cookie: missing",
    "cookie: not valid",
    "no route",
    "wrong method",
    "file: no such range",
    "erased: 4xx",
    "erased: 5xx",
];

#[test]
fn each_rejection_is_an_error_of_the_api() {
    check::all(start(), "", ANSWERS, ABSENT, &Failure::catalogue());
}

#[test]
fn the_catalogue_has_the_codes() {
    let codes = [
        "JSON_SYNTAX",
        "JSON_DATA",
        "UNSUPPORTED_MEDIA_TYPE",
        "PAYLOAD_TOO_LARGE",
        "UNREADABLE_BODY",
        "INVALID_FORM",
        "INVALID_QUERY",
        "INVALID_PATH",
        "PATH_MISMATCH",
        "MISSING_EXTENSION",
        "INVALID_TEXT",
        "INVALID_MULTIPART",
        "INTERNAL_SERVER_ERROR",
    ];
    assert_eq!(Failure::catalogue().codes(), codes);
    assert!(!Failure::catalogue().is_open());
}

/// Nothing of the framework's text is in a 5xx.
#[test]
fn a_mistake_of_the_servers_hides_the_text() {
    let (status, body) = check::post(start(), "/internal", r#"{"user":{"tags":"x"}}"#.to_owned());
    assert_eq!(status, 502);
    let body: serde_json::Value = serde_json::from_str(&body).unwrap();
    assert_eq!(body["code"], "JSON_DATA");
    assert_eq!(body["message"], "The request's body is not as expected");
    assert_eq!(body["fields"][0]["pointer"], "#/user/tags");
    assert_eq!(body["fields"][0]["message"], "Something went wrong");
}
