//! What the layer answers itself, to a call of gRPC: its clients read a status
//! in the headers, and would take a body for messages.

use super::Head;
use crate::Caught;
use crate::negotiate::essence;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use http::{StatusCode, response};
use std::fmt::Write as _;

pub(super) const MEDIA_TYPE: HeaderValue = HeaderValue::from_static("application/grpc");

/// Whether a request is a call, by its content type: `application/grpc`, or
/// that with a suffix such as `+proto`. gRPC-Web is another protocol.
pub(super) fn is_call(head: &Head<'_>) -> bool {
    head.method == "POST" && head.headers.nth(&CONTENT_TYPE, 0).is_some_and(is_grpc)
}

fn is_grpc(content_type: &[u8]) -> bool {
    let name = essence(content_type);
    let Some((name, suffix)) = name.split_at_checked(b"application/grpc".len()) else {
        return false;
    };
    name.eq_ignore_ascii_case(b"application/grpc") && matches!(suffix.first(), None | Some(b'+'))
}

/// Makes a head the whole answer to a call, with the words of the error that
/// stands for what was caught.
pub(super) fn rewrite(
    caught: &Caught,
    (code, message, metadata): (i32, String, HeaderMap),
    parts: &mut response::Parts,
) {
    parts.status = StatusCode::OK;
    parts.headers.remove(CONTENT_LENGTH);
    parts.headers.extend(metadata);
    parts.headers.insert(CONTENT_TYPE, MEDIA_TYPE);
    let code = if is_no_method(caught) { UNIMPLEMENTED } else { code };
    parts.headers.insert(HeaderName::from_static("grpc-status"), HeaderValue::from(code));
    if let Ok(message) = HeaderValue::from_str(&encoded(&message)) {
        parts.headers.insert(HeaderName::from_static("grpc-message"), message);
    }
}

const UNIMPLEMENTED: i32 = 12;

/// Without a route there is no such method of a service: to gRPC that is not
/// the same as a thing that is not found.
fn is_no_method(caught: &Caught) -> bool {
    matches!(caught.status(), StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED)
}

/// A message as gRPC's protocol over HTTP/2 has it: what is not printable ASCII
/// in percents.
fn encoded(message: &str) -> String {
    let mut text = String::with_capacity(message.len());
    for byte in message.bytes() {
        if matches!(byte, b' '..=b'~') && byte != b'%' {
            text.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{encoded, is_grpc};

    #[test]
    fn a_call_is_told_by_its_type() {
        for name in ["application/grpc", "application/grpc+proto", "Application/gRPC;a=b"] {
            assert!(is_grpc(name.as_bytes()), "{name}");
        }
        for name in ["", "application/grp", "application/grpc-web", "application/grpcs", "a/b"] {
            assert!(!is_grpc(name.as_bytes()), "{name}");
        }
    }

    #[test]
    fn a_message_is_printable() {
        assert_eq!(
            encoded("100 % of \"Gr\u{f6}\u{df}e\"\r\n"),
            "100 %25 of \"Gr%C3%B6%C3%9Fe\"%0D%0A"
        );
    }
}
