//! What lists of sub-errors and XML templates become.

use super::output::{contains, lacks};

/// Asserts that this template becomes this node.
fn becomes(template: &str, node: &str) {
    contains(
        &format!("E = {template}"),
        &format!("body: ::error_runtime::Body::Json(::error_runtime::Node::{node}),"),
    );
}

/// A slot as it comes.
fn slot(slot: &str) -> String {
    format!(
        "::error_runtime::Node::Slot {{ slot: ::error_runtime::Slot::{slot}, or: \"null\", kind: \
         ::error_runtime::Kind::AsIs }}"
    )
}

fn errors(item: &str, form: &str, or: &str) -> String {
    format!(
        "Errors(&::error_runtime::Errors {{ item: {item}, form: ::error_runtime::Form::{form}, \
         or: ::core::option::Option::{or} }})"
    )
}

#[test]
fn lists_hold_the_template_of_an_item() {
    becomes("errors[message]", &errors(&slot("Message"), "Array", "None"));
    becomes("errors[message,] | []", &errors(&slot("Message"), "Array", "Some(\"[]\")"));
    becomes(
        "errors[1] | { \"a\": null }",
        &errors("::error_runtime::Node::Literal(\"1\")", "Array", "Some(\"{\\\"a\\\":null}\")"),
    );
    becomes(
        "errors{ member(\"field\"): message, }",
        &errors(
            &slot("Message"),
            "Map { key: ::error_runtime::Slot::Member(\"field\"), or: \"\" }",
            "None",
        ),
    );
    becomes(
        "errors{ code | \"base\": [message] } | null",
        &errors(
            &slot("Message"),
            "Groups { key: ::error_runtime::Slot::Code, or: \"base\" }",
            "Some(\"null\")",
        ),
    );
}

#[test]
fn an_item_may_hold_lists_of_its_own() {
    let tree = "errors[{ \"e\"?: errors }]";
    contains(
        &format!("E = {tree}"),
        "key: \"\\\"e\\\":\", optional: true, value: ::error_runtime::Node::Repeat,",
    );
    let other = errors(&slot("Code"), "Array", "None");
    becomes(
        "errors[errors[code]]",
        &errors(&format!("::error_runtime::Node::{other}"), "Array", "None"),
    );
}

#[test]
fn a_root_may_be_an_array() {
    becomes("[]", "Literal(\"[]\")");
    becomes("[message]", &format!("Array(&[{}])", slot("Message")));
    becomes(
        "[?{ \"hint\"?: hint }, null]",
        "Array(&[::error_runtime::Node::Optional(\
        &::error_runtime::Node::Object(&[::error_runtime::Member::Named { name: \"hint\", key: \
        \"\\\"hint\\\":\", optional: true, value: ::error_runtime::Node::Slot { slot: \
        ::error_runtime::Slot::Hint, or: \"null\", kind: ::error_runtime::Kind::AsIs }, }])), \
        ::error_runtime::Node::Literal(\"null\")])",
    );
    // What follows belongs to the next line, or to the next envelope.
    let source = "A = errors[code] | [] docs = \"x\" B = [code] c = errors[hint] pub D = {}";
    for part in
        ["docs: ::core::option::Option::Some(\"x\")", "struct B<", "struct c<", "pub struct D<"]
    {
        contains(source, part);
    }
}

#[test]
fn names_count_where_the_error_itself_may_stand() {
    let names = |template: &str, names: &str| {
        contains(
            &format!("E = {template}"),
            &format!("const NAMES: &'static [&'static ::core::primitive::str] = &[{names}];"),
        );
    };
    let item = r#"errors[{ "a": code, "b": member("b"), ..members }]"#;
    names(item, r#""a""#);
    names(&format!("[{item}]"), r#""a""#);
    names(&format!(r#"{{ "e": {item}, "c": hint }}"#), r#""a""#);
    names(&format!(r#"{{ "e": {item}, ..members, "a": hint }}"#), r#""e","a""#);
    // These never render the error itself.
    names(&format!("{item} | []"), "");
    names(&format!(r#"{{ "e"?: {item}, ..members }}"#), r#""e""#);
    // An optional object around the list says nothing about the list.
    names(&format!(r#"{{ "o"?: {{ "e": {item} }} }}"#), r#""a""#);
    names(&format!(r#"[?{{ "e": {item} }}]"#), r#""a""#);
    // The item, in place of a list of its own.
    names(r#"errors[{ "x": errors[{ "y": code, ..members }], ..members }]"#, r#""x","y""#);
    names(r#"errors{ code: [{ "y": code, ..members }] }"#, r#""y""#);
}

#[test]
fn the_names_in_items_are_those_beside_their_members() {
    let source = |template: &str| format!("E = {template}");
    let names = |template: &str, names: &str| {
        contains(
            &source(template),
            &format!("const ITEM_NAMES: &'static [&'static ::core::primitive::str] = &[{names}];"),
        );
    };
    let item = r#"errors[{ "b": code, "a": title, "c": member("c"), ..members }]"#;
    names(item, r#""a","b""#);
    // Wherever the list stands, and also where the error itself never does.
    names(&format!("{item} | []"), r#""a","b""#);
    names(&format!(r#"{{ "x": hint, "o"?: [{{ "e"?: {item} }}] }}"#), r#""a","b""#);
    names(&format!(r#"[?{{ "x": hint, "e": {item} }}]"#), r#""a","b""#);
    names(
        r#"{ "e": errors[{ "b": code, ..members }], "f": errors{ code: [{ "b": hint, "a": hint, ..members }] } }"#,
        r#""a","b""#,
    );
    // The key of an item is not among its members.
    names(r#"errors{ member("a"): { "b": code, "a": hint, ..members } }"#, r#""b""#);
    // Of items in items, as much as is the item itself.
    names(r#"errors[{ "x": errors[{ "y": code, ..members }], ..members }]"#, r#""x","y""#);
    names(r#"errors[{ "x"?: errors[{ "y": code, ..members }], ..members }]"#, r#""x""#);
    for without in [r#"errors[{ "a": code }]"#, r#"{ "a": code, ..members }"#, "errors[code]"] {
        lacks(&source(without), "ITEM_NAMES");
    }
}

#[test]
fn xml_has_a_root_and_its_own_content_type() {
    let root = |heading: &str, root: &str| {
        contains(
            &format!("E {heading} = {{}}"),
            &format!(
                "body: ::error_runtime::Body::Xml(::error_runtime::Xml {{ {root}, node: \
                 ::error_runtime::Node::Literal(\"{{}}\") }}),"
            ),
        );
    };
    root("xml(\"Error\")", "root: \"Error\", namespace: ::core::option::Option::None");
    root(
        "xml(\"_É-1.b\", namespace = \"urn:x\",)",
        "root: \"_É-1.b\", namespace: ::core::option::Option::Some(\"urn:x\")",
    );
    contains("E xml(\"A\") = {}", "from_static(\"application/xml\")");
    let other = "E xml(\"A\") = {} content_type = \"text/xml\" F = {}";
    contains(other, "from_static(\"text/xml\")");
    contains(other, "from_static(\"application/json\")");
    lacks(other, "from_static(\"application/xml\")");
    // An envelope may be called so.
    contains("xml = {}", "struct xml<");
}
