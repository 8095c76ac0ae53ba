//! What well-formed envelopes become.

use super::{complaints, expand};

/// The expansion, without the spaces that token streams print.
fn printed(source: &str) -> String {
    let expansion = expand(source);
    assert!(complaints(expansion.clone()).is_empty(), "{expansion}");
    expansion.to_string().replace(' ', "")
}

pub(super) fn contains(source: &str, part: &str) {
    let printed = printed(source);
    assert!(printed.contains(&part.replace(' ', "")), "no `{part}` in\n{printed}");
}

pub(super) fn lacks(source: &str, part: &str) {
    let printed = printed(source);
    assert!(!printed.contains(&part.replace(' ', "")), "`{part}` in\n{printed}");
}

const CODRAG: &str = r#"
    /// CoDRAG's.
    pub CoDrag = {
        "success": false,
        "data": null,
        "error": { "code": code, "message": message, "hint"?: hint, "details": details | {} },
    }
    success = { "success": true, "data": data, "error": null }
    internal_message = "Something went wrong. Please try again."
"#;

#[test]
fn the_same_input_gives_the_same_output() {
    assert_eq!(expand(CODRAG).to_string(), expand(CODRAG).to_string());
}

#[test]
fn constants_are_json_text() {
    for (template, json) in [
        ("{}", "{}"),
        (r#"{ "a": null, "b": [true, false,], }"#, r#"{"a":null,"b":[true,false]}"#),
        (r#"{ "a": -1, "b": 0xff, "c": 1_000, "d": -0 }"#, r#"{"a":-1,"b":255,"c":1000,"d":0}"#),
        (
            r#"{ "a": 1.5, "b": 1e3, "c": -2.50, "d": 1e20 }"#,
            r#"{"a":1.5,"b":1000.0,"c":-2.5,"d":1e+20}"#,
        ),
        (r#"{ "a": 0.00001, "b": 0.000001 }"#, r#"{"a":0.00001,"b":1e-6}"#),
        (r#"{ "a": 18446744073709551615 }"#, r#"{"a":18446744073709551615}"#),
        (r#"{ "a": -9223372036854775808 }"#, r#"{"a":-9223372036854775808}"#),
        (
            r#"{ "a\n": "\"\\\u{8}\u{c}\r\t\u{1}\u{7f}é" }"#,
            "{\"a\\n\":\"\\\"\\\\\\b\\f\\r\\t\\u0001\u{7f}é\"}",
        ),
        (r##"{ r"a\": r#"""# }"##, r#"{"a\\":"\""}"#),
    ] {
        let literal = proc_macro2::Literal::string(json).to_string();
        contains(
            &format!("E = {template}"),
            &format!(
                "body: ::error_runtime::Body::Json(::error_runtime::Node::Literal({literal}))"
            ),
        );
    }
}

#[test]
fn slots_carry_their_name_type_and_alternative() {
    let slot = |template: &str, slot: &str, or: &str, kind: &str| {
        contains(
            &format!("E = {{ \"a\": {template} }}"),
            &format!(
                "::error_runtime::Node::Slot {{ slot: ::error_runtime::Slot::{slot}, or: {or}, \
                 kind: ::error_runtime::Kind::{kind} }}"
            ),
        );
    };
    slot("code", "Code", r#""null""#, "AsIs");
    slot("status as string", "Status", r#""null""#, "String");
    slot("code as number | 0", "Code", r#""0""#, "Number");
    slot("details | {}", "Details", r#""{}""#, "AsIs");
    slot("details | { \"a\": [1] }", "Details", r#""{\"a\":[1]}""#, "AsIs");
    slot("hint | -1", "Hint", r#""-1""#, "AsIs");
    slot("member(\"a\",)", "Member(\"a\")", r#""null""#, "AsIs");
    slot("context(\"tenant\") as number", "Context(\"tenant\")", r#""null""#, "Number");
}

#[test]
fn the_names_are_those_beside_the_rest() {
    let names = |template: &str, names: &str| {
        contains(
            &format!("E = {template}"),
            &format!("const NAMES: &'static [&'static ::core::primitive::str] = &[{names}];"),
        );
    };
    names(r#"{ "a": code }"#, "");
    names(r#"{ "a": code, "b"?: member("b"), "c": member("d"), ..members }"#, r#""a","c""#);
    names(r#"{ "a": { "b": 1, ..members }, "c": code }"#, r#""b""#);
    names(r#"{ "a": [{ ..members, "b": hint }], "c": code }"#, r#""b""#);
}

#[test]
fn the_policy_says_only_what_is_said() {
    contains("E = {}", "policy: ::error_runtime::Policy::EMPTY");
    contains("E = {} keep_null", "Policy { keep: ::error_runtime::Keep::Null, ..");
    contains(
        "E = {} header(\"X-A\" = \"b, c\") header(\"x-a\" = \"\",)",
        "headers: &[::error_runtime::HeaderSpec::constant(\"x-a\", \"b, c\"), \
         ::error_runtime::HeaderSpec::constant(\"x-a\", \"\")]",
    );
    contains(
        "E = {} on 500..=599 { category = \"api\" } on 503 { }",
        "rules: &[::error_runtime::Rule { category: ::core::option::Option::Some(\"api\"), \
         ..::error_runtime::Rule::on(500u16, 599u16) }, \
         ::error_runtime::Rule::on(503u16, 503u16)]",
    );
    let all = r#"E = {}
        internal_message = "i" content_type = "a/b; c=d" header("a" = "b") type_uri = "{code:dot}"
        docs = "x{code}" code_case = "dot.case" field_case = "camelCase" omit_default
        should_retry = "X-Should-Retry" event = "e" xml = a::X on 503 { retry_after = 1 }"#;
    contains(all, "should_retry: ::core::option::Option::Some(\"x-should-retry\")");
    contains(all, "xml: ::core::option::Option::Some(<a::X as ::error_runtime::Envelope>::shape)");
    contains(all, "from_static(\"a/b; c=d\")");
    lacks(all, "EMPTY");
}

#[test]
fn several_envelopes_follow_each_other() {
    let source = r#"
        A = {} omit_default
        B = { "b": code } success = { "data": data }
        #[doc = "c"] C = {}
        pub(crate) D = {} docs = "d"
        e = {}
    "#;
    for name in [
        "struct A<T=()>(T);",
        "struct B<",
        "struct C<",
        "pub(crate) struct D<T=()>(pub(crate) T)",
        "struct e<",
    ] {
        contains(source, name);
    }
    assert_eq!(printed(source).matches("success:::core::option::Option::Some").count(), 1);
}

#[test]
fn attributes_are_passed_on() {
    contains("E = {}", "#[doc = \" The envelope `E`.\"] #[derive(");
    contains("r#Final = {}", "name: \"Final\"");
    lacks("/** x */ E = {}", "The envelope");
    lacks("#[doc = concat!(\"x\")] E = {}", "The envelope");
    contains("#[doc(hidden)] E = {}", "The envelope");
    lacks("#[derive(::std::fmt::Debug, Hash)] E = {}", "::core::fmt::Debug");
    lacks("#[api(axum)] E = {} success = {}", "api(");
    let gated = printed("#[cfg(x)] #[api(axum)] E = {} success = { \"d\": data }");
    assert_eq!(gated.matches("#[cfg(x)]").count(), 6, "{gated}");
}

#[test]
fn paths_follow_the_crate_and_the_adapters() {
    let source = "#[api(crate = a::b, axum, axum = old::axum)] #[api(adapter = c::d,)] E = {} \
                  success = { \"d\": data }";
    lacks(source, "::error_runtime");
    contains(
        source,
        "a::b::__adapter_axum! { [::axum] success [T: a::b::__private::Serialize] [E<T>] [] }",
    );
    contains(source, "a::b::__adapter_axum! { [old::axum] success [");
    contains(source, "c::d! { success [T: a::b::__private::Serialize] [E<T>] [] }");
    contains("#[api(crate = ::x)] E = {}", "impl<T> ::x::Envelope for E<T>");
    contains("#[api(crate = crate)] E = {}", "impl<T> crate::Envelope for E<T>");
}

#[test]
fn parameters_keep_away_from_the_envelopes_name() {
    contains("T = {} success = {}", "struct T<T0 = ()>(T0);");
    contains("B = {} success = {}", "B0: ::core::convert::From");
    contains("S = {} success = {}", "serialize<S0:");
}

#[test]
fn nothing_comes_of_nothing() {
    assert!(expand("").is_empty());
}

#[test]
fn only_a_deprecated_envelope_allows_anything() {
    lacks("E = {}", "allow");
    contains(
        "#[deprecated] E = {}",
        "#[allow(deprecated)] const _: () = { #[automatically_derived] impl",
    );
}
