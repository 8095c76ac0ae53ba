//! Errors and successes that are responses of axum 0.7 and of axum 0.8.

use error_runtime::{ApiError, envelope};
use std::error::Error;
use std::fmt;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

envelope! {
    /// What both answer.
    #[api(axum = ::axum07, axum = ::axum08)]
    pub Both = { "code": code, "message": message }
    success = { "data": data }
}

/// A generic enum.
#[derive(Debug, ApiError)]
#[api(envelope = Both, axum = ::axum07, axum = ::axum08)]
pub enum Failure<T: Clone, const N: usize = 1>
where
    T: Send,
{
    /// A constant body.
    #[api(status = 404)]
    NotFound,
    /// A body with a field.
    #[api(status = 409, message = "{0:?} is taken", header("allow" = "GET"))]
    Taken([T; N]),
}

impl<T: Clone + Send, const N: usize> fmt::Display for Failure<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("failure")
    }
}

impl<T: Clone + Send + fmt::Debug, const N: usize> Error for Failure<T, N> {}

fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("nothing is waited for"),
    }
}

macro_rules! answers_as_declared {
    ($axum:ident) => {
        #[test]
        fn $axum() {
            use $axum::response::{IntoResponse, Response};

            fn body(response: Response) -> String {
                let bytes = now($axum::body::to_bytes(response.into_body(), 1000)).unwrap();
                String::from_utf8(bytes.to_vec()).unwrap()
            }

            // As a handler of either axum returns it.
            async fn handler(good: bool) -> Result<Both<u8>, Failure<u8, 2>> {
                if good { Ok(Both(1)) } else { Err(Failure::Taken([1, 2])) }
            }

            let response = Failure::<u8>::NotFound.into_response();
            assert_eq!(response.status(), 404);
            assert_eq!(response.headers()["content-type"], "application/json");
            assert_eq!(body(response), r#"{"code":"NOT_FOUND","message":"failure"}"#);

            let response = now(handler(false)).into_response();
            assert_eq!(response.status(), 409);
            assert_eq!(response.headers()["allow"], "GET");
            assert_eq!(body(response), r#"{"code":"TAKEN","message":"[1, 2] is taken"}"#);

            let response = now(handler(true)).into_response();
            assert_eq!(response.status(), 200);
            assert_eq!(body(response), r#"{"data":1}"#);
        }
    };
}

answers_as_declared!(axum07);
answers_as_declared!(axum08);
