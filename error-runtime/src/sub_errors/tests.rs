//! What the items of other crates' errors say.

use super::SubErrors;
use crate::ApiError;
use serde_json::Value;

fn members(error: &dyn ApiError) -> Value {
    serde_json::to_value(error.in_envelope()).unwrap()
}

/// One line for each item: code, pointer, path, field and message.
#[cfg_attr(not(feature = "garde"), allow(dead_code, reason = "features ask for it"))]
pub(super) fn told(list: &dyn SubErrors) -> Vec<String> {
    let mut lines = Vec::new();
    list.each(&mut |error| {
        let body = members(error);
        let code = error.code().to_string();
        let code = if code.is_empty() { code } else { code + " " };
        let pointer = body["pointer"].as_str().unwrap();
        let field = body["field"].as_str().unwrap_or_default();
        lines.push(format!("{code}{pointer} {} {field}: {}", body["loc"], error));
    });
    lines
}

/// The message of each item of a list that is public.
#[cfg_attr(not(feature = "serde_path_to_error"), allow(dead_code, reason = "features ask for it"))]
pub(super) fn shown(list: &dyn SubErrors) -> Vec<String> {
    let mut messages = Vec::new();
    list.each_public(&mut |error| messages.push(error.to_string()));
    messages
}

/// The parameters of each item.
#[cfg_attr(not(feature = "validator"), allow(dead_code, reason = "features ask for it"))]
pub(super) fn params(list: &dyn SubErrors) -> Vec<String> {
    let mut all = Vec::new();
    list.each(&mut |error| all.push(members(error)["params"].to_string()));
    all
}

#[test]
fn only_a_position_is_cut_off() {
    let cut = |text: &str| super::without_position(text.to_owned());
    assert_eq!(cut("x at line 1 column 20"), "x");
    assert_eq!(cut("x at line 1 column 2 at line 3 column 4"), "x at line 1 column 2");
    for text in ["x at line 1", "x at line a column 2", "x at line 1 column ", "", "x"] {
        assert_eq!(cut(text), text);
    }
}
