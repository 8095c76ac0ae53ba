//! What is written equals what `serde_json` writes, or is not written.

use super::{Keep, Out, json};
use crate::{Body, Case, Failure, Kind, Member, Node, Policy, Shape, Slot};
use http::HeaderValue;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

static CAMEL: Shape = Shape {
    name: "Camel",
    content_type: HeaderValue::from_static("application/json"),
    body: Body::Json(Node::Object(&[
        Member::Named {
            name: "code",
            key: "\"code\":",
            optional: false,
            value: Node::Slot { slot: Slot::Code, or: "null", kind: Kind::AsIs },
        },
        Member::Named {
            name: "at",
            key: "\"at\":",
            optional: false,
            value: Node::Slot { slot: Slot::Member("place"), or: "null", kind: Kind::AsIs },
        },
        Member::Rest,
    ])),
    success: None,
    policy: Policy { field_case: Some(Case::Camel), keep: Keep::OmitDefault, ..Policy::EMPTY },
};

struct Broken;

impl Serialize for Broken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Some of it is written before it fails.
        let mut map = serde::Serializer::serialize_map(serializer, None)?;
        serde::ser::SerializeMap::serialize_entry(&mut map, "half", &1)?;
        Err(serde::ser::Error::custom("broken"))
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("half")?;
        Err(fmt::Error)
    }
}

fn entries(write: impl FnOnce(&mut Out)) -> (String, Vec<Failure>) {
    written(Out { shape: None, ..Out::closed() }, write)
}

fn written(mut out: Out, write: impl FnOnce(&mut Out)) -> (String, Vec<Failure>) {
    out.entries(write);
    let failures = out.take_failures();
    (out.into_text(), failures)
}

#[test]
fn entries_follow_each_other() {
    let (body, failures) = entries(|out| {
        out.entry("a", Keep::Default, &1);
        out.entry("none", Keep::Default, &None::<u8>);
        out.entry("kept", Keep::Null, &None::<u8>);
        out.entry_fmt("t", format_args!("{}-\"{}\"", 1, 2));
        out.object("o", |out| {
            out.entry("a", Keep::Default, "x");
            out.object("empty", |_| {});
        });
        out.entry("zero", Keep::OmitDefault, &0);
        out.entry("q\"k", Keep::Default, &true);
    });
    let expected = r#"{"a":1,"kept":null,"t":"1-\"2\"","o":{"a":"x","empty":{}},"q\"k":true}"#;
    assert_eq!(body, expected);
    assert_eq!(failures, []);
}

#[test]
fn the_policy_holds_for_fields() {
    let (body, _) = written(Out::json(&CAMEL), |out| {
        out.field("retry_count", Keep::Default, &0);
        out.field("retry_limit", Keep::Empty, &0);
        out.entry("as_stated", Keep::Default, &1);
        out.field("last_word", Keep::Null, &());
    });
    assert_eq!(body, r#"{"retryLimit":0,"as_stated":1,"lastWord":null}"#);
}

#[test]
fn what_fails_is_not_there() {
    let (body, failures) = entries(|out| {
        out.entry("a", Keep::Default, &Broken);
        out.entry_fmt("b", format_args!("x{Broken}"));
        out.flatten(&Broken);
        out.value(&Broken);
        out.entry("c", Keep::Default, &1);
        // A name that was rolled back is free again.
        out.entry("a", Keep::Default, &2);
    });
    assert_eq!(body, r#"{"c":1,"a":2}"#);
    assert_eq!(failures.len(), 4);
    assert_eq!(failures[1], Failure::Display { part: "b".to_owned() });
}

#[test]
fn no_name_stands_twice() {
    let (body, failures) = entries(|out| {
        out.entry("a", Keep::Default, &1);
        out.entry("a", Keep::Default, &2);
        out.object("o", |out| out.entry("a", Keep::Default, &3));
        out.flatten(&BTreeMap::from([("a", 4), ("b", 5)]));
        out.next_error();
        out.entry("b", Keep::Default, &6);
        out.entry("c", Keep::Default, &7);
        out.entry("c", Keep::Default, &8);
    });
    assert_eq!(body, r#"{"a":1,"o":{"a":3},"b":5,"c":7}"#);
    // The inner error's `b` gives way without a word.
    let taken = |name: &str| Failure::NameTaken { name: name.to_owned() };
    assert_eq!(failures, [taken("a"), taken("a"), taken("c")]);
}

#[test]
fn a_value_may_be_all_of_it() {
    let whole = |value: &serde_json::Value| {
        let (body, failures) = entries(|out| {
            out.value(value);
            out.entry("later", Keep::Default, &1);
        });
        (body, failures.len())
    };
    assert_eq!(whole(&serde_json::json!([1, 2])), ("[1,2]".to_owned(), 0));
    assert_eq!(whole(&serde_json::json!("text")), ("\"text\"".to_owned(), 0));
    assert_eq!(whole(&serde_json::json!(null)), (r#"{"later":1}"#.to_owned(), 0));
    let (body, _) = whole(&serde_json::json!({"a": null, "later": 0}));
    assert_eq!(body, r#"{"a":null,"later":0}"#);
    let (body, failures) = entries(|out| {
        out.entry("first", Keep::Default, &1);
        out.value(&[1]);
    });
    assert_eq!((body.as_str(), failures), (r#"{"first":1}"#, vec![Failure::NotAnObject]));
}

#[test]
fn rest_leaves_out_what_the_template_names() {
    let Body::Json(Node::Object(members)) = &CAMEL.body else { unreachable!() };
    let mut out = Out::json(&CAMEL);
    out.raw("{\"code\":1");
    out.rest(members, |out| {
        out.entry("code", Keep::Default, "taken");
        out.field("place", Keep::Default, "named by a slot");
        out.field("free_one", Keep::Default, &1);
        out.entry("free_one", Keep::Default, &2);
    });
    out.raw("}");
    let failures = out.take_failures();
    assert_eq!(out.into_text(), r#"{"code":1,"freeOne":1,"free_one":2}"#);
    assert_eq!(failures, [Failure::NameTaken { name: "code".to_owned() }]);
}

#[test]
fn one_entry_stands_alone() {
    let mut out = Out::json(&CAMEL);
    let write = |out: &mut Out| {
        out.field("other_one", Keep::Default, &Broken);
        out.object("place", |out| out.entry("a", Keep::Default, &1));
        out.field("other_two", Keep::Empty, "");
        out.entry("place", Keep::Default, &2);
    };
    assert_eq!(out.only("place", write), Some(false));
    out.raw("|");
    assert_eq!(out.only("otherTwo", write), Some(true));
    out.raw("|");
    assert_eq!(out.only("other_two", write), Some(true));
    assert_eq!(out.only("absent", write), None);
    assert_eq!(out.failures(), 0);
    assert_eq!(out.into_text(), r#"{"a":1}|""|"""#);
}

#[test]
fn what_has_no_place_is_ignored() {
    let (body, _) = entries(|out| {
        out.text("text");
        out.fmt(format_args!("{Broken}"));
        out.entry_fmt("a", format_args!("{}", 1));
    });
    assert_eq!(body, r#"{"a":"1"}"#);
    let mut out = Out::plain(&CAMEL);
    out.entry("a", Keep::Default, &1);
    out.object("a", |_| {});
    out.value(&1);
    out.text("\"plain\"\n");
    assert_eq!(out.into_text(), "\"plain\"\n");
}

#[derive(Serialize)]
enum Shapes<'a> {
    Unit,
    Newtype(&'a str),
    Tuple(u8, f32),
    Struct { a: Option<i8>, b: char },
}

#[derive(Serialize)]
struct Nested<'a> {
    shapes: Vec<Shapes<'a>>,
    unit: (),
    numbers: (i64, u64, f64, f64, i128, u128, f32),
    map: BTreeMap<i32, bool>,
    truths: BTreeMap<bool, [u8; 2]>,
    letters: BTreeMap<char, Option<u8>>,
    address: std::net::IpAddr,
    empty: [(); 0],
}

#[test]
fn json_equals_serde_json() {
    let value = Nested {
        shapes: vec![
            Shapes::Unit,
            Shapes::Newtype("a\u{7}\"\u{2028}"),
            Shapes::Tuple(1, 0.1),
            Shapes::Struct { a: None, b: '\u{1f980}' },
        ],
        unit: (),
        numbers: (i64::MIN, u64::MAX, 1e300, f64::NAN, i128::MIN, u128::MAX, f32::MIN_POSITIVE),
        map: BTreeMap::from([(-1, true), (2, false)]),
        truths: BTreeMap::from([(true, [0, 255])]),
        letters: BTreeMap::from([('"', None), ('x', Some(1))]),
        address: "::1".parse().unwrap(),
        empty: [],
    };
    let mut bytes = Vec::new();
    json::write(&value, &mut bytes).unwrap();
    assert_eq!(String::from_utf8(bytes).unwrap(), serde_json::to_string(&value).unwrap());
}

#[test]
fn keys_must_be_text() {
    let mut bytes = Vec::new();
    let map = BTreeMap::from([((1, 2), 3)]);
    assert!(json::write(&map, &mut bytes).is_err());
    assert!(serde_json::to_string(&map).is_err());
}

/// Goes on after a part of it has failed, as a `Serialize` may.
#[derive(Clone, Copy)]
enum Swallows {
    Entries,
    Keys,
    Elements,
    Tuple,
    Fields,
    Variant,
}

impl Serialize for Swallows {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::*;
        match self {
            Self::Entries => {
                let mut map = serializer.serialize_map(None)?;
                let _ = map.serialize_entry("a", &Broken);
                map.serialize_entry("b", &1)?;
                let _ = map.serialize_entry("c", &[Broken]);
                map.serialize_entry("d", &Self::Elements)?;
                map.end()
            }
            Self::Keys => {
                let mut map = serializer.serialize_map(None)?;
                let _ = map.serialize_key(&Broken);
                let _ = map.serialize_value(&1);
                let _ = map.serialize_entry(&[1], &1);
                map.serialize_entry(&1, &1)?;
                let _ = map.serialize_entry(&(), &1);
                map.end()
            }
            Self::Elements => {
                let mut list = serializer.serialize_seq(None)?;
                let _ = list.serialize_element(&Broken);
                list.serialize_element(&1)?;
                let _ = list.serialize_element(&Broken);
                list.end()
            }
            Self::Tuple => {
                let mut list = serializer.serialize_tuple_variant("T", 0, "V", 2)?;
                let _ = list.serialize_field(&Broken);
                list.serialize_field(&1)?;
                list.end()
            }
            Self::Fields => {
                let mut fields = serializer.serialize_struct("S", 3)?;
                let _ = fields.serialize_field("a", &Broken);
                fields.serialize_field("b", &1)?;
                let _ = fields.serialize_field("c", &Broken);
                fields.end()
            }
            Self::Variant => {
                let mut fields = serializer.serialize_struct_variant("S", 0, "V", 1)?;
                let _ = fields.serialize_field("a", &Broken);
                fields.end()
            }
        }
    }
}

#[test]
fn what_fails_is_taken_back_although_nobody_minds() {
    let expected = [
        (Swallows::Entries, r#"{"b":1,"d":[1]}"#),
        (Swallows::Keys, r#"{"1":1}"#),
        (Swallows::Elements, "[1]"),
        (Swallows::Tuple, r#"{"V":[1]}"#),
        (Swallows::Fields, r#"{"b":1}"#),
        (Swallows::Variant, r#"{"V":{}}"#),
    ];
    for (value, json) in expected {
        let (body, failures) = entries(|out| out.entry("x", Keep::Empty, &value));
        assert_eq!((body, failures), (format!(r#"{{"x":{json}}}"#), vec![]));
    }
}

/// Says half of an entry, or what is no JSON under the name that marks JSON.
#[derive(Clone, Copy)]
enum Half {
    Key,
    TwoKeys,
    Value,
    NoJson,
    NoText,
    TwoTexts,
}

impl Serialize for Half {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::*;
        match self {
            Self::Key | Self::TwoKeys | Self::Value => {
                let mut map = serializer.serialize_map(None)?;
                if let Self::Value = self {
                    map.serialize_value(&1)?;
                } else {
                    map.serialize_key("a")?;
                }
                if let Self::TwoKeys = self {
                    let _ = map.serialize_key("b");
                }
                map.end()
            }
            Self::NoJson | Self::NoText | Self::TwoTexts => {
                let name = "$serde_json::private::RawValue";
                let mut fields = serializer.serialize_struct(name, 1)?;
                let text = if let Self::NoJson = self { "{\"a\":" } else { "1" };
                let said = match self {
                    Self::NoJson => 1,
                    Self::NoText => 0,
                    _ => 2,
                };
                for _ in 0..said {
                    let _ = fields.serialize_field(name, text);
                }
                fields.end()
            }
        }
    }
}

#[test]
fn half_an_entry_is_left_out() {
    use Half::{Key, NoJson, NoText, TwoKeys, Value};
    for value in [Key, TwoKeys, Value, NoJson, NoText] {
        let (body, failures) = entries(|out| out.entry("x", Keep::Empty, &value));
        assert_eq!((body.as_str(), failures.len()), ("{}", 1));
    }
    let (body, _) = entries(|out| out.entry("x", Keep::Empty, &Half::TwoTexts));
    assert_eq!(body, r#"{"x":1}"#);
}

#[test]
fn a_text_that_panics_is_escaped_as_far_as_it_came() {
    struct Panics;
    impl fmt::Display for Panics {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("half \"way\"\n")?;
            resume_unwind(Box::new("on purpose"))
        }
    }
    let mut out = Out::closed();
    out.string(|out| {
        let told = catch_unwind(AssertUnwindSafe(|| out.fmt(format_args!("{Panics}"))));
        assert!(told.is_err());
        out.text("the \"end\"");
    });
    assert_eq!(out.into_text(), r#""half \"way\"\nthe \"end\"""#);
}
