//! What is written is XML to another reader, too, and is read back.

use super::{document, read};
use crate::{Errors, Form, Kind, Member, Node, Slot, Xml};
use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::Event;
use serde_json::{Value, json};

const fn slot(slot: Slot) -> Node {
    Node::Slot { slot, or: "null", kind: Kind::AsIs }
}

const fn member(name: &'static str, value: Node) -> Member {
    Member::Named { name, key: "", optional: false, value }
}

const PLAIN: Xml = Xml { root: "Error", namespace: None, node: Node::Object(&[]) };

const LISTS: Xml = Xml {
    root: "Error",
    namespace: Some("http://example.org/\"a\"&b"),
    node: Node::Object(&[
        member("Code", Node::Slot { slot: Slot::Code, or: "null", kind: Kind::Number }),
        member("Message", slot(Slot::Message)),
        member(
            "Cause",
            Node::Errors(&Errors {
                item: Node::Object(&[
                    member("Text", slot(Slot::Message)),
                    member("Cause", Node::Repeat),
                ]),
                form: Form::Array,
                or: None,
            }),
        ),
        member(
            "Fields",
            Node::Errors(&Errors {
                item: slot(Slot::Message),
                form: Form::Groups { key: Slot::Member("field"), or: "" },
                or: None,
            }),
        ),
        Member::Rest,
    ]),
};

fn written(xml: &Xml, json: &str) -> String {
    String::from_utf8(document(xml, json.as_bytes())).expect("XML is UTF-8")
}

/// The root's inside, without the declaration.
fn inside(json: &str) -> String {
    let text = written(&PLAIN, json);
    let text = text.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").expect("it");
    text.strip_prefix("<Error>")
        .and_then(|text| text.strip_suffix("</Error>"))
        .unwrap_or(text)
        .to_owned()
}

/// S3's own example of an error.
#[test]
fn the_document_that_s3_describes() {
    let json = r#"{"Code":"NoSuchKey","Message":"The resource you requested does not exist","Resource":"/mybucket/myfoto.jpg","RequestId":"4442587FB7D0A2F9"}"#;
    assert_eq!(
        written(&PLAIN, json),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code>\
         <Message>The resource you requested does not exist</Message>\
         <Resource>/mybucket/myfoto.jpg</Resource><RequestId>4442587FB7D0A2F9</RequestId></Error>"
    );
}

#[test]
fn text_is_escaped() {
    for (json, expected) in [
        (r#"{"a":"<b>&amp;\"'"}"#, "<a>&lt;b&gt;&amp;amp;\"'</a>"),
        (r#"{"a":"x\r\n\ty]]>"}"#, "<a>x&#13;\n\ty]]&gt;</a>"),
        (
            r#"{"a":"\u0000\u001f\ufffe\uffff\u0085\u2028"}"#,
            "<a>\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{85}\u{2028}</a>",
        ),
        (r#"{"a":"\ud83e\udd80é"}"#, "<a>\u{1f980}é</a>"),
        (r#"{"a":null,"b":"","c":{},"d":[],"e":[null]}"#, "<a/><b/><c/><e/>"),
        (r#"{"a":1.50,"b":true,"c":-0}"#, "<a>1.50</a><b>true</b><c>-0</c>"),
        (
            r#"{"a":[1,[2,3],{"b":[4]}]}"#,
            "<a>1</a><a><item>2</item><item>3</item></a><a><b>4</b></a>",
        ),
    ] {
        assert_eq!(inside(json), expected, "{json}");
    }
    // Half of a pair is none of its characters.
    assert_eq!(inside(r#"{"a":"<\ud800"}"#), "<a>&lt;\\ud800</a>");
    assert_eq!(inside("[1,2]"), "<item>1</item><item>2</item>");
    assert_eq!(inside("{}"), "<Error/>");
}

#[test]
fn names_are_mended() {
    for (name, expected) in [
        ("plain", "plain"),
        ("größe", "größe"),
        ("two words", "two_words"),
        ("1st", "_1st"),
        ("-a", "_-a"),
        ("", "_"),
        (" x", "_x"),
        ("@type", "_type"),
        ("a:b", "a_b"),
        ("a><b", "a__b"),
        ("\\u0000", "_"),
    ] {
        assert_eq!(inside(&format!("{{\"{name}\":1}}")), format!("<{expected}>1</{expected}>"));
    }
}

#[test]
fn the_template_guides_the_reader() {
    let json = r#"{"Code":7,"Message":"7","Cause":[{"Text":"a","Cause":[{"Text":"b","Cause":[]}]}],
        "Fields":{"age":["x"],"name":["y","z"]},"Extra":{"n":"1"}}"#;
    let text = written(&LISTS, json);
    assert!(text.contains("<Error xmlns=\"http://example.org/&quot;a&quot;&amp;b\">"), "{text}");
    let mut expected: Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(read(&LISTS, text.as_bytes()), Some(expected.take()));
    // Without items a list leaves no trace.
    let empty = read(&LISTS, b"<Error><Message>m</Message><Fields/></Error>");
    assert_eq!(empty, Some(json!({"Message": "m", "Cause": [], "Fields": {}})));
}

#[test]
fn what_others_write_is_read() {
    let body = "\u{feff}<?xml version='1.0'?><!DOCTYPE Error><!-- <Error> -->\n<Error a='>' b=\"/\" >\
        <Code >1&#x30;</Code ><Message><![CDATA[<a> & ]]>&quot;b&apos;</Message><Extra x=\"1\"/>\
        </Error><!-- end -->\n";
    assert_eq!(
        read(&LISTS, body.as_bytes()),
        Some(json!({"Code": 10, "Message": "<a> & \"b'", "Extra": null, "Cause": []}))
    );
}

/// Lists whose items have no name of their own, and constants for lists.
const UNNAMED: Xml = Xml {
    root: "List",
    namespace: None,
    node: Node::Array(&[
        Node::Object(&[member("t", Node::Literal("1")), member("m", slot(Slot::Message))]),
        Node::Array(&[slot(Slot::Status), slot(Slot::Code)]),
        Node::Object(&[
            member("ids", slot(Slot::Member("ids"))),
            member(
                "none",
                Node::Errors(&Errors {
                    item: slot(Slot::Code),
                    form: Form::Array,
                    or: Some("\"no\""),
                }),
            ),
            member(
                "map",
                Node::Errors(&Errors {
                    item: Node::Array(&[slot(Slot::Message)]),
                    form: Form::Map { key: Slot::Code, or: "" },
                    or: Some("null"),
                }),
            ),
            member("retry", slot(Slot::Retry)),
        ]),
    ]),
};

const ERRORS: Xml = Xml {
    root: "Errors",
    namespace: None,
    node: Node::Errors(&Errors { item: slot(Slot::Message), form: Form::Array, or: None }),
};

#[test]
fn lists_without_names_are_read() {
    for json in [
        r#"[{"t":"1","m":"a"},[400,"C"],{"ids":["1","2"],"none":"no","map":{"A":["x"],"B":["y"]},
            "retry":{"advice":"poll","base_ms":5,"attempts":3,"note":"5"}}]"#,
        r#"[{"t":"1","m":"a"},[400,"7"],{"ids":"1","none":["A"],"map":null,"retry":null}]"#,
        r#"[{"t":"1","m":"a"},[400,"7"],{"ids":"1","none":[],"map":null,"retry":null}]"#,
    ] {
        let text = written(&UNNAMED, json);
        let wanted: Value = serde_json::from_str(json).expect("JSON");
        assert_eq!(read(&UNNAMED, text.as_bytes()), Some(wanted), "{text}");
    }
    // Nothing tells a member that is an empty list from one that is not there.
    let text =
        written(&UNNAMED, r#"[{"t":1,"m":"a"},[400,"7"],{"ids":[],"none":"no","map":null}]"#);
    let wanted =
        json!([{"t": "1", "m": "a"}, [400, "7"], {"ids": null, "none": "no", "map": null}]);
    assert_eq!(read(&UNNAMED, text.as_bytes()), Some(wanted));

    for json in [r#"["a"]"#, r#"["a","b"]"#, "[]"] {
        let wanted: Value = serde_json::from_str(json).expect("JSON");
        assert_eq!(read(&ERRORS, written(&ERRORS, json).as_bytes()), Some(wanted));
    }
}

#[test]
fn what_stands_around_is_passed_over() {
    let body = "<?xml version='1.0'?><?pi <Error>?>\n<!DOCTYPE Error [\n<!-- ]> ' -->\n\
        <!ENTITY e \"]>\"> <?p ]>?> ]>\n<e:Error xmlns:e='u'><e:Message>a\r\nb\rc&#13;</e:Message>\
        </e:Error>\n<?pi?><!---->";
    let wanted = json!({"Message": "a\nb\nc\r", "Cause": []});
    assert_eq!(read(&LISTS, body.as_bytes()), Some(wanted));
    // Entities of others are not expanded.
    let bomb = "<!DOCTYPE Error [<!ENTITY a \"&a;&a;\">]><Error><Message>&a;</Message></Error>";
    assert_eq!(read(&LISTS, bomb.as_bytes()), None);
}

#[test]
fn what_is_no_document_of_ours_is_none() {
    let deep = format!("<Error>{}", "<a>".repeat(100_000));
    let attributes = format!("<Error {}", "a=\"".repeat(50_000));
    for body in [
        "",
        " ",
        "text",
        "<",
        "<Error",
        "<Error>",
        "</Error>",
        "<Error></Other>",
        "<Other/>",
        "<Error/><Error/>",
        "<Error/>text",
        "text<Error/>",
        "<Error>&unknown;</Error>",
        "<Error>&amp</Error>",
        "<Error>&#xD800;</Error>",
        "<Error>&#99999999999;</Error>",
        "<Error><!-- </Error>",
        "<Error><![CDATA[ </Error>",
        "<Error><1/></Error>",
        "<Error a='></Error>",
        "<Error><a</Error>",
        "<?xml",
        "<!DOCTYPE",
        "<html><br></html>",
        "<Error></e:Error>",
        "<e:Error></f:Error>",
        "<:Error/>",
        "<e:/>",
        "<1/>",
        "<Error>&;</Error>",
        "<Error>&#;</Error>",
        "<Error>&#0;</Error>",
        "<Error>&#+65;</Error>",
        "<Error>&#xD800;</Error>",
        "<Error>&#x110000;</Error>",
        "<Error>&nbsp;</Error>",
        "<Error>&amp</Error>",
        "<Error/><!DOCTYPE Error>",
        "<!DOCTYPE Error [>",
        "<![CDATA[x]]><Error/>",
        "</Error>",
        "<Error>\u{0}<",
        &deep,
        &attributes,
        &"<".repeat(100_000),
        &"&".repeat(100_000),
    ] {
        assert_eq!(read(&PLAIN, body.as_bytes()), None, "{}", &body[..body.len().min(40)]);
    }
    assert_eq!(read(&PLAIN, b"<Error>\xff</Error>"), None);
}

#[test]
fn deep_values_are_cut_off() {
    let json = format!("{}1{}", "{\"a\":".repeat(100_000), "}".repeat(100_000));
    let text = written(&PLAIN, &json);
    assert!(read(&PLAIN, text.as_bytes()).is_some());
}

/// The elements and texts, as another reader sees them.
fn judged(text: &str) -> Vec<String> {
    let mut reader = Reader::from_str(text);
    let mut seen = Vec::new();
    let mut run = String::new();
    loop {
        let event = reader.read_event().unwrap_or_else(|error| panic!("{error}: {text}"));
        if !matches!(event, Event::Text(_) | Event::GeneralRef(_)) && !run.is_empty() {
            seen.push(std::mem::take(&mut run));
        }
        match event {
            Event::Start(tag) => seen.push(format!("<{}", name(tag.name().as_ref()))),
            Event::End(_) => seen.push(">".to_owned()),
            Event::Empty(tag) => {
                seen.extend([format!("<{}", name(tag.name().as_ref())), ">".to_owned()]);
            }
            Event::Text(text) => run.push_str(&text.decode().expect("UTF-8")),
            Event::GeneralRef(reference) => match reference.resolve_char_ref().expect("it") {
                Some(c) => run.push(c),
                None => run.push_str(
                    resolve_xml_entity(&reference.decode().expect("UTF-8")).expect("one of five"),
                ),
            },
            Event::Eof => return seen,
            _ => {}
        }
    }
}

fn name(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

/// The same, from the JSON.
fn expected(name: &str, value: &Value, seen: &mut Vec<String>) {
    seen.push(format!("<{name}"));
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                match value {
                    Value::Array(items) => items.iter().for_each(|item| expected(name, item, seen)),
                    value => expected(name, value, seen),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| expected("item", item, seen)),
        Value::String(text) if text.is_empty() => {}
        Value::String(text) => seen.push(text.clone()),
        Value::Null => {}
        other => seen.push(other.to_string()),
    }
    seen.push(">".to_owned());
}

/// Some value, from bits that a generator of full period gives.
fn value(state: &mut u64, depth: u32) -> Value {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    let bits = *state >> 33;
    let size = usize::try_from(bits >> 8 & 3).expect("it is small");
    match bits % 6 {
        0 if depth > 0 => (0..size)
            .map(|at| (format!("n{at}"), value(state, depth - 1)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        1 if depth > 0 => (0..size).map(|_| value(state, depth - 1)).collect::<Vec<_>>().into(),
        2 => Value::Null,
        3 => Value::from(bits),
        4 => Value::from(bits & 16 == 0),
        _ => ["<a>&\"'", "", " x ", "\r\n", "\t]]>", "é\u{1f980}", "&amp;#13;"]
            [usize::try_from(bits % 7).expect("it is small")]
        .into(),
    }
}

#[test]
fn another_reader_sees_the_same() {
    let mut state = 7;
    for _ in 0..2_000 {
        let root = json!({"a": value(&mut state, 4), "b": value(&mut state, 2)});
        let text = written(&PLAIN, &root.to_string());
        let mut wanted = Vec::new();
        expected("Error", &root, &mut wanted);
        let seen: Vec<String> = judged(&text).into_iter().filter(|text| text != "\n").collect();
        let wanted: Vec<String> = wanted.into_iter().filter(|text| text != "\n").collect();
        assert_eq!(seen, wanted, "{text}");
        assert!(read(&PLAIN, text.as_bytes()).is_some(), "{text}");
    }
}
