//! actix-web's own compression, around the layer and inside it.

use super::native::client::{Answer, Server};
use super::service::{layer, routes, serve};
use actix_web::App;
use actix_web::middleware::Compress;
use reqwest::Method;
use serde_json::{Value, json};
use std::io::Read as _;

/// The answer to somebody who reads gzip, with its text.
async fn ask(server: &Server, method: Method, path: &str) -> (Answer, String) {
    let request = server.request(method, path).header("accept-encoding", "gzip");
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let bytes = response.bytes().await.unwrap();
    let mut text = String::new();
    if headers.get("content-encoding").is_some_and(|name| name == "gzip") && !bytes.is_empty() {
        flate2::read::GzDecoder::new(&*bytes).read_to_string(&mut text).unwrap();
    } else {
        text.push_str(std::str::from_utf8(&bytes).unwrap());
    }
    (Answer { status, headers, body: String::new() }, text)
}

#[tokio::test]
async fn around_the_layer_it_compresses_envelopes() {
    let server = serve(|| App::new().configure(routes).wrap(layer()).wrap(Compress::default()));
    for (path, status, code, message) in [
        ("/own", 409, "OUT_OF_STOCK", "There are only 3 left"),
        ("/nowhere", 404, "NOT_FOUND", "Not Found"),
        ("/bare", 403, "FORBIDDEN", "keep out"),
    ] {
        let (answer, text) = ask(&server, Method::GET, path).await;
        assert_eq!(answer.status, status);
        assert_eq!(answer.header("content-encoding"), Some("gzip"), "{path}");
        assert_eq!(answer.header("content-length"), None, "{path}");
        let body: Value = serde_json::from_str(&text).unwrap();
        let id = answer.id();
        assert_eq!(body, json!({ "code": code, "message": message, "request_id": id }));
        answer.assert_event(status, code);
    }
    let (answer, text) = ask(&server, Method::HEAD, "/nowhere").await;
    assert_eq!((answer.status, &*text), (404, ""));
    // actix-web gives the compression no response of a panic, and it none to
    // compress.
    let (answer, text) = ask(&server, Method::GET, "/panic").await;
    assert_eq!(answer.header("content-encoding"), None);
    let body: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((answer.status, &body["request_id"]), (500, &answer.id().into()));
    answer.assert_event(500, "INTERNAL_SERVER_ERROR");
}

#[tokio::test]
async fn inside_the_layer_our_errors_are_still_ours() {
    let server = serve(|| App::new().configure(routes).wrap(Compress::default()).wrap(layer()));
    let (answer, text) = ask(&server, Method::GET, "/own").await;
    assert_eq!(answer.header("content-encoding"), Some("gzip"));
    let body: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((answer.status, &body["request_id"]), (409, &answer.id().into()));
    answer.assert_event(409, "OUT_OF_STOCK");
    // What is compressed by then cannot be read, and passes whole.
    let (answer, text) = ask(&server, Method::GET, "/bare").await;
    assert_eq!((answer.status, &*text), (403, "keep out"));
    assert_eq!(answer.events(), []);
}
