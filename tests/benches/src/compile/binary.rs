//! The bytes that a constant variant takes in a program.

use super::project::Project;
use super::variants::{Variant, constants};
use benches::table::{number, print};
use object::{Object, ObjectSection};
use std::fmt::Write;
use std::fs;

const SIZES: [u16; 2] = [100, 1000];

const SECTIONS: &[&[&str]] =
    &[&[".text", ".rodata"], &[".data.rel.ro"], &[".rela.dyn"], &[".data", ".bss"], &[".eh_frame"]];

/// A program with so many variants, of which none is known while compiling.
struct Program {
    title: &'static str,
    name: &'static str,
    dependencies: &'static str,
    source: fn(&[Variant]) -> String,
    /// Also writes the error to its log.
    logs: bool,
}

const HAND: &str = "bytes = \"1\"\nhttp = \"1\"\nthiserror = \"2\"";
const OURS: &str =
    "bytes = \"1\"\nhttp = \"1\"\nthiserror = \"2\"\nerror-runtime = { path = \"@runtime\" }";

const PROGRAMS: &[Program] = &[
    Program {
        title: "a match and constants",
        name: "binary-hand",
        dependencies: HAND,
        source: by_hand,
        logs: false,
    },
    Program {
        title: "**error-runtime**",
        name: "binary-ours",
        dependencies: OURS,
        source: ours,
        logs: false,
    },
    Program {
        title: "a match and constants, and a log of `Display` and `Debug`",
        name: "binary-hand-log",
        dependencies: HAND,
        source: by_hand,
        logs: true,
    },
    Program {
        title: "**error-runtime**, and such a log",
        name: "binary-ours-log",
        dependencies: OURS,
        source: ours,
        logs: true,
    },
];

pub(crate) fn run() {
    let rows: Vec<_> = PROGRAMS
        .iter()
        .map(|program| {
            let [small, large] = SIZES.map(|size| program.sizes(size));
            let more = f64::from(SIZES[1] - SIZES[0]);
            let columns =
                small.iter().zip(&large).map(|(small, large)| number((large - small) / more, 0));
            [program.title.to_owned()].into_iter().chain(columns).collect()
        })
        .collect();
    println!("### Bytes of one constant variant in a release build\n");
    let titles: Vec<String> = SECTIONS.iter().map(|names| names.join(" + ")).collect();
    let head: Vec<&str> = [""].into_iter().chain(titles.iter().map(String::as_str)).collect();
    print(&head, &rows);
}

impl Program {
    /// The bytes of each group of sections.
    #[expect(clippy::cast_precision_loss, reason = "not that many")]
    fn sizes(&self, size: u16) -> Vec<f64> {
        let project = Project::program(self.name, self.dependencies, "growth");
        let log = if self.logs { "eprintln!(\"{error} {error:?}\");" } else { "" };
        project.write(&format!(
            "{}
fn main() {{
    let error = std::hint::black_box(Failure::Kind0);
    {log}
    std::hint::black_box(error.answer());
}}
",
            (self.source)(&constants(size.into()))
        ));
        project.cargo(false, &["build", "--release"]);
        let bytes = fs::read(project.built(self.name)).expect("a program");
        let file = object::File::parse(&*bytes).expect("a program");
        let size = |name: &&str| file.section_by_name(name).map_or(0, |section| section.size());
        SECTIONS.iter().map(|names| names.iter().map(size).sum::<u64>() as f64).collect()
    }
}

fn ours(variants: &[Variant]) -> String {
    let mut source = "use error_runtime::ApiError;
error_runtime::envelope! {
    pub Fault = {
        \"error\": { \"code\": code, \"message\": message, \"hint\"?: hint, \"retry\"?: retry as string },
    }
}
#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Fault)]
pub enum Failure {
"
    .to_owned();
    for Variant { name, code, status, message, hint, retry, .. } in variants {
        writeln!(
            source,
            "    #[error({message:?})]
    #[api(status = {status}, code = {code:?}, hint = {hint:?}, retry = {retry:?})]
    {name},"
        )
        .expect("a line");
    }
    source
        + "}
impl Failure {
    fn answer(&self) -> http::Response<bytes::Bytes> {
        self.to_http()
    }
}
"
}

fn by_hand(variants: &[Variant]) -> String {
    let mut source = "#[derive(Debug, thiserror::Error)]\npub enum Failure {\n".to_owned();
    for Variant { name, message, .. } in variants {
        writeln!(source, "    #[error({message:?})]\n    {name},").expect("a line");
    }
    source += "}
impl Failure {
    fn answer(&self) -> http::Response<bytes::Bytes> {
        let (status, body): (u16, &'static str) = match self {
";
    for Variant { name, code, status, message, hint, retry, .. } in variants {
        let body = format!(
            r#"{{"error":{{"code":"{code}","message":"{message}","hint":"{hint}","retry":"{retry}"}}}}"#
        );
        writeln!(source, "            Self::{name} => ({status}, {body:?}),").expect("a line");
    }
    source
        + "        };
        let mut response = http::Response::new(bytes::Bytes::from_static(body.as_bytes()));
        *response.status_mut() = http::StatusCode::from_u16(status).expect(\"a status\");
        let json = http::HeaderValue::from_static(\"application/json\");
        response.headers_mut().insert(http::header::CONTENT_TYPE, json);
        response
    }
}
"
}
