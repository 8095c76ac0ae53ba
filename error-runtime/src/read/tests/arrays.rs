//! Elements of an array are told by their constant members, else by place.

use super::{Answer, Envelope};
use http::{HeaderMap, StatusCode};
use serde_json::json;

crate::envelope! {
    /// Each element says what it is.
    #[api(crate = crate)]
    pub(crate) Told = { "details": [
        { "@type": "info", "reason": code, "metadata"?: details },
        ?{ "@type": "help", "v": 1, "link": docs },
        ?{ "@type": "help", "v": 2, "text": hint },
        ?{ "@type": "id", "request": request_id },
    ] }

    /// Nothing says which element is which.
    #[api(crate = crate)]
    pub(crate) Placed = [{ "code": code }, ?{ "hint": hint }, message, [docs, 0, variant]]

    /// Two elements are told, two are not.
    #[api(crate = crate)]
    pub(crate) Mixed = [message, { "kind": "a", "code": code }, hint, ?{ "kind": null, "docs": docs }]
}

fn read<E: Envelope>(body: &serde_json::Value) -> Answer {
    let body = body.to_string();
    Answer::read(E::shape(), StatusCode::CONFLICT, &HeaderMap::new(), body.as_bytes())
}

/// Code, link, hint and request id.
fn told(details: &serde_json::Value) -> [Option<String>; 4] {
    let answer = read::<Told>(&json!({ "details": details }));
    let code = answer.code().to_string();
    let texts = [answer.docs(), answer.hint(), answer.request_id()];
    let [docs, hint, id] = texts.map(|text| text.map(str::to_owned));
    [Some(code).filter(|code| !code.is_empty()), docs, hint, id]
}

fn some<const N: usize>(texts: [&str; N]) -> [Option<String>; N] {
    texts.map(|text| (!text.is_empty()).then(|| text.to_owned()))
}

#[test]
fn told_elements_stand_anywhere() {
    let info = json!({"@type": "info", "reason": "R", "metadata": {"a": 1}});
    let link = json!({"@type": "help", "v": 1, "link": "https://x"});
    let text = json!({"@type": "help", "v": 2, "text": "Wait"});
    let id = json!({"@type": "id", "request": "r-1", "more": true});
    let all = some(["R", "https://x", "Wait", "r-1"]);
    assert_eq!(told(&json!([info, link, text, id])), all);
    // In another order.
    assert_eq!(told(&json!([text, id, link, info])), all);
    assert_eq!(told(&json!([id, text, info, link])), all);
    // Between others that the template does not know.
    let [unknown, none, odd] =
        [json!({"@type": "quota", "reason": "Q", "text": "no"}), json!(null), json!(5)];
    assert_eq!(told(&json!([unknown, text, none, odd, id, [], link, unknown, info])), all);
    // Some are left out.
    assert_eq!(told(&json!([text])), some(["", "", "Wait", ""]));
    assert_eq!(told(&json!([id, info])), some(["R", "", "", "r-1"]));
    assert_eq!(told(&json!([])), some([""; 4]));
    // What has only one of the two constants is another one.
    let third = json!({"@type": "help", "v": 3, "text": "no", "link": "no"});
    let untyped = json!({"v": 1, "link": "no"});
    assert_eq!(told(&json!([third, untyped])), some([""; 4]));
    // Of two alike the first is taken.
    let again = json!({"@type": "info", "reason": "Second"});
    assert_eq!(told(&json!([info, again])), some(["R", "", "", ""]));
}

#[test]
fn what_stands_in_them_is_kept() {
    let answer = read::<Told>(&json!({ "details": [
        {"@type": "id", "request": "r", "more": true},
        {"@type": "info", "reason": "R", "metadata": {"a": 1}},
    ] }));
    assert!(!answer.is_foreign());
    assert_eq!(answer.details(), &json!({"a": 1}));
    assert_eq!(answer.members()["more"], true);
}

#[test]
fn others_stand_in_the_templates_order() {
    let answer = read::<Placed>(&json!([{"code": 7}, {"hint": "h"}, "m", ["d", 0, "V"]]));
    assert_eq!((answer.code().to_string().as_str(), answer.hint()), ("7", Some("h")));
    let texts = (answer.message(), answer.docs(), answer.variant());
    assert_eq!(texts, (Some("m"), Some("d"), Some("V")));
    // Without the one that may be left out, what follows moves up.
    let answer = read::<Placed>(&json!([{"code": "A"}, "m", ["d"], "more", {}]));
    assert_eq!((answer.code().to_string().as_str(), answer.hint()), ("A", None));
    assert_eq!((answer.message(), answer.docs(), answer.variant()), (Some("m"), Some("d"), None));
}

#[test]
fn told_ones_take_no_place_from_others() {
    for body in [
        json!(["m", {"kind": "a", "code": "C"}, "h", {"kind": null, "docs": "d"}]),
        json!([{"kind": null, "docs": "d"}, "m", "h", {"kind": "a", "code": "C"}]),
        json!([{"kind": "a", "code": "C"}, {"kind": null, "docs": "d"}, "m", "h"]),
    ] {
        let answer = read::<Mixed>(&body);
        assert_eq!(answer.code(), "C", "{body}");
        let texts = (answer.message(), answer.hint(), answer.docs());
        assert_eq!(texts, (Some("m"), Some("h"), Some("d")), "{body}");
    }
    // An absent member is not one that is `null`.
    let answer = read::<Mixed>(&json!(["m", {"docs": "no"}]));
    assert_eq!((answer.message(), answer.hint(), answer.docs()), (Some("m"), None, None));
}
