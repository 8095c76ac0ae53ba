//! Every body equals, byte by byte, what `serde_json` writes for the same
//! members.

use crate::value::{Value, map, text, value};
use crate::{body, config, json, object};
use error_runtime::ApiError;
use http::HeaderValue;
use proptest::prelude::{Strategy, any};
use proptest::{prop_assert, prop_assert_eq, proptest};
use serde::Serialize;
use std::collections::BTreeMap;
use std::time::Duration;

#[derive(Debug, thiserror::Error, ApiError)]
enum Subject {
    #[error("x")]
    #[api(
        status = 409, title = "T\u{e9}\"", message = "<{text}>", hint = "{hint}",
        detail("sum" = .list.len(), "told" = "{text}", "deep" = { "v": .value }),
        header("x-text" = "{text}")
    )]
    Told {
        text: String,
        hint: String,
        #[api(detail)]
        value: Value,
        #[api(detail = "a\"\\\u{1}b", keep_null)]
        kept: Value,
        #[api(detail, omit_default)]
        omitted: Value,
        #[api(member)]
        first: Value,
        #[api(member(flatten))]
        more: BTreeMap<String, Value>,
        #[api(header = "x-hint")]
        list: Vec<u8>,
    },
    #[error("{text}")]
    #[api(status = 400)]
    Shown {
        text: String,
        #[api(detail(flatten))]
        whole: Value,
        #[api(retry_after)]
        delay: f64,
    },
}

/// The same members by `serde_json`'s own derive.
#[derive(Serialize)]
struct Reference<'a> {
    r#type: &'a str,
    title: &'a str,
    status: u16,
    detail: &'a str,
    code: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    hint: &'a str,
    details: Details<'a>,
    #[serde(skip_serializing_if = "is_null")]
    first: &'a Value,
}

#[derive(Serialize)]
struct Details<'a> {
    #[serde(skip_serializing_if = "is_null")]
    value: &'a Value,
    #[serde(rename = "a\"\\\u{1}b")]
    kept: &'a Value,
    #[serde(skip_serializing_if = "is_default")]
    omitted: &'a Value,
    sum: usize,
    told: &'a str,
    deep: Deep<'a>,
}

#[derive(Serialize)]
struct Deep<'a> {
    #[serde(skip_serializing_if = "is_null")]
    v: &'a Value,
}

// A skip's condition is called with a reference to the field, which is one.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde's own shape")]
fn is_null(value: &&Value) -> bool {
    json(value) == "null"
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde's own shape")]
fn is_default(value: &&Value) -> bool {
    let json = json(value);
    crate::is_empty(&json) || matches!(&*json, "null" | "false" | "0" | "0.0" | "-0.0")
}

/// What stands in a header, if it can.
fn header(text: &str) -> Option<HeaderValue> {
    HeaderValue::from_bytes(text.as_bytes()).ok()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_body_is_what_serde_json_writes(
        (text, hint) in (text(), text()),
        (whole, kept, omitted, first) in (value(), value(), value(), value()),
        more in map(),
        list in any::<Vec<u8>>(),
    ) {
        let detail = format!("<{text}>");
        let reference = Reference {
            r#type: "about:blank",
            title: "T\u{e9}\"",
            status: 409,
            detail: &detail,
            code: "TOLD",
            hint: &hint,
            details: Details {
                value: &whole, kept: &kept, omitted: &omitted, sum: list.len(), told: &text,
                deep: Deep { v: &whole },
            },
            first: &first,
        };
        let mut expected = json(&reference);
        let has_first = !is_null(&&first);
        let taken = ["type", "title", "status", "detail", "instance", "code", "hint", "docs",
            "retry", "retry_after", "request_id", "details"];
        for (name, value) in &more {
            if taken.contains(&&**name) || (has_first && name == "first") {
                continue;
            }
            let member = object([(&**name, json(value))]);
            expected.truncate(expected.len() - 1);
            expected.push(',');
            expected.push_str(&member[1..]);
        }
        let error = Subject::Told {
            text: text.clone(), hint: hint.clone(), value: whole.clone(), kept: kept.clone(),
            omitted: omitted.clone(), first: first.clone(), more: more.clone(), list: list.clone(),
        };
        prop_assert_eq!(body(&error), &*expected);
        prop_assert_eq!(json(&error.in_envelope()), &*expected);
        prop_assert_eq!(error.in_envelope().to_string(), &*expected);
        prop_assert!(serde_json::from_str::<serde_json::Value>(&expected).is_ok());

        let response = error.response();
        prop_assert_eq!(response.headers().get("x-text").cloned(), header(&text));
        let list: Vec<_> = list.iter().map(u8::to_string).collect();
        prop_assert_eq!(response.headers().get("x-hint").cloned(), header(&list.join(", ")));
    }

    #[test]
    fn details_are_any_json_and_delays_any_number(
        text in text(), whole in value(), delay in any::<f64>(),
    ) {
        let error = Subject::Shown { text: text.clone(), whole: whole.clone(), delay };
        let (detail, whole) = (if text.is_empty() { "Bad Request" } else { &text }, json(&whole));
        let after = error.retry_after().map(|after| after.seconds());
        prop_assert_eq!(after.is_some(), delay.is_finite());
        let members = [
            ("type", Some(json("about:blank"))),
            ("title", Some(json("Bad Request"))),
            ("status", Some(json(&400))),
            ("detail", Some(json(detail))),
            ("code", Some(json("SHOWN"))),
            ("retry_after", after.map(|after| json(&after))),
            ("details", Some(whole).filter(|whole| whole != "null" && !crate::is_empty(whole))),
        ];
        let members = members.into_iter().filter_map(|(name, value)| Some((name, value?)));
        let expected = object(members);
        prop_assert_eq!(body(&error), &*expected);
        prop_assert_eq!(json(&error.in_envelope()), &*expected);
    }

    #[test]
    fn a_delay_is_whole_seconds_rounded_up(
        delay in (0..u64::MAX - 1, 0..1_000_000_000_u32).prop_map(|(s, n)| Duration::new(s, n)),
    ) {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("m")]
        #[api(status = 503)]
        struct Down(#[api(retry_after)] Duration);

        let seconds = (delay.as_secs() + u64::from(delay.subsec_nanos() > 0)).max(1);
        let response = Down(delay).response();
        prop_assert_eq!(response.headers()["retry-after"].to_str().unwrap(), seconds.to_string());
    }
}
