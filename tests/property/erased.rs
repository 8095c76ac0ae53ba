//! Errors made on the spot, of any text, any status and any details.

use crate::value::{Value, text, value};
use crate::{body, config, json, object};
use error_runtime::AnyError;
use http::StatusCode;
use proptest::collection::vec;
use proptest::{prop_assert_eq, proptest};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn they_answer_what_they_are_told(
        status in 100..1000_u16, code in text(), message in text(), hint in text(),
        details in vec((text(), value()), 0..4),
    ) {
        let status = StatusCode::from_u16(status).unwrap();
        let mut error = AnyError::new(status, code.clone(), message.clone()).with_hint(hint.clone());
        for (name, value) in &details {
            error = error.with_detail(name.clone(), value);
        }
        // What is no error's status is a 500's.
        let status = if (400..600).contains(&status.as_u16()) { status } else { StatusCode::INTERNAL_SERVER_ERROR };
        let class = if status.is_client_error() { "Client Error" } else { "Server Error" };
        let phrase = status.canonical_reason().unwrap_or(class);
        // The last one of a name stands where the first one did.
        let mut entries: Vec<(&str, &Value)> = Vec::new();
        for (name, value) in &details {
            if serde_json::to_value(value).is_err() {
                continue;
            }
            match entries.iter_mut().find(|(other, _)| other == name) {
                Some((_, other)) => *other = value,
                None => entries.push((name, value)),
            }
        }
        // By way of `serde_json`'s own value, which sorts maps as they are.
        let entries: Vec<_> = entries
            .into_iter()
            .map(|(name, value)| (name, json(&serde_json::to_value(value).unwrap())))
            .collect();
        let members = [
            ("type", Some(json("about:blank"))),
            ("title", Some(json(phrase))),
            ("status", Some(json(&status.as_u16()))),
            ("detail", Some(json(if message.is_empty() { phrase } else { &message }))),
            ("code", Some(json(&code)).filter(|_| !code.is_empty())),
            ("hint", Some(json(&hint)).filter(|_| !hint.is_empty())),
            ("details", Some(object(entries)).filter(|details| details != "{}")),
        ];
        let expected = object(members.into_iter().filter_map(|(name, value)| Some((name, value?))));
        prop_assert_eq!(error.status(), status);
        prop_assert_eq!(body(&*error), &*expected);
        prop_assert_eq!(json(&error.in_envelope()), expected);
    }
}
