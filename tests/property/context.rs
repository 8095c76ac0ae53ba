//! Whatever the request says, the body is JSON and says just that.

use crate::value::{text, value};
use crate::{config, json, object};
use error_runtime::{ApiError, Context, envelope};
use proptest::{prop_assert_eq, proptest};

envelope! {
    /// Asks the request.
    Asking = {
        "id": request_id | "-", "at"?: instance, "value": context("value"),
        "text": context("value") as string, "none": context("none"),
    }
    success = { "id"?: request_id }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("m")]
#[api(envelope = Asking, status = 400)]
struct Subject;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn texts_and_values_of_the_request(id in text(), instance in text(), value in value()) {
        let context = Context::new()
            .with_request_id(id.clone())
            .with_instance(instance.clone())
            .with_value("value", &value);
        let value = json(&value);
        let text = if value.starts_with('"') || value == "null" { value.clone() } else { json(&value) };
        let members = [
            ("id", Some(json(if id.is_empty() { "-" } else { &*id }))),
            ("at", Some(json(&instance)).filter(|_| !instance.is_empty())),
            ("value", Some(value)),
            ("text", Some(text)),
            ("none", Some(json(&()))),
        ];
        let expected = object(members.into_iter().filter_map(|(name, value)| Some((name, value?))));
        let body = Subject.response_with(&context).into_body();
        prop_assert_eq!(std::str::from_utf8(&body).unwrap(), &*expected);
        prop_assert_eq!(json(&Subject.in_envelope_with(&context)), expected);
        let success = context.scope(|| json(&Asking(())));
        let expected = if id.is_empty() { "{}".to_owned() } else { object([("id", json(&id))]) };
        prop_assert_eq!(success, expected);
    }
}
