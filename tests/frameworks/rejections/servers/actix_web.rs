//! actix-web: one variant for its own error, and one for each of the errors
//! that its extractors give to an error handler.

use crate::answers::ALIKE;
use crate::check::{self, Answer, Fault, answer};
use crate::payload::{Order, Page, Pair};
use crate::requests::LIMIT;
use actix_web::body::BoxBody;
use actix_web::error::{
    JsonPayloadError, ParseError, PathError, PayloadError, QueryPayloadError, UrlencodedError,
};
use actix_web::http::StatusCode;
use actix_web::http::header::IfModifiedSince;
use actix_web::web::{self, Bytes, Data, Form, Header, Json, Path, Query};
use actix_web::{App, HttpResponse, HttpServer, Scope};
use error_runtime::{ApiError, Declared};
use std::collections::HashMap;
use std::net::SocketAddr;

/// Whatever actix-web refuses.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Fault)]
enum Failure {
    #[error(transparent)]
    #[api(transparent)]
    Refused(#[from] actix_web::Error),
    /// The one extractor whose rejection is not that.
    #[error(transparent)]
    #[api(transparent)]
    Header(#[from] ParseError),
}

/// What its error handlers are given.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Fault)]
enum Handled {
    #[error(transparent)]
    #[api(transparent)]
    Json(#[from] JsonPayloadError),
    #[error(transparent)]
    #[api(transparent)]
    Form(#[from] UrlencodedError),
    #[error(transparent)]
    #[api(transparent)]
    Query(#[from] QueryPayloadError),
    #[error(transparent)]
    #[api(transparent)]
    Path(#[from] PathError),
    #[error(transparent)]
    #[api(transparent)]
    Payload(#[from] PayloadError),
}

macro_rules! answers {
    ($($ty:ty)*) => {$(
        impl actix_web::ResponseError for $ty {
            fn status_code(&self) -> StatusCode {
                StatusCode::from_u16(self.status().as_u16()).unwrap()
            }

            fn error_response(&self) -> HttpResponse<BoxBody> {
                let answer = self.response();
                let mut response = HttpResponse::build(self.status_code());
                for (name, value) in answer.headers() {
                    response.append_header((name.as_str(), value.as_bytes()));
                }
                response.body(answer.into_body())
            }
        }
    )*};
}

answers! { Failure Handled }

struct Secret;

/// A handler that does nothing with what it has taken.
macro_rules! takes {
    ($extractor:ty) => {
        async |taken: Result<$extractor, Failure>| -> Result<HttpResponse, Failure> {
            let _ = taken?;
            Ok(HttpResponse::Ok().finish())
        }
    };
}

/// The same, for what its error handler answers.
macro_rules! leaves {
    ($extractor:ty) => {
        async |_: $extractor| HttpResponse::Ok().finish()
    };
}

async fn erased(status: Path<u16>) -> Result<HttpResponse, Failure> {
    let status = StatusCode::from_u16(*status).unwrap();
    let error = actix_web::error::InternalError::new("/srv/secret", status);
    Err(actix_web::Error::from(error).into())
}

fn any() -> Scope {
    web::scope("/any")
        .route("/json", web::post().to(takes!(Json<Order>)))
        .route("/form", web::post().to(takes!(Form<Page>)))
        .route("/form", web::get().to(takes!(Form<Page>)))
        .route("/query", web::get().to(takes!(Query<Page>)))
        .route("/one/{id}", web::get().to(takes!(Path<u32>)))
        .route("/place/{id}/{name}", web::get().to(takes!(Path<(u32, String)>)))
        .route("/name/{id}/{name}", web::get().to(takes!(Path<Pair>)))
        .route("/mismatch/{id}", web::get().to(takes!(Path<(u32, u32)>)))
        .route("/bytes", web::post().to(takes!(Bytes)))
        .route("/text", web::post().to(takes!(String)))
        .route("/extension", web::get().to(takes!(Data<Secret>)))
        .route("/header", web::get().to(takes!(Header<IfModifiedSince>)))
        .route("/erased/{status}", web::get().to(erased))
}

fn handled() -> Scope {
    let json = web::JsonConfig::default().limit(LIMIT);
    let form = web::FormConfig::default().limit(LIMIT);
    web::scope("/handled")
        .app_data(json.error_handler(|error, _| Handled::from(error).into()))
        .app_data(form.error_handler(|error, _| Handled::from(error).into()))
        .app_data(web::QueryConfig::default().error_handler(|e, _| Handled::from(e).into()))
        .app_data(web::PathConfig::default().error_handler(|e, _| Handled::from(e).into()))
        .route("/json", web::post().to(leaves!(Json<Order>)))
        .route("/form", web::post().to(leaves!(Form<Page>)))
        .route("/form", web::get().to(leaves!(Form<Page>)))
        .route("/query", web::get().to(leaves!(Query<Page>)))
        .route("/one/{id}", web::get().to(leaves!(Path<u32>)))
        .route("/place/{id}/{name}", web::get().to(leaves!(Path<(u32, String)>)))
        .route("/name/{id}/{name}", web::get().to(leaves!(Path<Pair>)))
        .route("/mismatch/{id}", web::get().to(leaves!(Path<(u32, u32)>)))
        .route("/bytes", web::post().to(bytes))
}

/// `Bytes` has no error handler; the payload itself tells.
async fn bytes(payload: web::Payload) -> Result<HttpResponse, Handled> {
    let limited = payload.to_bytes_limited(LIMIT).await;
    limited.map_err(|_| PayloadError::Overflow)?.map_err(|_| PayloadError::EncodingCorrupted)?;
    Ok(HttpResponse::Ok().finish())
}

pub fn start() -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async {
            let app = || {
                let map = web::resource("/map")
                    .app_data(web::JsonConfig::default().limit(8 << 20))
                    .route(web::post().to(takes!(Json<HashMap<String, u8>>)));
                App::new()
                    .app_data(web::JsonConfig::default().limit(LIMIT))
                    .app_data(web::FormConfig::default().limit(LIMIT))
                    .app_data(web::PayloadConfig::new(LIMIT))
                    .service(any())
                    .service(handled())
                    .service(map)
            };
            let server = HttpServer::new(app).workers(1).disable_signals();
            server.listen(listener).unwrap().run().await.unwrap();
        });
    });
    address
}

/// What both ways answer alike.
const COMMON: &[Answer] = &[
    answer(
        "json: no type",
        400,
        "UNSUPPORTED_MEDIA_TYPE",
        "The request's content type is not supported: expected `application/json`",
    ),
    answer(
        "json: other type",
        400,
        "UNSUPPORTED_MEDIA_TYPE",
        "The request's content type is not supported: expected `application/json`",
    ),
    answer("json: too large, chunked", 413, "PAYLOAD_TOO_LARGE", "The request's body is too large"),
    answer(
        "form: of a query",
        415,
        "UNSUPPORTED_MEDIA_TYPE",
        "The request's content type is not supported: expected `application/x-www-form-urlencoded`",
    ),
];

/// The rest of what both answer, with the status of a bad path.
fn answers(path: u16) -> Vec<Answer> {
    let mut answers = [ALIKE, COMMON].concat();
    let what = "The request's path is not valid: can not parse \"abc\" to a u32";
    answers.extend([
        answer("path: one", path, "INVALID_PATH", what),
        answer("path: by place", path, "INVALID_PATH", what),
        answer("path: by name", path, "INVALID_PATH", what),
        // Its text speaks of the handler's type.
        answer("path: mismatch", path, "INVALID_PATH", "The request's path is not valid"),
    ]);
    answers
}

/// It has no multipart of its own, no extractor for cookies; a path need not
/// be UTF-8, and the rest is no error.
const ABSENT: [&str; 11] = [
    "path: no UTF-8",
    "parts: no type",
    "parts: no boundary",
    "parts: empty",
    "parts: cut",
    "parts: too large",
    "cookie: missing",
    "cookie: not valid",
    "no route",
    "wrong method",
    "file: no such range",
];

#[test]
fn its_own_error_is_an_error_of_the_api() {
    let header = "A header of the request is not valid";
    let mut answers = answers(404);
    answers.extend([
        answer("text: no UTF-8", 400, "INVALID_TEXT", "The request's body is not valid text"),
        answer(
            "text: charset",
            400,
            "UNSUPPORTED_MEDIA_TYPE",
            "The request's content type is not supported",
        ),
        answer("extension: missing", 500, "MISSING_EXTENSION", "Something went wrong"),
        answer("header: missing", 400, "INVALID_HEADER", header),
        answer("header: not valid", 400, "INVALID_HEADER", header),
        answer("erased: 4xx", 409, "CLIENT_ERROR", "Conflict"),
        answer("erased: 5xx", 503, "SERVER_ERROR", "Something went wrong"),
    ]);
    check::all(start(), "/any", &answers, &ABSENT, &Failure::catalogue());
}

#[test]
fn what_error_handlers_get_is_an_error_of_the_api() {
    // Of these no error handler hears.
    let mut absent = Vec::from(ABSENT);
    absent.extend([
        "text: no UTF-8",
        "text: charset",
        "extension: missing",
        "header: missing",
        "header: not valid",
        "erased: 4xx",
        "erased: 5xx",
    ]);
    check::all(start(), "/handled", &answers(400), &absent, &Handled::catalogue());
}

#[test]
fn the_catalogue_has_the_codes() {
    let codes = [
        "JSON_SYNTAX",
        "JSON_DATA",
        "UNSUPPORTED_MEDIA_TYPE",
        "PAYLOAD_TOO_LARGE",
        "LENGTH_REQUIRED",
        "UNREADABLE_BODY",
        "UNSERIALIZABLE",
        "INVALID_FORM",
        "INVALID_TEXT",
        "INVALID_QUERY",
        "INVALID_PATH",
    ];
    assert_eq!(Handled::catalogue().codes(), codes);
}
