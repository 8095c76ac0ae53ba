//! poem: one variant for its own error, and one for each of the errors that
//! `catch_error` tells apart.

use crate::answers::ALIKE;
use crate::check::{self, Answer, Fault, answer};
use crate::payload::{Order, Page, Pair};
use crate::requests::LIMIT;
use error_runtime::{ApiError, Declared};
use http::StatusCode;
use poem::error::{
    GetDataError, MethodNotAllowedError, NotFoundError, ParseCookieError, ParseFormError,
    ParseJsonError, ParseMultipartError, ParsePathError, ParseQueryError, ParseTypedHeaderError,
    ReadBodyError, ResponseError, SizedLimitError, StaticFileError,
};
use poem::listener::TcpAcceptor;
use poem::middleware::SizeLimit;
use poem::web::cookie::Cookie;
use poem::web::headers::IfModifiedSince;
use poem::web::{Data, Form, Json, Multipart, Path, Query, TypedHeader};
use poem::{Body, Endpoint, EndpointExt, Response, Route, Server, get, handler, post};
use std::collections::HashMap;
use std::net::SocketAddr;

/// Whatever poem refuses.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Fault)]
enum Failure {
    #[error(transparent)]
    #[api(transparent)]
    Refused(#[from] poem::Error),
    #[error(transparent)]
    #[api(transparent)]
    Parts(#[from] ParseMultipartError),
}

/// What `catch_error` is given.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Fault)]
enum Handled {
    #[error(transparent)]
    #[api(transparent)]
    Json(#[from] ParseJsonError),
    #[error(transparent)]
    #[api(transparent)]
    Form(#[from] ParseFormError),
    #[error(transparent)]
    #[api(transparent)]
    Query(#[from] ParseQueryError),
    #[error(transparent)]
    #[api(transparent)]
    Path(#[from] ParsePathError),
    #[error(transparent)]
    #[api(transparent)]
    Body(#[from] ReadBodyError),
    #[error(transparent)]
    #[api(transparent)]
    Parts(#[from] ParseMultipartError),
    #[error(transparent)]
    #[api(transparent)]
    Size(#[from] SizedLimitError),
    #[error(transparent)]
    #[api(transparent)]
    Data(#[from] GetDataError),
    #[error(transparent)]
    #[api(transparent)]
    Header(#[from] ParseTypedHeaderError),
    #[error(transparent)]
    #[api(transparent)]
    Cookie(#[from] ParseCookieError),
    #[error(transparent)]
    #[api(transparent)]
    File(#[from] StaticFileError),
    #[error(transparent)]
    #[api(transparent)]
    NotFound(#[from] NotFoundError),
    #[error(transparent)]
    #[api(transparent)]
    Method(#[from] MethodNotAllowedError),
}

fn respond(error: &dyn ApiError) -> Response {
    let (parts, body) = error.response().into_parts();
    let mut response = Response::from((parts.status, Body::from(body)));
    *response.headers_mut() = parts.headers;
    response
}

impl ResponseError for Failure {
    fn status(&self) -> StatusCode {
        ApiError::status(self)
    }

    fn as_response(&self) -> Response {
        respond(self)
    }
}

struct Secret;

/// Handlers that do nothing with what they have taken: the first answers the
/// refusal itself, the second leaves it to poem.
macro_rules! takes {
    ($($any:ident $handled:ident $extractor:ty;)*) => {$(
        #[handler]
        fn $any(taken: poem::Result<$extractor>) -> Result<(), Failure> {
            let _ = taken?;
            Ok(())
        }

        #[handler]
        fn $handled(_: $extractor) {}
    )*};
}

takes! {
    any_json handled_json Json<Order>;
    any_map handled_map Json<HashMap<String, u8>>;
    any_form handled_form Form<Page>;
    any_query handled_query Query<Page>;
    any_one handled_one Path<u32>;
    any_place handled_place Path<(u32, String)>;
    any_name handled_name Path<Pair>;
    any_mismatch handled_mismatch Path<(u32, u32)>;
    any_bytes handled_bytes Vec<u8>;
    any_text handled_text String;
    any_header handled_header TypedHeader<IfModifiedSince>;
    any_cookie handled_cookie Cookie;
}

#[handler]
fn any_extension(secret: poem::Result<Data<&Secret>>) -> Result<(), Failure> {
    secret?;
    Ok(())
}

#[handler]
fn handled_extension(_: Data<&Secret>) {}

#[handler]
async fn any_parts(parts: poem::Result<Multipart>) -> Result<(), Failure> {
    let mut parts = parts?;
    while let Some(part) = parts.next_field().await? {
        part.bytes().await?;
    }
    Ok(())
}

#[handler]
async fn handled_parts(mut parts: Multipart) -> poem::Result<()> {
    while let Some(part) = parts.next_field().await? {
        part.bytes().await?;
    }
    Ok(())
}

#[handler]
fn no_range() -> poem::Result<()> {
    Err(StaticFileError::RangeNotSatisfiable { size: 7 }.into())
}

#[handler]
fn erased(Path(status): Path<u16>) -> poem::Result<()> {
    let status = StatusCode::from_u16(status).unwrap();
    Err(poem::Error::from_string("/srv/secret", status))
}

macro_rules! routes {
    ($json:ident $form:ident $query:ident $one:ident $place:ident $name:ident $mismatch:ident
     $bytes:ident $text:ident $parts:ident $extension:ident $header:ident $cookie:ident) => {{
        let limit = || SizeLimit::new(LIMIT);
        Route::new()
            .at("/json", post($json.with(limit())))
            .at("/form", post($form.with(limit())).get($form))
            .at("/query", get($query))
            .at("/one/:id", get($one))
            .at("/place/:id/:name", get($place))
            .at("/name/:id/:name", get($name))
            .at("/mismatch/:id", get($mismatch))
            .at("/bytes", post($bytes.with(limit())))
            .at("/text", post($text))
            .at("/parts", post($parts.with(limit())))
            .at("/extension", get($extension))
            .at("/header", get($header))
            .at("/cookie", get($cookie))
            .at("/range", get(no_range))
            .at("/erased/:status", get(erased))
    }};
}

/// What is still poem's when it leaves the routes.
async fn catch(error: poem::Error) -> Response {
    let failure = error.downcast::<Failure>().unwrap_or_else(Failure::from);
    respond(&failure)
}

macro_rules! catching {
    ($endpoint:expr, $($ty:ty)*) => {
        $endpoint$(.catch_error(async |error: $ty| respond(&Handled::from(error))))*
    };
}

fn any() -> impl Endpoint {
    let routes = routes! {
        any_json any_form any_query any_one any_place any_name any_mismatch any_bytes any_text any_parts any_extension any_header any_cookie
    };
    routes.catch_all_error(catch)
}

fn handled() -> impl Endpoint {
    let routes = routes! {
        handled_json handled_form handled_query handled_one handled_place handled_name
        handled_mismatch handled_bytes handled_text handled_parts handled_extension
        handled_header handled_cookie
    };
    catching! {
        routes,
        ParseJsonError ParseFormError ParseQueryError ParsePathError ReadBodyError
        ParseMultipartError SizedLimitError GetDataError ParseTypedHeaderError ParseCookieError
        StaticFileError NotFoundError MethodNotAllowedError
    }
}

pub fn start() -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let acceptor = TcpAcceptor::from_std(listener).unwrap();
            let routes = Route::new()
                .nest("/any", any())
                .nest("/handled", handled())
                .at("/map", post(any_map));
            Server::new_with_acceptor(acceptor).run(routes).await.unwrap();
        });
    });
    address
}

const ANSWERS: &[Answer] = &[
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
    answer(
        "json: too large, chunked",
        411,
        "LENGTH_REQUIRED",
        "The length of the request's body is not known",
    ),
    answer(
        "form: of a query",
        400,
        "INVALID_FORM",
        "The request's form is not valid: invalid digit found in string",
    ),
    answer("path: one", 400, "INVALID_PATH", "The request's path is not valid"),
    answer("path: by place", 400, "INVALID_PATH", "The request's path is not valid"),
    answer("path: by name", 400, "INVALID_PATH", "The request's path is not valid"),
    answer("path: mismatch", 400, "INVALID_PATH", "The request's path is not valid"),
    answer("text: no UTF-8", 400, "INVALID_TEXT", "The request's body is not valid text"),
    answer(
        "parts: no type",
        415,
        "UNSUPPORTED_MEDIA_TYPE",
        "The request's content type is not supported: expected `multipart/form-data`",
    ),
    answer(
        "parts: no boundary",
        400,
        "INVALID_MULTIPART",
        "The request's multipart form is not valid: multipart boundary not found in Content-Type",
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
    answer(
        "header: missing",
        400,
        "MISSING_HEADER",
        "A header of the request is missing: header `if-modified-since` is required",
    ),
    answer("header: not valid", 400, "INVALID_HEADER", "A header of the request is not valid"),
    answer("cookie: missing", 400, "MISSING_COOKIE", "The request has no cookie"),
    answer("cookie: not valid", 400, "INVALID_COOKIE", "A cookie of the request is not valid"),
    answer("no route", 404, "NOT_FOUND", "There is nothing at this address"),
    answer("wrong method", 405, "METHOD_NOT_ALLOWED", "The method is not allowed at this address"),
    answer("file: no such range", 416, "RANGE_NOT_SATISFIABLE", "The file has no such range"),
];

/// What poem takes.
const ABSENT: &[&str] = &["path: no UTF-8", "text: charset"];

#[test]
fn its_own_error_is_an_error_of_the_api() {
    let mut answers = [ALIKE, ANSWERS].concat();
    answers.extend([
        answer("erased: 4xx", 409, "CLIENT_ERROR", "Conflict"),
        answer("erased: 5xx", 503, "SERVER_ERROR", "Something went wrong"),
    ]);
    check::all(start(), "/any", &answers, ABSENT, &Failure::catalogue());
}

#[test]
fn what_it_tells_apart_are_errors_of_the_api() {
    let absent = [ABSENT, &["erased: 4xx", "erased: 5xx"]].concat();
    check::all(start(), "/handled", &[ALIKE, ANSWERS].concat(), &absent, &Handled::catalogue());
}

#[test]
fn the_catalogue_has_the_codes() {
    let codes = [
        "JSON_SYNTAX",
        "JSON_DATA",
        "UNSUPPORTED_MEDIA_TYPE",
        "UNREADABLE_BODY",
        "INVALID_FORM",
        "INVALID_QUERY",
        "INVALID_PATH",
        "INVALID_TEXT",
        "PAYLOAD_TOO_LARGE",
        "BODY_TAKEN",
        "INVALID_MULTIPART",
        "LENGTH_REQUIRED",
        "MISSING_EXTENSION",
        "INVALID_HEADER",
        "MISSING_HEADER",
        "INVALID_COOKIE",
        "MISSING_COOKIE",
        "NOT_FOUND",
        "METHOD_NOT_ALLOWED",
        "FORBIDDEN",
        "PRECONDITION_FAILED",
        "RANGE_NOT_SATISFIABLE",
        "INTERNAL_SERVER_ERROR",
    ];
    assert_eq!(Handled::catalogue().codes(), codes);
}

/// RFC 9110, section 15.5.17.
#[test]
fn a_range_tells_how_long_the_file_is() {
    let range = || StaticFileError::RangeNotSatisfiable { size: 7 };
    for error in [Failure::from(poem::Error::from(range())).response(), range().response()] {
        assert_eq!(error.headers()["content-range"], "bytes */7");
    }
}

/// What an application makes of one of poem's errors is no longer poem's.
#[test]
fn another_status_is_another_error() {
    let teapot = poem::Error::new(NotFoundError, StatusCode::IM_A_TEAPOT);
    assert_eq!(ApiError::status(&teapot), 418);
    assert_eq!(teapot.code(), "CLIENT_ERROR");
    assert_eq!(teapot.message(), "I'm a teapot");
}
