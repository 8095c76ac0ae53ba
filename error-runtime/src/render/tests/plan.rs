//! What is written by a row's steps is what the walk through its template
//! writes: templates, rows, values and contexts at random.

use super::*;
use crate::{Case, Context, Errors, FieldSpec, Form, Rule, SubErrors};
use std::time::{Duration, SystemTime};

static RULES: &[Rule] =
    &[Rule { from: 400, to: 599, category: Some("rule"), retry_after: Some(5), headers: &[] }];
static ONE: &[FieldSpec] = &[FieldSpec::named("a", "")];
static HD: &[HeaderSpec] =
    &[HeaderSpec::dynamic("x-text", "{t}"), HeaderSpec::constant("x-c", "1")];
static HC: &[HeaderSpec] = &[HeaderSpec::constant("x-c", "1")];
struct Random(u64);
impl Random {
    fn n(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n
    }
    fn b(&mut self) -> bool {
        self.n(2) == 0
    }
    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.n(of.len())]
    }
}

#[derive(Debug, Clone)]
struct E {
    spec: &'static [Spec],
    shape: &'static Shape,
    cells: Option<&'static [Cell]>,
    text: &'static str,
    hint: Option<&'static str>,
    value: Option<serde_json::Value>,
    after: Option<u64>,
    list: Option<List>,
}
#[derive(Debug, Clone)]
struct List(Vec<E>);
impl SubErrors for List {
    fn each(&self, item: &mut dyn FnMut(&dyn ApiError)) {
        self.0.iter().for_each(|error| item(error));
    }
}
impl fmt::Display for E {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.text == "broken" {
            f.write_str("ha")?;
            return Err(fmt::Error);
        }
        f.write_str(self.text)
    }
}
impl std::error::Error for E {}
impl ApiError for E {
    fn specs(&self) -> &'static [Spec] {
        self.spec
    }
    fn row(&self) -> usize {
        0
    }
    fn shape(&self) -> &'static Shape {
        self.shape
    }
    fn cells(&self) -> &'static [Cell] {
        self.cells.unwrap_or(&[])
    }
    fn fill<'e>(&'e self, _row: usize, part: Part<'e, '_>) {
        let list = |out: &mut crate::Out, fields: &'static [FieldSpec], details: bool| {
            for (i, field) in fields.iter().enumerate() {
                let keep = [Keep::Default, Keep::Null, Keep::OmitDefault, Keep::Empty][i % 4];
                match field.name {
                    "" if details => out.value(&self.value),
                    "" => out.flatten(&self.value),
                    name if field.name_by_default => out.field(name, keep, &self.value),
                    "obj" => out.object("obj", |out| {
                        out.entry("a", keep, &self.value);
                        out.entry("a", keep, &1);
                    }),
                    "fmt" => out.entry_fmt("fmt", format_args!("x{self}")),
                    name => out.entry(name, keep, &self.hint),
                }
            }
        };
        match part {
            Part::Message(out) => out.fmt(format_args!("m {self}")),
            Part::Hint(out) => out.text(self.hint.unwrap_or_default()),
            Part::Docs(out) => {
                let c = out.link_code(None);
                out.text(&c);
                out.text(self.hint.unwrap_or_default());
            }
            Part::Details(out) => list(out, self.spec[0].details, true),
            Part::Members(out) => list(out, self.spec[0].members, false),
            Part::Errors(errors) => *errors = self.list.as_ref().map(|list| list as _),
            Part::RetryAfter(after) => *after = self.after.map(RetryAfter::seconds_from_now),
            Part::Headers(h) => h.header("x-text", self.hint.unwrap_or("q")),
            _ => {}
        }
    }
}

const NAMES: [&str; 9] = ["a", "b", "code", "foo_bar", "fooBar", "obj", "fmt", "q\"t", "details"];
fn key(r: &mut Random, used: &mut Vec<&'static str>) -> (&'static str, &'static str) {
    loop {
        let name = r.pick(&["k", "l", "a", "q\"t", "code", "message", "x", "y", "z", "w"]);
        if used.contains(&name) {
            continue;
        }
        used.push(name);
        return (
            name,
            Box::leak(format!("{}:", serde_json::to_string(name).unwrap()).into_boxed_str()),
        );
    }
}
fn node(r: &mut Random, depth: usize, item: bool) -> Node {
    match r.n(if depth == 0 { 7 } else { 12 }) {
        0 => Node::Literal(r.pick(&["1", "\"x\"", "null", "{}", "[1,{}]"])),
        1..=6 => {
            let slot = match r.n(24) {
                0 => Slot::Code,
                1 => Slot::Status,
                2 => Slot::Reason,
                3 => Slot::Title,
                4 | 20 => Slot::Message,
                5 => Slot::Hint,
                6 | 21 => Slot::Details,
                7 => Slot::Members,
                8 => Slot::Member(r.pick(&NAMES)),
                9 => Slot::Category,
                10 => Slot::Retry,
                11 => Slot::RetryAfter,
                12 => Slot::Docs,
                13 => Slot::TypeUri,
                14 => Slot::Instance,
                15 | 22 | 23 => Slot::RequestId,
                16 => Slot::Time,
                17 => Slot::Context("c"),
                18 => Slot::Variant,
                _ => Slot::Trace,
            };
            Node::Slot {
                slot,
                or: r.pick(&["null", "{}", "{}", "\"or\"", "[]"]),
                kind: r.pick(&[Kind::AsIs, Kind::AsIs, Kind::AsIs, Kind::String, Kind::Number]),
            }
        }
        7..=9 => {
            let mut used = vec![];
            let mut members = vec![];
            for _ in 0..r.n(6) {
                if r.n(9) == 0 && !members.iter().any(|m| matches!(m, Member::Rest)) {
                    members.push(Member::Rest);
                    continue;
                }
                let (name, key) = key(r, &mut used);
                members.push(Member::Named {
                    name,
                    key,
                    optional: r.b(),
                    value: node(r, depth - 1, item),
                });
            }
            Node::Object(members.leak())
        }
        10 => {
            let mut nodes = vec![];
            for _ in 0..r.n(4) {
                let inner = node(r, depth - 1, item);
                nodes.push(if r.b() { Node::Optional(Box::leak(Box::new(inner))) } else { inner });
            }
            Node::Array(nodes.leak())
        }
        _ if item => Node::Repeat,
        _ => {
            let item = node(r, depth - 1, true);
            let form = match r.n(3) {
                0 => Form::Array,
                1 => Form::Map { key: Slot::Member("a"), or: "none" },
                _ => Form::Groups { key: Slot::Member("a"), or: "none" },
            };
            Node::Errors(Box::leak(Box::new(Errors {
                item,
                form,
                or: r.pick(&[None, Some("[]"), Some("null")]),
            })))
        }
    }
}
fn fields(r: &mut Random) -> &'static [FieldSpec] {
    let mut all = vec![];
    for _ in 0..r.n(4) {
        all.push(match r.n(9) {
            0 => FieldSpec::named("", ""),
            1..=4 => FieldSpec::by_default(r.pick(&NAMES), ""),
            _ => FieldSpec::named(r.pick(&NAMES), ""),
        });
    }
    all.leak()
}
fn spec(r: &mut Random) -> Spec {
    let mut dynamic = Parts::from_bits(0);
    for part in [
        Parts::MESSAGE,
        Parts::HINT,
        Parts::DOCS,
        Parts::RETRY_AFTER,
        Parts::DETAILS,
        Parts::MEMBERS,
        Parts::HEADERS,
        Parts::ERRORS,
    ] {
        if r.b() {
            dynamic = dynamic.and(part);
        }
    }
    if dynamic.has(Parts::MESSAGE) && r.b() {
        dynamic = dynamic.and(Parts::DISPLAY);
    }
    let details = if dynamic.has(Parts::DETAILS) {
        let f = fields(r);
        if f.is_empty() { ONE } else { f }
    } else {
        &[]
    };
    let members = if dynamic.has(Parts::MEMBERS) {
        let f = fields(r);
        if f.is_empty() { ONE } else { f }
    } else {
        &[]
    };
    Spec {
        variant: r.pick(&["NotFound", "X"]),
        code: r.pick(&[Code::None, Code::Text("NOT_FOUND"), Code::Text(""), Code::Number(7)]),
        code_by_default: r.b(),
        status: Some(r.pick(&[404, 429, 500, 503, 200, 204, 304])),
        message: if dynamic.has(Parts::MESSAGE) {
            None
        } else {
            r.pick(&[None, Some("const \"m\""), Some("")])
        },
        hint: r.pick(&[None, Some("h"), Some("")]),
        docs: r.pick(&[None, Some("https://d/{code:kebab}"), Some("")]),
        title: r.pick(&[None, Some("T")]),
        category: r.pick(&[None, Some("cat")]),
        retry: r.pick(&[Retry::UNSTATED, Retry::new(Advice::Poll), Retry::new(Advice::Never)]),
        retry_after: r.pick(&[None, Some(3)]),
        details,
        members,
        dynamic,
        headers: if dynamic.has(Parts::HEADERS) { HD } else { r.pick(&[&[] as &[HeaderSpec], HC]) },
        ..Spec::EMPTY
    }
}
fn value(r: &mut Random, e: &E) -> E {
    let json = [
        None,
        Some("null"),
        Some("{}"),
        Some("{\"a\":1,\"b\":{}}"),
        Some("{\"foo_bar\":1,\"fooBar\":2,\"q\\\"t\":[],\"code\":3}"),
        Some("0"),
        Some("\"\""),
        Some("[1]"),
        Some("\"t\\n\""),
        Some("false"),
    ];
    let list = r.pick(&[None, None, Some(0), Some(1), Some(2)]);
    let list = list.filter(|_| e.list.is_none()).map(|length| {
        let of = E { list: Some(List(Vec::new())), ..e.clone() };
        List((0..length).map(|_| E { list: None, ..value(r, &of) }).collect())
    });
    E {
        list,
        text: r.pick(&["", "told", "q\"\\\n", "broken", "\u{fc}\u{1}"]),
        hint: r.pick(&[None, Some(""), Some("hi"), Some("h\"\n")]),
        value: r.pick(&json).map(|j| serde_json::from_str(j).unwrap()),
        after: r.pick(&[None, Some(0), Some(9)]),
        ..e.clone()
    }
}
fn context(r: &mut Random) -> Option<Context> {
    if r.n(4) == 0 {
        return None;
    }
    let mut c = Context::new();
    if r.n(3) != 0 {
        c = c.with_request_id(r.pick(&["r-1", "", "a\"b", "\n", "\u{e9}", "12345678\\"]));
    }
    if r.b() {
        c = c.with_instance("/i\"");
    }
    if r.b() {
        c = c.with_time(SystemTime::UNIX_EPOCH + Duration::from_secs(9));
    }
    if r.b() {
        c = c.with_value("c", &r.pick(&["", "v"]));
    }
    if r.b() {
        c = c.with_development(true);
    }
    #[cfg(feature = "layer")]
    if r.b() {
        let accept = r.pick(&[None, Some("application/json"), Some("*/*")]);
        let id = r.pick(&["v-1", "", "a\"b", "\u{e9}", "12345678\\"]);
        let visit =
            crate::visit::Visit::new(id.as_bytes(), accept.map(|text| text.as_bytes().into()));
        c = c.with_visit(visit);
    }
    Some(c)
}
fn show(e: &E, c: Option<&Context>) -> String {
    let response = match c {
        Some(c) => crate::http::response_in(e, c),
        None => crate::http::response_here(e),
    };
    let mut h: Vec<_> = response.headers().iter().map(|(n, v)| format!("{n}={v:?}")).collect();
    h.sort();
    format!("{} {h:?} {}", response.status(), String::from_utf8(response.body().to_vec()).unwrap())
}

#[test]
fn planned_is_walked() {
    let mut planned = 0;
    for seed in 1..=3_000 {
        let r = &mut Random(0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(seed));
        for _ in 0..5 {
            r.n(2);
        }
        let mut root = node(r, 4, false);
        for _ in 0..9 {
            if !matches!(root, Node::Object(_)) {
                root = node(r, 4, false);
            }
        }
        let policy = Policy {
            internal_message: r.pick(&[None, Some("int")]),
            type_uri: r.pick(&[None, Some("urn:{code}")]),
            docs: r.pick(&[None, Some("https://p/{code}")]),
            code_case: r.pick(&[None, Some(Case::Kebab)]),
            field_case: r.pick(&[None, Some(Case::Camel)]),
            keep: r.pick(&[Keep::Default, Keep::Null, Keep::OmitDefault]),
            should_retry: r.pick(&[None, Some("x-should-retry")]),
            rules: r.pick(&[&[] as &[Rule], RULES]),
            ..Policy::EMPTY
        };
        let body = if r.n(20) == 0 { Body::Text } else { Body::Json(root) };
        let shape: &'static Shape = Box::leak(Box::new(Shape { body, ..ruled(root, policy) }));
        let spec: &'static [Spec] = Box::leak(Box::new([spec(r)]));
        let cells: &'static [Cell] = Box::leak(Box::new([Cell::new()]));
        let e = E {
            spec,
            shape,
            cells: Some(cells),
            text: "t",
            hint: None,
            value: None,
            after: None,
            list: None,
        };
        for round in 0..8 {
            let e = value(r, &e);
            let twin = E { cells: None, ..e.clone() };
            let c = context(r);
            planned += usize::from(cells[0].get().is_some_and(|k| !k.steps.is_empty()));
            let (ours, theirs) = (show(&e, c.as_ref()), show(&twin, c.as_ref()));
            if let Some(c) = &c {
                assert_eq!(c.scope(|| show(&e, None)), ours, "seed {seed}: ambient");
            }
            let valid = matches!(shape.body, Body::Text)
                || [204, 304].contains(&spec[0].status.unwrap())
                || {
                    let body = crate::http::response_here(&e);
                    serde_json::from_slice::<serde_json::Value>(body.body()).is_ok()
                };
            assert!(
                ours == theirs && valid,
                "seed {seed}, round {round}\nby steps {ours}\nwalked   {theirs}\n{:?}\n{:?}",
                shape.body,
                spec[0]
            );
        }
    }
    assert!(planned > 1_000, "only {planned} answers were written by steps");
}
