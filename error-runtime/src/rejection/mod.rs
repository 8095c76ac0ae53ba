//! What the extractors of axum, actix-web and poem refuse, as errors of the
//! API.
//!
//! Under the features `axum`, `actix_web` and `poem` the rejections of these
//! frameworks are errors of their own, with a status, a code, a public message
//! and, where the framework tells it, the field that is wrong. So they stand in
//! `transparent` variants as any other error does:
//!
//! ```
//! # #[cfg(feature = "axum")] {
//! use axum::extract::rejection::{JsonRejection, PathRejection};
//! use axum::Json;
//! use error_runtime::{ApiError, Declared, envelope};
//!
//! envelope! {
//!     pub Fault = {
//!         "code": code,
//!         "message": message,
//!         "errors"?: errors[{ "message": message, "pointer": member("pointer") }],
//!     }
//! }
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! #[api(envelope = Fault)]
//! enum OrderError {
//!     #[error(transparent)]
//!     #[api(transparent)]
//!     Json(#[from] JsonRejection),
//!     #[error(transparent)]
//!     #[api(transparent)]
//!     Path(#[from] PathRejection),
//! }
//!
//! // In a handler: `body: Result<Json<Vec<u8>>, JsonRejection>`, and `body?`.
//! let body = Json::<Vec<u8>>::from_bytes(br#"[1, "two"]"#);
//! let error = OrderError::from(body.unwrap_err());
//! assert_eq!(error.status(), 422);
//! let body = serde_json::to_value(error.in_envelope()).unwrap();
//! assert_eq!(body["code"], "JSON_DATA");
//! assert_eq!(body["errors"][0]["pointer"], "#/1");
//! assert_eq!(body["errors"][0]["message"], "invalid type: string \"two\", expected u8");
//! assert_eq!(OrderError::catalogue().codes()[..2], ["JSON_SYNTAX", "JSON_DATA"]);
//! # }
//! ```
//!
//! * **axum**: a handler takes `Result<Json<T>, JsonRejection>`, or
//!   `WithRejection<Json<T>, MyError>` of `axum-extra`. The rejections of
//!   `Multipart` are under the feature `axum_multipart`.
//! * **actix-web**: a handler takes `Result<web::Json<T>, MyError>`, where
//!   `MyError` has a variant with `#[from] actix_web::Error`; or the error
//!   handlers of `JsonConfig`, `PathConfig`, … make it of the errors
//!   themselves.
//! * **poem**: a handler takes `poem::Result<Json<T>>`, and `MyError` has a
//!   variant with `#[from] poem::Error`; or `EndpointExt::catch_error` makes
//!   it of the errors themselves. Those of `Multipart` and of cookies are
//!   under the features `poem_multipart` and `poem_cookie`.
//!
//! `actix_web::Error` and `poem::Error` can hold anything. What is none of the
//! framework's own rejections keeps its status and has the code `CLIENT_ERROR`
//! or `SERVER_ERROR`; its text stays private.
//!
//! # Codes
//!
//! One meaning has one code in all three frameworks. The status is what the
//! framework itself answers.
//!
//! | code | axum | actix-web | poem | message |
//! | --- | --- | --- | --- | --- |
//! | `JSON_SYNTAX` | 400 | 400 | 400 | The request's body is not valid JSON |
//! | `JSON_DATA` | 422 | 400 | 400 | The request's body is not as expected |
//! | `INVALID_FORM` | 422, 400 for GET | 400 | 400 | The request's form is not valid |
//! | `INVALID_MULTIPART` | 400 | | 400 | The request's multipart form is not valid |
//! | `INVALID_PATH` | 400 | 400, 404 by default | 400 | The request's path is not valid |
//! | `INVALID_QUERY` | 400 | 400 | 400 | The request's query is not valid |
//! | `INVALID_TEXT` | 400 | 400 | 400 | The request's body is not valid text |
//! | `INVALID_HEADER` | | 400 | 400 | A header of the request is not valid |
//! | `MISSING_HEADER` | | | 400 | A header of the request is missing |
//! | `INVALID_COOKIE` | | | 400 | A cookie of the request is not valid |
//! | `MISSING_COOKIE` | | | 400 | The request has no cookie |
//! | `INVALID_UPGRADE` | | | 400 | The connection cannot be upgraded |
//! | `UNREADABLE_BODY` | 400 | 400 | 400 | The request's body could not be read |
//! | `LENGTH_REQUIRED` | | 411, 400 | 411 | The length of the request's body is not known |
//! | `PAYLOAD_TOO_LARGE` | 413 | 413, 400 for lines | 413 | The request's body is too large |
//! | `UNSUPPORTED_MEDIA_TYPE` | 415 | 415 for forms, else 400 | 415 | The request's content type is not supported |
//! | `FORBIDDEN` | | | 403 | The request is not allowed |
//! | `NOT_FOUND` | | | 404 | There is nothing at this address |
//! | `METHOD_NOT_ALLOWED` | | | 405 | The method is not allowed at this address |
//! | `PRECONDITION_FAILED` | | | 412 | A condition of the request does not hold |
//! | `RANGE_NOT_SATISFIABLE` | | | 416 | The file has no such range |
//! | `MISSING_EXTENSION` | 500 | 500 | 500 | |
//! | `PATH_MISMATCH` | 500 | | | |
//! | `BODY_TAKEN` | | | 500 | |
//! | `UNSERIALIZABLE` | | 500, 400 for forms | | |
//! | `INTERNAL_SERVER_ERROR` | 500 | | 500 | |
//! | `CLIENT_ERROR` | | any 4xx | any 4xx | |
//! | `SERVER_ERROR` | | any 5xx | any 5xx | |
//!
//! The message is followed by the framework's own text, up to 1 KiB of it,
//! where that speaks of nothing but the client's input: `The request's body is
//! not valid JSON: expected value at line 1 column 2`. Mistakes of the server
//! (an extension that nobody has set, a path of the wrong type) have no message
//! here: the envelope's `internal_message`, or the status phrase, stands for
//! it.
//!
//! Bad JSON, forms, paths and queries have a list of one
//! [`FieldError`](crate::FieldError), with `pointer`, `loc` and `field`, where
//! the framework says which field it is. axum always does. actix-web and poem
//! do so for a parameter of a form or a query that is missing, unknown or
//! doubled; of JSON and of paths they do not tell the place.

#[cfg(feature = "actix_web")]
mod actix_web;
#[cfg(feature = "axum")]
mod axum;
#[cfg(feature = "poem")]
mod poem;
mod refusal;
mod told;
