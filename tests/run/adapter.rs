//! `adapter`: any framework's macro, called with the type.

use crate::support::{Seen, seen};
use error_runtime::{ApiError, envelope};
use http::Response;

/// A framework that is not ours, with its own adapter beside it.
mod foreign {
    pub(super) trait Respond {
        fn respond(self) -> http::Response<Vec<u8>>;
    }

    macro_rules! respond {
        (error [$($generics:tt)*] [$ty:ty] [$($clause:tt)*]) => {
            impl<$($generics)*> $crate::adapter::foreign::Respond for $ty $($clause)* {
                fn respond(self) -> http::Response<Vec<u8>> {
                    error_runtime::ApiError::to_http(&self)
                }
            }
        };
        (success [$($generics:tt)*] [$ty:ty] [$($clause:tt)*]) => {
            impl<$($generics)*> $crate::adapter::foreign::Respond for $ty $($clause)* {
                fn respond(self) -> http::Response<Vec<u8>> {
                    self.into()
                }
            }
        };
    }

    macro_rules! count {
        ($kind:ident [$($generics:tt)*] [$ty:ty] [$($clause:tt)*]) => {
            impl<$($generics)*> $ty $($clause)* {
                const KIND: &'static str = stringify!($kind);
            }
        };
    }

    pub(super) use {count, respond};
}

use foreign::Respond;

envelope! {
    /// Both sides.
    #[api(adapter = foreign::respond, adapter = foreign::count)]
    Both = { "ok": false, "message": message }
    success = { "ok": true, "data": data }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(envelope = Both, status = 400, adapter = foreign::respond, adapter = crate::adapter::foreign::count)]
struct Plain;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{text} {value:?}")]
#[api(envelope = Both, status = 400, adapter = foreign::respond)]
struct Generic<'a, T: Clone = u8, const N: usize = 2>
where
    T: std::fmt::Debug,
{
    text: &'a str,
    value: [T; N],
}

fn handler<R: Respond>(answer: R) -> Seen {
    seen(answer.respond())
}

#[test]
fn the_macro_makes_the_impl() {
    assert_eq!(handler(Plain).body, r#"{"ok":false,"message":"m"}"#);
    assert_eq!(handler(Plain).status, 400);
    assert_eq!(handler(Both(3)).body, r#"{"ok":true,"data":3}"#);
    assert_eq!(
        handler(Generic { text: "t", value: [1, 2] }).body,
        r#"{"ok":false,"message":"t [1, 2]"}"#
    );
}

#[test]
fn it_repeats() {
    assert_eq!(Plain::KIND, "error");
    assert_eq!(Both::<u8>::KIND, "success");
}

#[test]
fn plain_http_needs_none() {
    let response: Response<Vec<u8>> = Plain.into();
    assert_eq!(seen(response).body, r#"{"ok":false,"message":"m"}"#);
    let response: Response<bytes::Bytes> = Both("d").into();
    let seen = seen(response);
    assert_eq!((seen.status, seen.body.as_str()), (200, r#"{"ok":true,"data":"d"}"#));
}
