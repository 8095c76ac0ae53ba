//! `bound`: the where clause by hand.

use crate::support::{Flat, json};
use error_runtime::ApiError;
use serde::Serialize;
use std::fmt::Debug;

/// Serializes for any parameter, which inference cannot know.
struct Wrapper<T>(std::marker::PhantomData<T>);

impl<T> Serialize for Wrapper<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str("wrapped")
    }
}

#[derive(ApiError)]
#[api(envelope = Flat, status = 400, bound())]
struct Nothing<T> {
    #[api(detail)]
    wrapper: Wrapper<T>,
}

impl<T> Debug for Nothing<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Nothing")
    }
}

impl<T> std::fmt::Display for Nothing<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("m")
    }
}

impl<T> std::error::Error for Nothing<T> {}

trait Sample {
    type Out: Debug + Serialize;
}

impl Sample for u8 {
    type Out = &'static str;
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(envelope = Flat, status = 400, bound(T: Sample + Debug, T::Out: Serialize))]
struct Projected<T: Sample> {
    #[api(detail)]
    out: T::Out,
}

/// No traits at all.
struct Bare;

#[test]
fn it_replaces_what_is_inferred() {
    json(
        &Nothing::<Bare> { wrapper: Wrapper(std::marker::PhantomData) },
        400,
        &[],
        r#"{"code":"NOTHING","message":"m","details":{"wrapper":"wrapped"}}"#,
    );
    json(
        &Projected::<u8> { out: "o" },
        400,
        &[],
        r#"{"code":"PROJECTED","message":"m","details":{"out":"o"}}"#,
    );
}
