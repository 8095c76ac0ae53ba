//! What stands before and behind a function on AWS: API Gateway, which makes an
//! event of each request, and the runtime's API, which hands it over.

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Json, Response};
use axum::routing::{get, post};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, StatusCode, header};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::{Mutex, mpsc, oneshot};

/// Events on their way to the function, and answers on their way back.
struct Aws {
    send: mpsc::UnboundedSender<(String, Value)>,
    receive: Mutex<mpsc::UnboundedReceiver<(String, Value)>>,
    waiting: Mutex<HashMap<String, oneshot::Sender<Value>>>,
}

pub async fn serve(socket: TcpListener) {
    let (send, receive) = mpsc::unbounded_channel();
    let aws = Aws { send, receive: Mutex::new(receive), waiting: Mutex::default() };
    let router = Router::new()
        .route("/2018-06-01/runtime/invocation/next", get(next))
        .route("/2018-06-01/runtime/invocation/{id}/response", post(answered))
        .route("/2018-06-01/runtime/invocation/{id}/error", post(answered))
        .fallback(gateway)
        .with_state(Arc::new(aws));
    let listener = tokio::net::TcpListener::from_std(socket).unwrap();
    axum::serve(listener, router).await.unwrap();
}

async fn next(State(aws): State<Arc<Aws>>) -> impl IntoResponse {
    let (id, event) = aws.receive.lock().await.recv().await.unwrap();
    let headers = [
        ("lambda-runtime-aws-request-id", id),
        ("lambda-runtime-deadline-ms", "4102444800000".to_owned()),
        ("lambda-runtime-invoked-function-arn", "arn:aws:lambda:tests".to_owned()),
    ];
    (headers, Json(event))
}

async fn answered(
    State(aws): State<Arc<Aws>>,
    Path(id): Path<String>,
    answer: Bytes,
) -> StatusCode {
    let answer = serde_json::from_slice(&answer).unwrap();
    aws.waiting.lock().await.remove(&id).unwrap().send(answer).unwrap();
    StatusCode::ACCEPTED
}

/// An event of API Gateway's payload format 2.0, and its answer in that format.
async fn gateway(State(aws): State<Arc<Aws>>, request: Request) -> Response {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let (head, body) = request.into_parts();
    let path = head.uri.path();
    let id = format!("id-{}", COUNT.fetch_add(1, Ordering::Relaxed));
    let mut headers = serde_json::Map::new();
    for (name, value) in &head.headers {
        // An event is text.
        let value = String::from_utf8_lossy(value.as_bytes());
        headers.insert(name.as_str().to_owned(), value.into());
    }
    headers.insert("host".to_owned(), "abc.execute-api.eu-central-1.amazonaws.com".into());
    let body = axum::body::to_bytes(body, 1 << 20).await.unwrap();
    let event = json!({
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": head.uri.query().unwrap_or_default(),
        "headers": headers,
        "requestContext": {
            "accountId": "123456789012",
            "apiId": "abc",
            "domainName": "abc.execute-api.eu-central-1.amazonaws.com",
            "domainPrefix": "abc",
            "http": {
                "method": head.method.as_str(),
                "path": path,
                "protocol": "HTTP/1.1",
                "sourceIp": "192.0.2.1",
                "userAgent": "tests",
            },
            "requestId": id,
            "routeKey": "$default",
            "stage": "$default",
            "time": "21/Apr/2020:15:08:21 +0000",
            "timeEpoch": 1_587_481_701_067_u64,
        },
        "isBase64Encoded": false,
        "body": String::from_utf8_lossy(&body),
    });
    let (send, receive) = oneshot::channel();
    aws.waiting.lock().await.insert(id.clone(), send);
    aws.send.send((id, event)).unwrap();
    response(&receive.await.unwrap())
}

fn response(answer: &Value) -> Response {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let Some(status) = answer["statusCode"].as_u64() else {
        return (StatusCode::BAD_GATEWAY, answer.to_string()).into_response();
    };
    assert_eq!(answer["isBase64Encoded"], false, "text leaves as text: {answer}");
    let mut response = Response::new(Body::from(text(&answer["body"])));
    *response.status_mut() = StatusCode::from_u16(u16::try_from(status).unwrap()).unwrap();
    let headers = response.headers_mut();
    for (name, value) in answer["headers"].as_object().into_iter().flatten() {
        let name: HeaderName = name.parse().unwrap();
        headers.append(name, HeaderValue::from_bytes(text(value).as_bytes()).unwrap());
    }
    for cookie in answer["cookies"].as_array().into_iter().flatten() {
        headers.append(header::SET_COOKIE, text(cookie).parse().unwrap());
    }
    response
}
