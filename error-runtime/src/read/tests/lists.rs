//! The errors that an answer lists.

use crate::{Advice, Answer, Code, Envelope};
use http::{HeaderMap, StatusCode};
use serde_json::json;

crate::envelope! {
    #[api(crate = crate)]
    Listed = {
        "success": false,
        "errors": errors[{ "code": code, "message": message, "at"?: member("at"), "children"?: errors }],
    }

    #[api(crate = crate)]
    Rich = {
        "code": code,
        "list"?: errors[{ "status": status, "code": code, "retry"?: retry, ..members }],
        ..members,
    }

    #[api(crate = crate)]
    Root = errors[{ "code": code, "text": message, "details"?: details, ..members }]

    #[api(crate = crate)]
    Own = { "by"?: member("by"), "errors": errors[{ "code": code, ..members }] }

    #[api(crate = crate)]
    Whole = { "all"?: members, "errors": errors[{ "code": code, ..members }] }

    #[api(crate = crate)]
    Deep = { "at"?: context("at"), "error"?: { "all": [errors{ code: { "m": message, ..members } }] } }

    #[api(crate = crate)]
    Left = { "errors"?: errors[{ "code": code, ..members }] }

    #[api(crate = crate)]
    Replaced = { "errors": errors[{ "code": code, ..members }] | [] }

    #[api(crate = crate)]
    Texts = { "errors": errors[message] | "none" }

    #[api(crate = crate)]
    Fields = { "message": message, "fields": errors{ member("field") | "base": message } | {} }

    #[api(crate = crate)]
    Groups = { "fields": errors{ code: [{ "message": message }] } }
}

fn read<E: Envelope>(body: &str) -> Answer {
    Answer::read(E::shape(), StatusCode::UNPROCESSABLE_ENTITY, &HeaderMap::new(), body.as_bytes())
}

fn messages(answer: &Answer) -> Vec<Option<&str>> {
    answer.errors().iter().map(Answer::message).collect()
}

#[test]
fn items_are_read_by_their_own_template() {
    let answer = read::<Listed<()>>(
        r#"{"success":false,"errors":[
            {"code":"A","message":"a","at":"/x","new":1},
            {"code":7,"message":"b","children":[{"code":"C","message":"c","children":[]}]}
        ],"took":3}"#,
    );
    assert!(!answer.is_foreign());
    assert_eq!(messages(&answer), [Some("a"), Some("b")]);
    let [a, b] = answer.errors() else { panic!("{answer:?}") };
    assert_eq!(a.status(), 422);
    assert_eq!(json!(a.members()), json!({"at": "/x", "new": 1}));
    assert_eq!(b.code(), Code::Number(7));
    assert_eq!(b.errors()[0].code(), "C");
    assert!(b.errors()[0].errors().is_empty());
    // The answer has no place for these: they are the first one's. A constant
    // is no member.
    assert_eq!(answer.code(), "A");
    assert_eq!(answer.message(), Some("a"));
    assert_eq!(json!(answer.members()), json!({"took": 3}));
}

#[test]
fn what_the_answer_says_itself_is_its_own() {
    let answer = read::<Rich<()>>(
        r#"{"code":null,"list":[{"status":404,"code":"A","retry":{"advice":"poll"},"x":1},
            {"status":"409","code":"B"},{"status":999999,"code":"C"}],"y":2}"#,
    );
    assert_eq!(answer.code(), Code::None);
    assert_eq!(json!(answer.members()), json!({"y": 2}));
    let statuses: Vec<_> = answer.errors().iter().map(|item| item.status().as_u16()).collect();
    assert_eq!(statuses, [404, 409, 422]);
    assert_eq!(answer.retry(), Advice::Poll);
    assert_eq!(json!(answer.errors()[0].members()), json!({"x": 1}));
    assert!(read::<Rich<()>>(r#"{"code":"A"}"#).errors().is_empty());
}

/// An error without a list stands in it itself, and its members with it.
#[test]
fn members_of_the_only_item_are_the_errors() {
    let members = |answer: Answer| json!(answer.members());
    let one = r#"{"success":false,"errors":[{"code":1,"message":"m","at":"/x","new":1}],"took":3}"#;
    assert_eq!(members(read::<Listed<()>>(one)), json!({"took": 3, "at": "/x", "new": 1}));
    assert_eq!(
        members(read::<Root<()>>(r#"[{"code":"A","text":"a","b":{"c":2}}]"#)),
        json!({"b": {"c": 2}})
    );
    let deep = r#"{"at":"now","error":{"all":[{"A":{"m":"m","at":"then","b":1}}]}}"#;
    assert_eq!(members(read::<Deep<()>>(deep)), json!({"at": "now", "b": 1}));
    let tree = r#"{"success":false,"errors":[{"code":1,"message":"m","children":[{"code":2,"message":"n","x":1}]}]}"#;
    assert_eq!(members(read::<Listed<()>>(tree)), json!({}), "an item's items are its own");
    let two = r#"[{"code":"A","text":"a","b":1},{"code":"B","text":"b","b":2}]"#;
    assert_eq!(members(read::<Root<()>>(two)), json!({}), "which of them would it be?");
}

/// There the error is never the item, or its members have a place.
#[test]
fn members_of_a_declared_item_stay_with_it() {
    let list = r#"{"errors":[{"code":"A","b":1}]}"#;
    for answer in [
        read::<Own<()>>(list),
        read::<Whole<()>>(list),
        read::<Left<()>>(list),
        read::<Replaced<()>>(list),
        read::<Rich<()>>(r#"{"code":"A","list":[{"status":400,"code":"A","b":1}]}"#),
    ] {
        assert!(!answer.is_foreign(), "{answer:?}");
        assert_eq!(json!(answer.members()), json!({}), "{answer:?}");
        assert_eq!(json!(answer.errors()[0].members()), json!({"b": 1}));
    }
}

#[test]
fn a_body_may_be_a_list() {
    let answer = read::<Root<()>>(r#"[{"code":"A","text":"a","details":{"n":1}}]"#);
    assert!(!answer.is_foreign());
    assert_eq!(answer.code(), "A");
    assert_eq!(answer.details(), &json!({"n": 1}));
    let answer = read::<Root<()>>("[]");
    assert!(!answer.is_foreign() && answer.errors().is_empty());
    for foreign in ["[1]", "[{}]", r#"[{"code":"A","text":"a"},null]"#, "{}", "null"] {
        let answer = read::<Root<()>>(foreign);
        assert!(answer.is_foreign(), "{foreign}");
        assert!(answer.message().is_some_and(|text| foreign.contains(text)), "{answer:?}");
    }
    // One of another shape keeps what it says.
    let answer = read::<Root<()>>(r#"["oops",{"code":"A","text":"a"}]"#);
    assert_eq!(messages(&answer), [Some("oops"), Some("a")]);
    assert_eq!(answer.errors().iter().map(Answer::is_foreign).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn a_constant_is_no_list() {
    let answer = read::<Texts<()>>(r#"{"errors":["a","b"]}"#);
    assert_eq!(messages(&answer), [Some("a"), Some("b")]);
    assert_eq!(answer.message(), Some("a"));
    let answer = read::<Texts<()>>(r#"{"errors":"none"}"#);
    assert!(!answer.is_foreign() && answer.errors().is_empty());
    assert!(read::<Texts<()>>(r#"{"errors":"some"}"#).is_foreign());
    assert!(read::<Texts<()>>(r#"{"errors":null}"#).is_foreign());
}

#[test]
fn keys_belong_to_their_items() {
    let answer = read::<Fields<()>>(r#"{"message":"m","fields":{"age":"x","base":"y"}}"#);
    assert!(!answer.is_foreign());
    assert_eq!(answer.message(), Some("m"));
    assert_eq!(messages(&answer), [Some("x"), Some("y")]);
    assert_eq!(answer.errors()[0].members()["field"], "age");
    // The name of an item that has none.
    assert!(answer.errors()[1].members().is_empty());
    let answer = read::<Fields<()>>(r#"{"message":"m","fields":{}}"#);
    assert!(!answer.is_foreign() && answer.errors().is_empty());
    assert!(read::<Fields<()>>(r#"{"message":"m","fields":[]}"#).is_foreign());

    let answer = read::<Groups<()>>(r#"{"fields":{"A":[{"message":"1"},{"message":"2"}],"B":[]}}"#);
    assert!(!answer.is_foreign());
    assert_eq!(messages(&answer), [Some("1"), Some("2")]);
    assert!(answer.errors().iter().all(|item| item.code() == "A"));
    assert_eq!(answer.code(), "A");
    assert!(read::<Groups<()>>(r#"{"fields":{"A":{"message":"1"}}}"#).is_foreign());
}

#[test]
fn trees_may_be_deep_and_wide() {
    let tree = |depth: usize| {
        let (open, close) = (r#"{"code":1,"message":"m","children":["#, "]}");
        format!(r#"{{"errors":[{}{}]}}"#, open.repeat(depth), close.repeat(depth))
    };
    let mut answer =
        &read::<Listed<()>>(&tree(50).replace("{\"errors", "{\"success\":false,\"errors"));
    assert!(!answer.is_foreign());
    let mut depth = 0;
    while let [item] = answer.errors() {
        (answer, depth) = (item, depth + 1);
    }
    assert_eq!(depth, 50);
    // Deeper than any reader of JSON goes.
    assert!(read::<Listed<()>>(&tree(100_000)).is_foreign());
    let wide = format!("[{}0]", r#"{"code":1,"text":"m"},"#.repeat(100_000));
    assert_eq!(read::<Root<()>>(&wide).errors().len(), 100_001);
}
