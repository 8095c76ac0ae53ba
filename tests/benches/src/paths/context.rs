//! d: the request's id, from the context into the body.

use super::fields::values;
use super::{Group, Path};
use crate::errors::{by_hand, ours};
use bytes::Bytes;
use error_runtime::{ApiError, Context};
use std::hint::black_box;

/// A UUID, as the layer makes them.
const ID: &str = "0198c7a2-51f0-7d3e-9b8e-2f6a1c4d5e70";

fn with_id() -> Context {
    Context::new().with_request_id(ID)
}

/// In the ambient context, which is set once for all runs.
fn ambient(path: Path, context: Context) -> Path {
    path.within(move |run| context.scope(run))
}

pub(super) fn constant() -> Group {
    let error = || black_box(ours::TracedError::ProjectLocked);
    let (context, empty, silent) = (with_id(), Context::new(), with_id());
    let here = ambient(Path::new("the id, ambient", move || error().to_http::<Bytes>()), with_id());
    Group {
        key: "d",
        title: "d. a constant message with the request's id",
        reference: 0,
        paths: vec![
            Path::new("**error-runtime**, no context", move || error().to_http::<Bytes>()),
            Path::new("a context without an id", move || error().to_http_with::<Bytes>(&empty)),
            Path::new("the id, passed", move || error().to_http_with::<Bytes>(&context)),
            here,
            Path::new("the id, not in the envelope", move || {
                black_box(ours::StoreError::ProjectLocked).to_http_with::<Bytes>(&silent)
            }),
            Path::new("by hand, constants and the id", || by_hand::constant_with_id(black_box(ID))),
            Path::new("by hand, serde_json", || {
                black_box(by_hand::StoreError::ProjectLocked).traced(Some(black_box(ID)))
            }),
        ],
    }
}

pub(super) fn fields() -> Group {
    let error = || {
        let (id, path) = values();
        ours::TracedError::FileMissing { id, path }
    };
    let (context, empty) = (with_id(), Context::new());
    let here = ambient(Path::new("the id, ambient", move || error().to_http::<Bytes>()), with_id());
    Group {
        key: "d2",
        title: "d′. a message with two fields and the request's id",
        reference: 0,
        paths: vec![
            Path::new("**error-runtime**, no context", move || error().to_http::<Bytes>()),
            Path::new("a context without an id", move || error().to_http_with::<Bytes>(&empty)),
            Path::new("the id, passed", move || error().to_http_with::<Bytes>(&context)),
            here,
            Path::new("by hand, serde_json", || {
                let (id, path) = values();
                by_hand::StoreError::FileMissing { id, path }.traced(Some(black_box(ID)))
            }),
        ],
    }
}
