//! Values of every kind that serializes, and texts of every character.

use proptest::collection::{btree_map, vec};
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use serde::Serialize;
use std::collections::BTreeMap;

/// Anything that a field may hold.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(crate) enum Value {
    Unit,
    Bool(bool),
    Signed(i64),
    Unsigned(u64),
    Wide(i128),
    Float(f64),
    Single(f32),
    Char(char),
    Text(String),
    Optional(Option<Box<Value>>),
    List(Vec<Value>),
    Pair(Box<(Value, Value)>),
    Map(BTreeMap<String, Value>),
    Numbered(BTreeMap<i16, bool>),
    Tagged(Tagged),
}

#[derive(Debug, Clone, Serialize)]
pub(crate) enum Tagged {
    Unit,
    New(u8),
    Tuple(String, bool),
    Struct { field: Option<u8> },
}

/// Every class of character: quotes, backslashes, controls, separators,
/// surrogates' neighbours, and what lies beyond the first plane.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let hard = prop_oneof![
        Just('"'),
        Just('\\'),
        Just('/'),
        Just('\u{0}'),
        Just('\u{1f}'),
        Just('\u{7f}'),
        Just('\u{85}'),
        Just('\n'),
        Just('\r'),
        Just('\t'),
        Just('\u{8}'),
        Just('\u{c}'),
        Just('\u{2028}'),
        Just('\u{2029}'),
        Just('\u{d7ff}'),
        Just('\u{e000}'),
        Just('\u{feff}'),
        Just('\u{fffd}'),
        Just('\u{ffff}'),
        Just('\u{10ffff}'),
        Just('{'),
        Just('}'),
        Just(','),
        Just(':'),
        Just('['),
    ];
    let one = prop_oneof![3 => any::<char>(), 2 => hard, 2 => proptest::char::range(' ', '~')];
    vec(one, 0..12).prop_map(|chars| chars.into_iter().collect())
}

fn tagged() -> impl Strategy<Value = Tagged> {
    prop_oneof![
        Just(Tagged::Unit),
        any::<u8>().prop_map(Tagged::New),
        (text(), any::<bool>()).prop_map(|(text, flag)| Tagged::Tuple(text, flag)),
        any::<Option<u8>>().prop_map(|field| Tagged::Struct { field }),
    ]
}

pub(crate) fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Unit),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::Signed),
        any::<u64>().prop_map(Value::Unsigned),
        any::<i128>().prop_map(Value::Wide),
        any::<f64>().prop_map(Value::Float),
        prop_oneof![Just(f64::NAN), Just(-0.0), Just(f64::INFINITY), Just(0.0)]
            .prop_map(Value::Float),
        any::<f32>().prop_map(Value::Single),
        any::<char>().prop_map(Value::Char),
        text().prop_map(Value::Text),
        tagged().prop_map(Value::Tagged),
        btree_map(any::<i16>(), any::<bool>(), 0..3).prop_map(Value::Numbered),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            proptest::option::of(inner.clone().prop_map(Box::new)).prop_map(Value::Optional),
            vec(inner.clone(), 0..4).prop_map(Value::List),
            (inner.clone(), inner.clone()).prop_map(|pair| Value::Pair(Box::new(pair))),
            btree_map(text(), inner, 0..4).prop_map(Value::Map),
        ]
    })
}

/// Named values, as a flattened field has them.
pub(crate) fn map() -> impl Strategy<Value = BTreeMap<String, Value>> {
    let known =
        prop_oneof![Just("type"), Just("detail"), Just("details"), Just("code"), Just("first")];
    let name = prop_oneof![4 => text(), 1 => known.prop_map(str::to_owned)];
    btree_map(name, value(), 0..4)
}
