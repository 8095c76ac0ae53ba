//! What the layer allocates for a request that goes well.

use super::{Allocated, head};
use allocation_counter::measure;
use error_runtime::ErrorLayer;
use http::{HeaderName, HeaderValue, Request, Response};
use std::convert::Infallible;
use std::future::{Ready, ready};
use std::hint::black_box;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use tower_layer::Layer;
use tower_service::Service;

const ID: HeaderName = HeaderName::from_static("x-request-id");

/// Allocates nothing at all.
#[derive(Clone)]
struct Nothing;

impl<B> Service<Request<B>> for Nothing {
    type Response = Response<String>;
    type Error = Infallible;
    type Future = Ready<Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Request<B>) -> Self::Future {
        ready(Ok(Response::new(String::new())))
    }
}

fn allocated(id: Option<&'static str>) -> Allocated {
    let mut service = ErrorLayer::default().layer(Nothing);
    let mut answer = || {
        let mut request = Request::new(());
        if let Some(id) = id {
            request.headers_mut().insert(ID, HeaderValue::from_static(id));
        }
        let future = pin!(service.call(request));
        let Poll::Ready(Ok(response)) = future.poll(&mut Context::from_waker(Waker::noop())) else {
            panic!("not ready");
        };
        assert!(response.headers().contains_key(ID));
        drop(black_box(response));
    };
    answer();
    let info = measure(answer);
    assert_eq!(info.count_current, 0, "nothing is kept");
    (info.count_total, info.bytes_total)
}

/// Beside the headers of request and answer: what the layer knows of the
/// request, a short id among it. The service's future is moved with its answer's.
#[test]
fn a_client_s_id_is_kept_in_its_place() {
    let (headers, _) = head();
    assert_eq!(allocated(Some("r-1")).0, 2 * headers + 1);
    assert_eq!(allocated(Some("0198c7a2-51f0-7d3e-9b8e-2f6a1c4d5e70")).0, 2 * headers + 1);
}

/// Beside these: a copy of a long id.
#[test]
fn a_long_id_is_copied_once() {
    const LONG: &str = "0198c7a2-51f0-7d3e-9b8e-2f6a1c4d5e70-0198c7a2";
    let (headers, _) = head();
    assert_eq!(allocated(Some(LONG)).0, 2 * headers + 2);
}

/// Beside the same: the id in the form of headers, which two share.
#[test]
fn a_new_id_is_written_twice() {
    let (headers, _) = head();
    assert_eq!(allocated(None).0, 2 * headers + 1 + 1);
}
