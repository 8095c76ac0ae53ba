//! No bytes harm the reader, whatever the template.

use crate::{Answer, Envelope, Shape};
use http::{HeaderMap, StatusCode};
use std::time::{Duration, Instant};

crate::envelope! {
    #[api(crate = crate)]
    All = {
        "ok": false,
        "a": [?{ "t": 1, "m": message }, { "c": code }, ?{ "h": hint }],
        "e": errors[{ "m": message, "e"?: errors, "x"?: { "x"?: member("x") } }],
        "n"?: { "s": status as string, "r"?: retry },
        ..members,
    }

    #[api(crate = crate)]
    Elements xml("r") = {
        "a": [?{ "t": 1, "m": message }, { "c": code }, ?{ "h": hint }],
        "e": errors[{ "m": message, "e"?: errors, "x"?: { "x"?: member("x") } }],
        "n"?: { "s": status, "r"?: retry },
        ..members,
    }

    #[api(crate = crate)]
    Grouped = { "g": errors{ member("k"): [{ "m": message }] } }

    #[api(crate = crate)]
    GroupedElements xml("r") = { "g": errors{ code: [{ "m": message }] } }
}

fn shapes() -> [&'static Shape; 4] {
    [
        <All as Envelope>::shape(),
        <Elements as Envelope>::shape(),
        <Grouped as Envelope>::shape(),
        <GroupedElements as Envelope>::shape(),
    ]
}

/// Bits from a generator of full period.
struct Bits(u64);

impl Bits {
    fn below(&mut self, end: usize) -> usize {
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = next.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % end
    }
}

/// Pieces of both languages.
const TOKENS: &str = r#"{ } [ ] , : "ok" "a" "e" "m" "x" "n" "r" "t" "c" "\ud800" 1 -1e999 false
    null " \u0000 é <r> </r> <a> </a> <e> </e> <e/> <m> </m> <item> </item> <x:y/z='>'> </x:y>
    &amp; & &#x110000; &#13; <![CDATA[ ]]> <!-- --> <!DOCTYPE <?"#;

fn read(body: &[u8]) {
    for shape in shapes() {
        let answer = Answer::read(shape, StatusCode::BAD_GATEWAY, &HeaderMap::new(), body);
        assert_eq!(answer.status(), 502);
        let is_blank = String::from_utf8_lossy(body).trim().is_empty();
        assert!(!answer.is_foreign() || answer.message().is_some() || is_blank, "{body:?}");
        let _ = (answer.to_string(), answer.should_retry(), answer.clone() == answer);
    }
}

#[test]
fn any_sequence_of_tokens_gives_an_answer() {
    let tokens: Vec<&str> = TOKENS.split_ascii_whitespace().collect();
    let mut bits = Bits(1);
    for _ in 0..4_000 {
        let mut body = String::new();
        for _ in 0..bits.below(40) {
            body.push_str(tokens[bits.below(tokens.len())]);
        }
        read(body.as_bytes());
    }
}

/// A reader that goes over what it has read again and again takes hours here.
#[test]
fn long_bodies_take_no_longer_than_they_are() {
    const MANY: usize = 50_000;
    let start = Instant::now();
    let names: Vec<String> = (0..MANY).map(|at| format!("<n{at}/>")).collect();
    let names = names.concat();
    for body in [
        "[".repeat(MANY),
        "{\"a\":".repeat(MANY),
        "<r>".repeat(MANY),
        "<".repeat(MANY),
        format!("<r>{}</r>", "<a/>".repeat(MANY)),
        format!("<r>{}</r>", "<e><m>1</m></e>".repeat(MANY)),
        format!("<r>{}</r>", "&amp;".repeat(MANY)),
        format!("<r>{};</r>", "&".repeat(MANY)),
        format!("<r {}", "a=''".repeat(MANY)),
        format!("<!DOCTYPE r [{}", "<!-- -->".repeat(MANY)),
        format!("<r>{}", "<!--".repeat(MANY)),
        format!("<r>{}", "<![CDATA[]]".repeat(MANY)),
        format!("<r>{names}</r>"),
        format!("{{\"a\":[{}0]}}", "{\"t\":1},".repeat(MANY)),
        format!("{{\"e\":[{}0]}}", "{\"e\":[0]},".repeat(MANY)),
        format!("{{\"g\":{{\"{}\":[{}0]}}}}", "k".repeat(20 * MANY), "0,".repeat(MANY)),
    ] {
        read(body.as_bytes());
    }
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}
