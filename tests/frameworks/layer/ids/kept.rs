//! What a context keeps of a request, when it is kept itself.

use axum::body::Body;
use axum::http::{HeaderValue, Request, Response, header};
use bytes::Bytes;
use error_runtime::{Context, ErrorLayer};
use std::convert::Infallible;
use tower::{ServiceBuilder, ServiceExt, service_fn};

/// A server hands out parts of the buffer that it reads into.
fn part(of: &Bytes) -> HeaderValue {
    HeaderValue::from_maybe_shared(of.clone()).unwrap()
}

#[tokio::test]
async fn a_kept_context_keeps_no_buffer_of_the_server() {
    let (id, accept) = (Bytes::from(b"r-1".to_vec()), Bytes::from(b"application/json".to_vec()));
    let (send, mut contexts) = tokio::sync::mpsc::unbounded_channel();
    let service = service_fn(move |_: Request<Body>| {
        let _ = send.send(Context::current());
        async { Ok::<_, Infallible>(Response::new(Body::empty())) }
    });
    let mut request = Request::new(Body::empty());
    request.headers_mut().insert("x-request-id", part(&id));
    request.headers_mut().insert(header::ACCEPT, part(&accept));
    assert!(!id.is_unique() && !accept.is_unique());

    let service = ServiceBuilder::new().layer(ErrorLayer::default()).service(service);
    let answer = service.oneshot(request).await.unwrap();
    assert_eq!(answer.headers()["x-request-id"], "r-1");
    drop(answer);

    let context = contexts.recv().await.flatten().unwrap();
    assert_eq!(context.request_id(), Some("r-1"));
    assert!(id.is_unique() && accept.is_unique());
}
