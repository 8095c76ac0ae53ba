//! What an answer allocates: nothing that a hand-written one does not, and a
//! body of the right size, once. Without a clock, since these do not vary.

mod layer;

use allocation_counter::{AllocationInfo, measure};
use axum::body::Body;
use axum::response::IntoResponse;
use bytes::Bytes;
use error_runtime::{ApiError, Context, envelope};
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue, RETRY_AFTER};
use http::{Response, StatusCode};
use std::hint::black_box;
use std::io;

envelope! {
    /// With all that the paths here say.
    pub Fault = {
        "error": { "code": code, "message": message, "details"?: details },
        "request_id"?: request_id,
    }
    should_retry = "x-should-retry"
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Fault, axum)]
enum StoreError {
    #[error("The project is locked by another build")]
    #[api(status = 409)]
    Locked,

    #[error("The project is busy with another build")]
    #[api(status = 409, retry = "poll", retry_after = 30)]
    Busy,

    #[error("Project {id} has no file {path}")]
    #[api(status = 404)]
    Missing { id: u64, path: &'static str },

    #[error("There is no such file")]
    #[api(status = 404)]
    Unknown {
        #[api(detail)]
        id: u64,
        #[api(detail)]
        path: &'static str,
    },

    #[error("The disk failed: {0}")]
    #[api(status = 500, message = "The store failed")]
    Disk(#[source] io::Error),
}

/// Count and bytes; a buffer that grows counts each time.
type Allocated = (u64, u64);

/// Of the answer after the first ones, for which a row's constant answer and a
/// thread's scratch are made.
fn allocated<B>(make: impl Fn() -> Response<B>) -> Allocated {
    drop((make(), make()));
    let AllocationInfo { count_total, bytes_total, count_current, .. } =
        measure(|| drop(black_box(make())));
    assert_eq!(count_current, 0, "nothing is kept");
    (count_total, bytes_total)
}

const SHOULD_RETRY: HeaderName = HeaderName::from_static("x-should-retry");

/// By hand, with a constant body.
fn by_hand(retries: bool) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from_static(b"{}"));
    *response.status_mut() = StatusCode::CONFLICT;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if retries {
        headers.insert(RETRY_AFTER, HeaderValue::from_static("30"));
        headers.insert(SHOULD_RETRY, HeaderValue::from_static("true"));
    }
    response
}

/// What the head of an answer takes: two allocations of its `HeaderMap`.
fn head() -> Allocated {
    let head = allocated(|| by_hand(false));
    assert_eq!(head.0, 2);
    head
}

/// A head, and these further allocations of so many bytes in all.
fn head_and(count: u64, bytes: usize) -> Allocated {
    let head = head();
    (head.0 + count, head.1 + u64::try_from(bytes).expect("a size"))
}

fn missing() -> StoreError {
    StoreError::Missing { id: black_box(4711), path: "src/main.rs" }
}

fn unknown() -> StoreError {
    StoreError::Unknown { id: black_box(4711), path: "src/main.rs" }
}

fn with_id() -> Context {
    Context::new().with_request_id("0198c7a2-51f0-7d3e-9b8e-2f6a1c4d5e70")
}

#[test]
fn a_constant_answer_allocates_its_head() {
    assert_eq!(allocated(|| black_box(StoreError::Locked).response()), head());
}

#[test]
fn headers_of_a_constant_answer_allocate_no_more() {
    let (count, bytes) = allocated(|| black_box(StoreError::Busy).response());
    let by_hand = allocated(|| by_hand(true));
    assert_eq!(count, by_hand.0);
    assert!(bytes <= by_hand.1, "{bytes} instead of {}", by_hand.1);
}

#[test]
fn a_message_with_fields_allocates_its_body_once() {
    let length = missing().response().body().len();
    assert_eq!(allocated(|| missing().response()), head_and(1, length));
}

#[test]
fn details_from_fields_allocate_the_body_once() {
    let length = unknown().response().body().len();
    assert_eq!(allocated(|| unknown().response()), head_and(1, length));
}

#[test]
fn a_source_allocates_nothing() {
    let error = || StoreError::Disk(black_box(io::ErrorKind::StorageFull).into());
    assert_eq!(allocated(|| error().response()), head());
}

#[test]
fn a_request_id_allocates_the_body_once() {
    let context = with_id();
    for make in [|| StoreError::Locked, missing] {
        let length = make().response_with(&context).body().len();
        let expected = head_and(1, length);
        assert_eq!(allocated(|| make().response_with(&context)), expected, "{}", make());
        context.scope(|| assert_eq!(allocated(|| make().response()), expected, "{}", make()));
    }
}

/// What the feature `metrics` takes, which other tests may have turned on: its
/// counter has two labels, whoever listens.
fn counter() -> u64 {
    let count = || {
        let (code, status) = ("LOCKED".to_owned(), "409".to_owned());
        metrics::counter!("errors", "code" => code, "status" => status).increment(1);
    };
    measure(count).count_total
}

/// Boxing a body is axum's; and nobody listens to the log.
#[test]
fn an_adapter_allocates_a_boxed_body() {
    let boxed = measure(|| drop(black_box(Body::from(Bytes::from_static(b"{}"))))).count_total;
    assert_eq!(boxed, 1);
    let (constant, _) = allocated(|| black_box(StoreError::Locked).into_response());
    let (with_fields, _) = allocated(|| missing().into_response());
    let expected = [head().0 + boxed, head().0 + boxed + 1];
    let counted = expected.map(|expected| expected + counter());
    assert!([expected, counted].contains(&[constant, with_fields]), "{constant}, {with_fields}");
}
