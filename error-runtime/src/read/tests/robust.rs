//! Whatever has happened to an answer on its way, it is one.

use super::{Answer, Envelope, Problem};
use http::{HeaderMap, HeaderValue, StatusCode};

crate::envelope! {
    #[api(crate = crate)]
    pub(crate) Objects = {
        "ok": false,
        "at": time,
        "error": { "code": code, "status": status as string, "x"?: member("x"), ..members },
        "details": [
            ?{ "@type": "help", "link": docs },
            { "@type": "info", "reason": message, "metadata"?: details },
            hint,
            0,
        ],
        "retry"?: { "advice"?: retry, "after": retry_after },
    }
    should_retry = "x-should-retry"

    #[api(crate = crate)]
    pub(crate) Root = [{ "message": message, "errorCode": code }, ?{ "hint": hint }, retry as string]

    #[api(crate = crate)]
    pub(crate) Tree = {
        "title": title,
        "errors": errors[{ "status": status, "code": code, "detail": message, "errors"?: errors }],
    }

    #[api(crate = crate)]
    pub(crate) Map = { "errors": errors{ code: { "text": message, "in"?: errors, ..members } } }

    #[api(crate = crate)]
    pub(crate) Groups = errors{ member("field") | "base": [message] }

    #[api(crate = crate)]
    pub(crate) ByStatus = errors{ status: [{ "m": message, "retry": retry, "after": retry_after }] }

    #[api(crate = crate)]
    pub(crate) Document xml("Error", namespace = "http://x/y") = {
        "Code": code as number,
        "Status": status,
        "Detail"?: { "Message": message, "Hint"?: hint },
        "Pair": [title, { "Kind": "a", "Docs": docs }],
        "Cause"?: errors[{ "Text": message, "Cause"?: errors }],
        ..members,
    }

    #[api(crate = crate)]
    pub(crate) Fields xml("Errors") = { "Fields": errors{ member("field") | "base": [message] } }
}

const OBJECTS: &str = r#"{"ok":false,"at":"2026-01-01T00:00:00.000Z","error":{"code":"A\u00e9\n","status":"409","x":[1,{"y":-0.5e3}],"z":null},"details":[{"@type":"help","link":"https://d"},{"@type":"info","reason":"m","metadata":{"k":[true]}},"h",0],"retry":{"advice":{"advice":"linear","when":"maybe","safe":"never"},"after":30}}"#;
const ROOT: &str = r#"[{"message":"m","errorCode":7},{"hint":"h"},"poll"]"#;
const TREE: &str = r#"{"title":"t","errors":[{"status":422,"code":"A","detail":"a","errors":[{"status":400,"code":1,"detail":"b","errors":[]}]},{"status":599,"code":"C","detail":"c"}]}"#;
const MAP: &str =
    r#"{"errors":{"A":{"text":"a","in":{"B":{"text":"b","n":{}}},"m":1},"":{"text":"c"}}}"#;
const GROUPS: &str = r#"{"name":["a","b"],"base":["c"],"":[]}"#;
const BY_STATUS: &str = r#"{"404":[{"m":"a","retry":{"advice":"never"},"after":5}],"x":[{"m":"b","retry":null,"after":null}]}"#;
const PROBLEM: &str = r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"d","code":"A","hint":"h","retry":{"advice":"now"},"retry_after":1,"details":{"a":1},"more":true}"#;
const DOCUMENT: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error xmlns=\"http://x/y\">\
    <Code>7</Code><Status>409</Status><Detail><Message>a &lt;b&gt;&#13;&#x1F980;</Message><Hint/></Detail>\
    <Pair>t</Pair><Pair><Kind>a</Kind><Docs>d</Docs></Pair>\
    <Cause><Text>x</Text><Cause><Text>y</Text></Cause></Cause><Cause><Text>z</Text></Cause>\
    <!-- c --><Extra a='1'><![CDATA[<&>]]></Extra></Error>";
const FIELDS: &str = "<Errors><Fields><name>a</name><name>b</name><base>c</base></Fields></Errors>";

/// Text that means something to one of the readers.
const TOKENS: [&str; 24] = [
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "null",
    "true",
    "-1",
    "1e999",
    "\\u0000",
    "\\ud800",
    "99999999999999999999",
    "\u{e9}",
    "<",
    ">",
    "</",
    "/>",
    "&",
    "&#0;",
    "<!--",
    "]]>",
];

/// A generator of full period: the same rounds in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % end.max(1)
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).unwrap_or(0)
    }

    /// Does one of the things that happen to bytes.
    fn mutate(&mut self, bytes: &mut Vec<u8>) {
        let at = self.below(bytes.len());
        let end = at + self.below((bytes.len() - at).min(40) + 1);
        match self.below(7) {
            0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (at % 8)),
            1 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = at.to_le_bytes()[0]),
            2 => bytes.truncate(at),
            3 => drop(bytes.drain(at..end)),
            4 => {
                let piece = bytes[at..end].to_vec();
                let to = self.below(bytes.len() + 1);
                drop(bytes.splice(to..to, piece));
            }
            5 => bytes.insert(at, self.byte()),
            _ => {
                let token = TOKENS[self.below(TOKENS.len())];
                drop(bytes.splice(at..end.min(at + token.len()), token.bytes()));
            }
        }
    }
}

/// Asks for all that an answer tells.
fn all_of(answer: &Answer) {
    let _ = (answer.to_string(), format!("{answer:?}"), answer.code(), answer.should_retry());
    assert!(answer.message().is_none_or(|text| text.len() <= 1 << 12));
    answer.errors().iter().for_each(all_of);
}

fn robust<E: Envelope>(body: &str, items: usize) {
    let shape = E::shape();
    let whole = Answer::read(shape, StatusCode::CONFLICT, &HeaderMap::new(), body.as_bytes());
    assert!(!whole.is_foreign(), "{body}");
    assert_eq!(whole.errors().len(), items, "{body}");
    let mut random = Random(items as u64 + 1);
    for round in 0..3_000_u16 {
        let mut bytes = body.as_bytes().to_vec();
        for _ in 0..=random.below(4) {
            random.mutate(&mut bytes);
        }
        let mut headers = HeaderMap::new();
        for name in ["retry-after", "x-should-retry", "x-request-id"] {
            let from = random.below(bytes.len());
            let value = bytes.get(from..from + random.below(9)).unwrap_or_default();
            if let Ok(value) = HeaderValue::from_bytes(value) {
                headers.insert(name, value);
            }
        }
        let status = StatusCode::from_u16(100 + round % 900).unwrap_or(StatusCode::CONFLICT);
        let answer = Answer::read(shape, status, &headers, &bytes);
        assert_eq!(answer.status(), status);
        all_of(&answer);
    }
}

#[test]
fn broken_json_never_harms() {
    robust::<Objects>(OBJECTS, 0);
    robust::<Root>(ROOT, 0);
    robust::<Tree>(TREE, 2);
    robust::<Map>(MAP, 2);
    robust::<Groups>(GROUPS, 3);
    robust::<ByStatus>(BY_STATUS, 2);
    robust::<Problem>(PROBLEM, 0);
}

#[test]
fn broken_xml_never_harms() {
    robust::<Document>(DOCUMENT, 2);
    robust::<Fields>(FIELDS, 3);
}

/// One kind of body where another one is expected.
#[test]
fn foreign_answers_never_harm() {
    let bodies =
        [OBJECTS, ROOT, TREE, MAP, GROUPS, BY_STATUS, PROBLEM, DOCUMENT, FIELDS, "", "\u{feff}"];
    let shapes = [
        <Objects as Envelope>::shape(),
        <Root as Envelope>::shape(),
        <Tree as Envelope>::shape(),
        <Map as Envelope>::shape(),
        <Groups as Envelope>::shape(),
        <ByStatus as Envelope>::shape(),
        <Problem as Envelope>::shape(),
        <Document as Envelope>::shape(),
        <Fields as Envelope>::shape(),
        <crate::Text as Envelope>::shape(),
        <crate::Empty as Envelope>::shape(),
    ];
    for shape in shapes {
        for body in bodies {
            let status = StatusCode::BAD_GATEWAY;
            let answer = Answer::read(shape, status, &HeaderMap::new(), body.as_bytes());
            assert_eq!(answer.status(), status, "{} {body}", shape.name);
            all_of(&answer);
        }
    }
}
