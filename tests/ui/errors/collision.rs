// An item may not have a member of a name that the items' template writes.

use error_runtime::{AnyError, ApiError, FieldError, envelope};
use std::sync::Arc;
use thiserror::Error;

envelope! {
    Listed = {
        "message": message,
        "errors"?: errors[{ "code": code, "title": title, "field": member("field"), ..members }],
    }

    ByField = { "errors": errors{ member("field"): [{ "reason": message, ..members }] } | {} }

    Places = errors[{ "loc": "body", "text": message, ..members }]
}

#[derive(Debug, Error, ApiError)]
#[api(status = 422, envelope = ByField)]
enum Item {
    #[error("too short")]
    Short {
        #[api(member)]
        field: &'static str,
        #[api(member = "title")]
        name: &'static str,
    },
    #[error("taken")]
    #[api(member("code" = 7))]
    Taken,
}

#[derive(Debug, Error, ApiError)]
#[api(status = 422, envelope = Listed, face(ByField, envelope = ByField))]
enum Owner {
    #[error("several")]
    Several(#[api(errors)] Option<Arc<[Item]>>),
    #[error("its own")]
    Own {
        #[api(errors)]
        list: Box<[Self]>,
        #[api(member = "kind", face(ByField, member = "reason"))]
        kind: &'static str,
    },
    #[error("another crate's")]
    #[api(envelope = Places)]
    Fields(#[api(errors)] Vec<FieldError>),
    // No complaint: these are known while running only.
    #[error("any")]
    Any(#[api(errors)] Vec<AnyError>),
}

// An owner may be generic, if its list is not.
#[derive(Debug, Error, ApiError)]
#[error("generic")]
#[api(status = 422, envelope = Listed)]
struct Generic<T: std::fmt::Debug> {
    #[api(errors)]
    list: Vec<Item>,
    of: Vec<T>,
}

fn main() {}
