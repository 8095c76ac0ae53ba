//! Plain hyper, with no adapter at all: the conversion into
//! `http::Response` is all that it takes.

use crate::support::lines;
use bytes::Bytes;
use error_runtime::{ApiError, envelope};
use http::{Request, Response};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use std::convert::Infallible;

envelope! {
    /// Both sides.
    Wire = { "ok": false, "code": code }
    success = { "ok": true, "data": data }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Wire)]
enum Service {
    #[error("There is no {0}")]
    #[api(status = 404, header("x-path" = "{0}"))]
    NoRoute(String),
}

fn route(request: &Request<Incoming>) -> Result<Wire<&'static str>, Service> {
    match request.uri().path() {
        "/" => Ok(Wire("root")),
        path => Err(Service::NoRoute(path.to_owned())),
    }
}

async fn service(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    Ok(route(&request).map_or_else(Response::from, Response::from))
}

#[tokio::test]
async fn it_answers_over_a_socket() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let connection = hyper::server::conn::http1::Builder::new();
            tokio::spawn(connection.serve_connection(TokioIo::new(stream), service_fn(service)));
        }
    });
    let response = reqwest::get(format!("http://{address}/")).await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.text().await.unwrap(), r#"{"ok":true,"data":"root"}"#);

    let response = reqwest::get(format!("http://{address}/other")).await.unwrap();
    assert_eq!(response.status(), 404);
    let headers = lines(response.headers());
    assert_eq!(headers[0], ("content-type".to_owned(), "application/json".to_owned()));
    assert_eq!(headers[1], ("x-path".to_owned(), "/other".to_owned()));
    assert_eq!(headers[2], ("content-length".to_owned(), "30".to_owned()));
    assert_eq!(response.text().await.unwrap(), r#"{"ok":false,"code":"NO_ROUTE"}"#);
}
