//! The success side of an envelope, for the types that `envelope!` declares.
//!
//! All of it is `#[inline]`: compiled where successes are answered.

use crate::out::{Out, json, scratch};
use crate::view::transcode;
use crate::{ApiError, Context, Failure, Part, Shape, Spec, http as answer, observe, render};
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, Response, StatusCode};
use serde_core::{Serialize, Serializer, ser};
use std::fmt;

/// Serializes a success in its envelope.
///
/// # Errors
///
/// Where the data or the serializer fails.
///
/// Not public API. Used by generated code.
pub fn serialize_success<T: Serialize + ?Sized, S: Serializer>(
    shape: &'static Shape,
    data: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    if shape.success.is_none() {
        return data.serialize(serializer);
    }
    let mut json = Vec::new();
    json::write(data, &mut json).map_err(ser::Error::custom)?;
    let mut out = Out::json(shape);
    write(shape, &mut out, &json);
    transcode(out.bytes(), serializer)
}

/// The response of a success: 200 and the envelope's content type. Data that
/// fails to serialize is a 500 in the same envelope.
///
/// Not public API. Used by generated code.
pub fn success_to_http<T: Serialize + ?Sized, B: From<Bytes>>(
    shape: &'static Shape,
    data: &T,
) -> Response<B> {
    let mut json = Vec::new();
    let result = json::write(data, &mut json);
    respond(shape, result, json)
}

fn respond<B: From<Bytes>>(
    shape: &'static Shape,
    result: Result<(), json::Error>,
    json: Vec<u8>,
) -> Response<B> {
    match result {
        Ok(()) => {
            let (headers, body) = wrap(shape, json);
            answer::response(StatusCode::OK, headers, body)
        }
        Err(error) => {
            let failure =
                Failure::Serialize { name: "data".to_owned(), reason: error.0.to_string() };
            observe::failures(&[failure]);
            answer::respond(&Unserializable { shape, error }, None)
        }
    }
}

#[inline]
fn wrap(shape: &'static Shape, json: Vec<u8>) -> (HeaderMap, Bytes) {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, shape.content_type.clone());
    let body = if shape.success.is_some() {
        let mut out = scratch::take(shape);
        write(shape, &mut out, &json);
        scratch::finish(out)
    } else {
        Bytes::from(json)
    };
    (headers, body)
}

#[inline]
fn write(shape: &'static Shape, out: &mut Out, json: &[u8]) {
    if let Some(node) = &shape.success {
        let context = Context::current();
        render::success(node, context.as_ref(), out, &mut |out| {
            out.buffer().extend_from_slice(json);
        });
    }
}

/// What a client is told when a success cannot be written.
#[derive(Debug)]
struct Unserializable {
    shape: &'static Shape,
    error: json::Error,
}

impl fmt::Display for Unserializable {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the data of a success failed to serialize: {}", self.error)
    }
}

impl std::error::Error for Unserializable {}

impl ApiError for Unserializable {
    #[inline]
    fn specs(&self) -> &'static [Spec] {
        const SPECS: &[Spec] =
            &[Spec { variant: "Unserializable", status: Some(500), ..Spec::EMPTY }];
        SPECS
    }

    #[inline]
    fn row(&self) -> usize {
        0
    }

    #[inline]
    fn shape(&self) -> &'static Shape {
        self.shape
    }

    #[inline]
    fn fill<'e>(&'e self, _row: usize, _part: Part<'e, '_>) {}
}

#[cfg(test)]
mod tests {
    use super::{serialize_success, success_to_http};
    use crate::{Body, Context, Kind, Member, Node, Policy, Shape, Slot};
    use http::{HeaderValue, Response};
    use serde::{Serialize, Serializer};

    const fn slot(slot: Slot, or: &'static str) -> Node {
        Node::Slot { slot, or, kind: Kind::AsIs }
    }

    const SUCCESS: &[Member] = &[
        Member::Named { name: "ok", key: "\"ok\":", optional: false, value: Node::Literal("true") },
        Member::Named {
            name: "id",
            key: "\"id\":",
            optional: true,
            value: slot(Slot::RequestId, "null"),
        },
        Member::Named {
            name: "data",
            key: "\"data\":",
            optional: false,
            value: slot(Slot::Data, "null"),
        },
    ];

    static SHAPE: Shape = Shape {
        name: "Wrapped",
        content_type: HeaderValue::from_static("application/json"),
        body: Body::Json(Node::Object(&[Member::Named {
            name: "message",
            key: "\"message\":",
            optional: false,
            value: slot(Slot::Message, "null"),
        }])),
        success: Some(Node::Object(SUCCESS)),
        policy: Policy { internal_message: Some("Sorry"), ..Policy::EMPTY },
    };

    struct Wrapped<T>(T);

    impl<T: Serialize> Serialize for Wrapped<T> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serialize_success(&SHAPE, &self.0, serializer)
        }
    }

    struct Broken;

    impl Serialize for Broken {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("broken"))
        }
    }

    fn answer<T: Serialize>(data: &T) -> (u16, String) {
        let response: Response<Vec<u8>> = success_to_http(&SHAPE, data);
        assert_eq!(response.headers()["content-type"], "application/json");
        (response.status().as_u16(), String::from_utf8(response.into_body()).unwrap())
    }

    #[test]
    fn data_stands_in_its_envelope() {
        let expected = r#"{"ok":true,"data":{"z":[1,2],"a":"\""}}"#;
        let data: serde_json::Value = serde_json::from_str(r#"{"z":[1,2],"a":"\""}"#).unwrap();
        let (status, body) = answer(&data);
        assert_eq!((status, body.len()), (200, expected.len()));
        assert_eq!(serde_json::to_string(&Wrapped(data)).unwrap(), body);
        assert_eq!(answer(&()), (200, r#"{"ok":true,"data":null}"#.to_owned()));
        assert_eq!(answer(&[0_u8; 0]).1, r#"{"ok":true,"data":[]}"#);
        Context::new().with_request_id("r").scope(|| {
            assert_eq!(answer(&1).1, r#"{"ok":true,"id":"r","data":1}"#);
            assert_eq!(serde_json::to_string(&Wrapped(1)).unwrap(), answer(&1).1);
        });
    }

    #[test]
    fn data_that_fails_is_a_500() {
        assert_eq!(answer(&Broken), (500, r#"{"message":"Sorry"}"#.to_owned()));
        assert!(serde_json::to_string(&Wrapped(Broken)).is_err());
    }
}
