//! `envelope!`: optional members and fallbacks, whatever there is to say.

use crate::value::{Value, text, value};
use crate::{body, config, is_empty, json, object};
use error_runtime::{ApiError, envelope};
use proptest::prelude::any;
use proptest::{prop_assert_eq, proptest};

envelope! {
    /// Every way to say something, or nothing.
    Shapes = {
        "hint"?: hint,
        "or": hint | "none",
        "bare": hint,
        "details": details | {},
        "details?"?: details,
        "in"?: { "hint"?: hint, "m"?: member("m") },
        "m": member("m"),
        "m?"?: member("m"),
        "m|": member("m") | [1, { "k": null }],
        "text": member("m") as string,
        "list": [message, { "hint"?: hint }, member("m")],
        ..members,
        "z": code,
    }
    success = { "ok": true, "data"?: data, "or": data | "none", "bare": data }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{text}")]
#[api(envelope = Shapes, status = 404)]
struct Subject {
    text: String,
    #[api(hint)]
    hint: Option<String>,
    #[api(detail, omit_default)]
    count: u8,
    #[api(member)]
    m: Value,
    #[api(member)]
    rest: Value,
}

/// A member that is left out where this says nothing.
fn said(json: &str) -> Option<String> {
    (json != "null" && !is_empty(json)).then(|| json.to_owned())
}

fn text_of(json_text: &str) -> String {
    if json_text.starts_with('"') || json_text == "null" {
        json_text.to_owned()
    } else {
        json(json_text)
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn optional_members_and_fallbacks(
        text in text(), hint in proptest::option::of(text()), count in any::<bool>(),
        m in value(), rest in value(),
    ) {
        let message = json(if text.is_empty() { "Not Found" } else { &*text });
        // An empty hint is none.
        let hint_json = hint.as_deref().filter(|hint| !hint.is_empty()).map(json);
        let (m_json, rest_json) = (json(&m), json(&rest));
        let details = count.then(|| object([("count", "1".to_owned())]));
        let inside = object(
            [("hint", hint_json.clone()), ("m", said(&m_json))].into_iter().filter_map(|(n, v)| Some((n, v?))),
        );
        let hints = object(hint_json.clone().map(|hint| ("hint", hint)));
        let none = || "null".to_owned();
        let members = [
            ("hint", hint_json.clone()),
            ("or", Some(hint_json.clone().unwrap_or_else(|| json("none")))),
            ("bare", Some(hint_json.clone().unwrap_or_else(none))),
            ("details", Some(details.clone().unwrap_or_else(|| "{}".to_owned()))),
            ("details?", details),
            // Both parts of it are declared, so it stays without them.
            ("in", Some(inside)),
            ("m", Some(m_json.clone())),
            ("m?", said(&m_json)),
            ("m|", Some(said(&m_json).unwrap_or_else(|| r#"[1,{"k":null}]"#.to_owned()))),
            ("text", Some(text_of(&m_json))),
            ("list", Some(format!("[{message},{hints},{m_json}]"))),
            ("rest", Some(rest_json).filter(|rest| rest != "null")),
            ("z", Some(json("SUBJECT"))),
        ];
        let expected = object(members.into_iter().filter_map(|(name, value)| Some((name, value?))));
        let error = Subject { text, hint, count: count.into(), m, rest };
        prop_assert_eq!(body(&error), &*expected);
        prop_assert_eq!(json(&error.in_envelope()), &*expected);
    }

    #[test]
    fn a_success_is_what_serde_json_writes(data in value()) {
        let data_json = json(&data);
        let members = [
            ("ok", Some(json(&true))),
            ("data", said(&data_json)),
            ("or", Some(said(&data_json).unwrap_or_else(|| json("none")))),
            ("bare", Some(data_json)),
        ];
        let expected = object(members.into_iter().filter_map(|(name, value)| Some((name, value?))));
        prop_assert_eq!(json(&Shapes(&data)), &*expected);
        let response: http::Response<Vec<u8>> = Shapes(&data).into();
        prop_assert_eq!(String::from_utf8(response.into_body()).unwrap(), expected);
    }
}
