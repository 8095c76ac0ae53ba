//! Errors of `validator`.

use crate::collide::Listed;
use crate::{ApiError, Case, Declared, FieldError, PathSegment, SubErrors, Table};
use ::validator::{ValidationError, ValidationErrors, ValidationErrorsKind};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::HashMap;

/// Each finding, by field: the fields of one struct in the order of their
/// names, since `validator` keeps none.
///
/// The message is `validator`'s, else a sentence that tells the code. The
/// parameters are its own, but for `value` and `other`: they hold what has
/// been entered, which may be a secret.
impl SubErrors for ValidationErrors {
    fn each(&self, item: &mut dyn FnMut(&dyn ApiError)) {
        walk(self, &mut Vec::new(), item);
    }

    fn table() -> Table {
        <FieldError as Declared>::table()
    }
}

impl Listed for ValidationErrors {
    type Item = FieldError;
}

fn walk(
    errors: &ValidationErrors,
    path: &mut Vec<PathSegment>,
    item: &mut dyn FnMut(&dyn ApiError),
) {
    let mut fields: Vec<_> = errors.errors().iter().collect();
    fields.sort_unstable_by_key(|(name, _)| *name);
    for (name, kind) in fields {
        // So it calls what is wrong with a struct as a whole.
        let whole = name == "__all__";
        if !whole {
            path.push(PathSegment::from(name.clone()));
        }
        match kind {
            ValidationErrorsKind::Field(errors) => {
                for error in errors {
                    item(&field_error(error, path));
                }
            }
            ValidationErrorsKind::Struct(errors) => walk(errors, path, item),
            ValidationErrorsKind::List(list) => {
                for (index, errors) in list {
                    path.push(PathSegment::Index(*index));
                    walk(errors, path, item);
                    path.pop();
                }
            }
        }
        if !whole {
            path.pop();
        }
    }
}

fn field_error(error: &ValidationError, path: &[PathSegment]) -> FieldError {
    let message = error.message.clone().unwrap_or_else(|| sentence(error));
    let mut field = FieldError::new(path.iter().cloned(), message).with_code(error.code.clone());
    let public = |name: &str| !matches!(name, "value" | "other");
    let mut params: Vec<_> = error.params.iter().filter(|(name, _)| public(name)).collect();
    params.sort_unstable_by_key(|(name, _)| *name);
    for (name, value) in params {
        field = field.with_param(name.clone(), value);
    }
    field
}

/// What the rule of this code asks for.
fn sentence(error: &ValidationError) -> Cow<'static, str> {
    Cow::Borrowed(match &*error.code {
        "email" => "Not a valid email address",
        "url" => "Not a valid URL",
        "credit_card" => "Not a valid card number",
        "ip" | "ipv4" | "ipv6" => "Not a valid IP address",
        "required" => "Must be given",
        "must_match" => "Does not match the other field",
        "contains" => "Lacks a required part",
        "does_not_contain" => "Contains a part that is not allowed",
        "regex" => "Not in the required form",
        "non_control_character" => "Must not contain control characters",
        "length" => return limits("Must have a length", &error.params),
        "range" => return limits("Must be a number", &error.params),
        "" => "Not valid",
        code => return words(code),
    })
}

/// The sentence, with the limits that are among these parameters.
fn limits(sentence: &str, params: &HashMap<Cow<'static, str>, Value>) -> Cow<'static, str> {
    let known = [
        ("equal", "of"),
        ("min", "of at least"),
        ("max", "of at most"),
        ("exclusive_min", "above"),
        ("exclusive_max", "below"),
    ];
    let limits = known.iter().filter_map(|(name, words)| {
        let limit = params.get(*name)?.to_string();
        // A whole number is the same without its decimals.
        let limit = limit.strip_suffix(".0").unwrap_or(&limit);
        Some(format!("{words} {limit}"))
    });
    let limits = limits.collect::<Vec<_>>().join(" and ");
    let limits = if limits.is_empty() { "within the limits" } else { &limits };
    Cow::Owned(format!("{sentence} {limits}"))
}

/// The code in words.
fn words(code: &str) -> Cow<'static, str> {
    let mut words = Case::Snake.convert(code).replace('_', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    Cow::Owned(words)
}

#[cfg(test)]
mod tests {
    use crate::sub_errors::tests::{params, told};
    use ::validator::{Validate, ValidationError};

    #[derive(Validate)]
    #[validate(schema(function = "whole", skip_on_field_errors = false))]
    struct Order {
        #[validate(email)]
        mail: String,
        #[validate(length(equal = 3, message = "three letters"))]
        currency: String,
        #[validate(must_match(other = "again"))]
        password: String,
        again: String,
        #[validate(nested)]
        lines: Vec<Line>,
        #[validate(nested)]
        address: Address,
    }

    fn whole(_: &Order) -> Result<(), ValidationError> {
        Err(ValidationError::new("outOfStock"))
    }

    #[derive(Validate)]
    struct Line {
        #[validate(range(min = 1, max = 5))]
        count: i32,
    }

    #[derive(Validate)]
    struct Address {
        #[validate(length(min = 2, max = 8))]
        city: String,
    }

    fn order() -> Order {
        Order {
            mail: "no mail".to_owned(),
            currency: String::new(),
            password: "hunter2".to_owned(),
            again: "hunter3".to_owned(),
            lines: vec![Line { count: 1 }, Line { count: 9 }],
            address: Address { city: String::new() },
        }
    }

    #[test]
    fn errors_are_a_list_in_a_stable_order() {
        let errors = order().validate().unwrap_err();
        let expected = [
            "outOfStock # [] : Out of stock",
            "length #/address/city [\"address\",\"city\"] address.city: \
             Must have a length of at least 2 and of at most 8",
            "length #/currency [\"currency\"] currency: three letters",
            "range #/lines/1/count [\"lines\",1,\"count\"] lines[1].count: \
             Must be a number of at least 1 and of at most 5",
            "email #/mail [\"mail\"] mail: Not a valid email address",
            "must_match #/password [\"password\"] password: Does not match the other field",
        ];
        for _ in 0..20 {
            assert_eq!(told(&order().validate().unwrap_err()), expected);
        }
        assert_eq!(told(&errors), expected);
    }

    #[test]
    fn what_was_entered_stays_private() {
        let all = params(&order().validate().unwrap_err()).join(";");
        assert!(all.contains(r#"{"max":8,"min":2}"#), "{all}");
        for secret in ["hunter", "no mail", "value", "other"] {
            assert!(!all.contains(secret), "{secret} in {all}");
        }
    }
}
