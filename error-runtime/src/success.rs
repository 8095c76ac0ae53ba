//! The success side of an envelope, for the types that `envelope!` declares.

use crate::out::{Out, json, with_scratch};
use crate::view::transcode;
use crate::{ApiError, Context, Failure, Part, Shape, Spec, http as answer, observe, render};
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, Response, StatusCode};
use serde::{Serialize, Serializer, ser};
use std::fmt;

/// Serializes a success in its envelope.
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
            let failure = Failure::Serialize { name: "data".to_owned(), reason: error.0.clone() };
            observe::failures(&[failure]);
            answer::respond(&Unserializable { shape, error }, None)
        }
    }
}

fn wrap(shape: &'static Shape, json: Vec<u8>) -> (HeaderMap, Bytes) {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, shape.content_type.clone());
    let body = if shape.success.is_some() {
        with_scratch(shape, |out| {
            write(shape, out, &json);
            Bytes::copy_from_slice(out.bytes())
        })
    } else {
        Bytes::from(json)
    };
    (headers, body)
}

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
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the data of a success failed to serialize: {}", self.error)
    }
}

impl std::error::Error for Unserializable {}

impl ApiError for Unserializable {
    fn specs(&self) -> &'static [Spec] {
        const SPECS: &[Spec] =
            &[Spec { variant: "Unserializable", status: Some(500), ..Spec::EMPTY }];
        SPECS
    }

    fn row(&self) -> usize {
        0
    }

    fn shape(&self) -> &'static Shape {
        self.shape
    }

    fn fill<'e>(&'e self, _row: usize, _part: Part<'e, '_>) {}
}
