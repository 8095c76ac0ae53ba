//! Errors that borrow from what does not live for ever, and successes, too:
//! wherever the framework itself lets them.

use crate::errors::{House, NoSuchWord};
use http::StatusCode;

#[test]
fn a_borrowed_error_answers() {
    let text = String::from("a word");
    let error = || NoSuchWord { word: &text[2..] };
    let expected = StatusCode::NOT_FOUND;

    assert_eq!(axum::response::IntoResponse::into_response(error()).status(), expected);
    assert_eq!(warp::Reply::into_response(error()).status(), expected);
    let response = actix_web::ResponseError::error_response(&error());
    assert_eq!(response.status().as_u16(), expected.as_u16());
    assert_eq!(poem::error::ResponseError::status(&error()), expected);
    let mut response = salvo::Response::new();
    salvo::Scribe::render(error(), &mut response);
    assert_eq!(response.status_code, Some(expected));
    let status = tonic::Status::from(error());
    assert_eq!((status.code(), status.message()), (tonic::Code::NotFound, "No word 'word'"));
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let response = runtime.block_on(lambda_http::IntoResponse::into_response(error()));
    assert_eq!(response.status(), expected);
}

/// Rocket's takes a request, which only a server has.
fn is_responder<'r, T: rocket::response::Responder<'r, 'static>>(_: &T) {}

#[test]
fn a_borrowed_value_answers_rocket() {
    let text = String::from("a word");
    is_responder(&NoSuchWord { word: &text });
    is_responder(&House(&*text));
}

#[test]
fn a_borrowed_success_answers() {
    let text = String::from("a word");
    let success = || House(&*text);
    let expected = StatusCode::OK;

    assert_eq!(axum::response::IntoResponse::into_response(success()).status(), expected);
    assert_eq!(warp::Reply::into_response(success()).status(), expected);
    assert_eq!(poem::IntoResponse::into_response(success()).status(), expected);
    let mut response = salvo::Response::new();
    salvo::Scribe::render(success(), &mut response);
    assert_eq!(response.status_code, Some(expected));
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let response = runtime.block_on(lambda_http::IntoResponse::into_response(success()));
    assert_eq!(response.body().as_ref(), br#"{"ok":true,"data":"a word"}"#);
}

#[test]
fn what_salvo_has_said_already_stays() {
    let mut response = salvo::Response::new();
    response.headers_mut().append("set-cookie", "c=3".parse().unwrap());
    response.headers_mut().append("content-type", "text/html".parse().unwrap());
    salvo::Scribe::render(crate::errors::AppError::LoggedOut, &mut response);
    let all = |name| response.headers().get_all(name).iter().collect::<Vec<_>>();
    assert_eq!(all("set-cookie"), ["c=3", "a=1; Path=/", "b=2, three"]);
    assert_eq!(all("content-type"), ["application/json"]);
}
