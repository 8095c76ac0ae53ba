//! Parameters of every kind, with the bounds that the uses need.

use crate::support::{Flat, body, json};
use bytes::Bytes;
use error_runtime::{ApiError, Context, Declared, Envelope, Problem};
use http::Response;
use serde::Serialize;
use std::fmt::{Debug, Display};
use std::marker::PhantomData;
use std::sync::{Arc, Mutex};

// Should expand to:
//
//     impl<'a, T: Clone, const N: usize> ApiError for All<'a, T, N>
//     where T: Debug, T: Serialize, Self: Debug + Display { … }
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum All<'a, T: Clone = u8, const N: usize = 2>
where
    T: Debug,
{
    #[error("{value:?} {text}")]
    #[api(status = 400, detail("n" = N), hint("{}", .text.len()))]
    Value {
        #[api(detail)]
        value: T,
        #[api(member)]
        text: &'a str,
        marker: PhantomData<[(); N]>,
    },
    #[error("nothing")]
    #[api(status = 404)]
    Nothing,
}

#[test]
fn all_kinds_of_parameters() {
    let text = String::from("t");
    let error: All<'_> = All::Value { value: 1, text: &text, marker: PhantomData };
    json(
        &error,
        400,
        &[],
        r#"{"code":"VALUE","message":"1 t","hint":"1","details":{"value":1,"n":2},"text":"t"}"#,
    );
    let error: All<'_, Vec<bool>, 9> =
        All::Value { value: vec![true], text: "", marker: PhantomData };
    json(
        &error,
        400,
        &[],
        r#"{"code":"VALUE","message":"[true] ","hint":"0","details":{"value":[true],"n":9},"text":""}"#,
    );
    json(&All::<u8, 1>::Nothing, 404, &[], r#"{"code":"NOTHING","message":"nothing"}"#);
}

// Should expand to:
//
//     impl<T> ApiError for Uses<T>
//     where T: Display + LowerHex + Serialize, Self: Debug + Display { … }
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, status = 400)]
enum Uses<T> {
    #[error("x")]
    #[api(message = "{0} {0:#x}")]
    Shown(#[api(detail = "t")] T),
}

// Should expand to:
//
//     impl<T> ApiError for Unused<T> where Self: Debug + Display { … }
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat, status = 400)]
enum Unused<T> {
    #[error("m")]
    Nothing(#[allow(dead_code, reason = "only carried")] T),
}

/// Has `Debug` and nothing else.
#[derive(Debug)]
struct Opaque;

#[test]
fn bounds_are_those_of_the_uses() {
    json(
        &Uses::Shown(10_u8),
        400,
        &[],
        r#"{"code":"SHOWN","message":"10 0xa","details":{"t":10}}"#,
    );
    json(&Unused::Nothing(Opaque), 400, &[], r#"{"code":"NOTHING","message":"m"}"#);
}

// Should expand to:
//
//     impl<T> ApiError for Node<T> where T: Serialize + Display, … { … }
//
// with no bound on `Box<Node<T>>`, which would never end.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Node<T: Debug> {
    #[error("{0}")]
    #[api(status = 400)]
    Leaf(#[api(detail = "leaf")] T),
    // thiserror's own `transparent` would bound the box, and never end.
    #[error("the next one")]
    #[api(transparent)]
    Next(Box<Node<T>>),
}

#[test]
fn a_type_may_contain_itself() {
    let error = Node::Next(Box::new(Node::Next(Box::new(Node::Leaf(7)))));
    json(&error, 400, &[], r#"{"code":"LEAF","message":"7","details":{"leaf":7}}"#);
}

// Should expand to:
//
//     impl<E> ApiError for Around<E> where E: Nested, … { … }
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Flat)]
enum Around<E: Debug + Display> {
    #[error("{0}")]
    #[api(transparent, detail("around" = true))]
    Inner(E),
    #[error("own")]
    #[api(status = 409)]
    Own,
}

#[test]
fn the_inner_error_may_be_a_parameter() {
    json(
        &Around::Inner(Around::<Node<u8>>::Own),
        409,
        &[],
        r#"{"code":"OWN","message":"own","details":{"around":true}}"#,
    );
    json(
        &Around::Inner(Node::Leaf("x")),
        400,
        &[],
        r#"{"code":"LEAF","message":"x","details":{"around":true,"leaf":"x"}}"#,
    );
    assert_eq!(Around::<Node<u8>>::catalogue().codes(), ["LEAF", "OWN"]);
}

/// Rows of instances of one generic type are kept apart, since only the rows
/// that ask nothing of the value are kept at all.
#[test]
fn instances_share_their_constants() {
    let one = body(&All::<u8, 1>::Nothing);
    assert_eq!(one, body(&All::<String, 2>::Nothing));
    assert_eq!(one, body(&All::<u8, 1>::Nothing));
}

trait Sample {
    type Out: Debug + Serialize;
}

impl Sample for u8 {
    type Out = (u8, &'static str);
}

// Should expand to:
//
//     impl<T: Sample> ApiError for Projected<T> where T::Out: Serialize, … { … }
#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(envelope = Flat, status = 400)]
struct Projected<T: Sample> {
    #[api(detail)]
    out: T::Out,
}

#[test]
fn projections_are_bounded_as_they_are() {
    json(
        &Projected::<u8> { out: (1, "a") },
        400,
        &[],
        r#"{"code":"PROJECTED","message":"m","details":{"out":[1,"a"]}}"#,
    );
}

/// An envelope that another type chooses.
trait Choose: Debug {
    type Envelope: Envelope;
}

#[derive(Debug)]
struct ChooseFlat;

impl Choose for ChooseFlat {
    type Envelope = Flat;
}

#[derive(Debug)]
struct ChooseProblem;

impl Choose for ChooseProblem {
    type Envelope = Problem;
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(bound(C: Choose))]
enum OfRow<C: Choose> {
    #[error("m")]
    #[api(status = 404, envelope = C::Envelope)]
    Row,
    #[error("{0:?}")]
    #[api(status = 400)]
    Other(PhantomData<C>),
}

// One static body would serve both.
#[test]
fn an_envelope_of_a_row_may_depend_on_a_parameter() {
    assert_eq!(body(&OfRow::<ChooseFlat>::Row), r#"{"code":"ROW","message":"m"}"#);
    assert_eq!(
        body(&OfRow::<ChooseProblem>::Row),
        r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"m","code":"ROW"}"#
    );
    let _ = OfRow::<ChooseFlat>::Other(PhantomData);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("one")]
#[api(status = 400)]
struct One;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("two")]
#[api(status = 400)]
struct Two;

#[derive(Debug, thiserror::Error, ApiError)]
enum Lists<T: ApiError + Declared> {
    #[error("list")]
    #[api(status = 422)]
    List(#[api(errors)] Vec<T>),
}

/// Types of one declaration share what is kept of their rows, and not the
/// items of their lists.
#[test]
fn a_hook_sees_the_items_of_its_own_type() {
    fn seen<T: ApiError + Declared>(item: T) -> String {
        let seen = Arc::new(Mutex::new(String::new()));
        let see = Arc::clone(&seen);
        let context = Context::new().with_hook(move |rendered| {
            let table = rendered.spec().errors.map(|table| table());
            *see.lock().unwrap() = table.unwrap().type_name().to_owned();
        });
        let _: Response<Bytes> = Lists::List(vec![item]).to_http_with(&context);
        seen.lock().unwrap().clone()
    }
    for _ in 0..3 {
        assert!(seen(One).ends_with("::One"));
        assert!(seen(Two).ends_with("::Two"));
    }
}
