//! What a client sends that no extractor takes: the same for each framework.

use futures_util::stream;
use reqwest::{Body, Client, RequestBuilder};
use std::convert::Infallible;

/// The longest body that the servers take, but for `/map`.
pub const LIMIT: usize = 4096;

pub struct Request {
    pub name: &'static str,
    pub method: &'static str,
    pub path: &'static str,
    pub headers: &'static [(&'static str, &'static str)],
    pub body: Content,
}

pub enum Content {
    Bytes(&'static [u8]),
    /// A text in JSON, longer than the servers take.
    Long,
    /// The same in chunks, so that nothing tells its length.
    Chunked,
}

impl Request {
    pub fn build(&self, client: &Client, base: &str) -> RequestBuilder {
        let method = self.method.parse().unwrap();
        let mut request = client.request(method, format!("{base}{}", self.path));
        for (name, value) in self.headers {
            request = request.header(*name, *value);
        }
        let long = || format!("\"{}\"", "x".repeat(2 * LIMIT));
        match self.body {
            Content::Bytes(bytes) => request.body(bytes),
            Content::Long => request.body(long()),
            Content::Chunked => {
                let chunks = stream::iter([Ok::<_, Infallible>(long())]);
                request.body(Body::wrap_stream(chunks))
            }
        }
    }
}

const JSON: &[(&str, &str)] = &[("content-type", "application/json")];
const FORM: &[(&str, &str)] = &[("content-type", "application/x-www-form-urlencoded")];
const PARTS: &[(&str, &str)] = &[("content-type", "multipart/form-data; boundary=b")];
const TEXT: &[(&str, &str)] = &[("content-type", "text/plain")];

const fn get(name: &'static str, path: &'static str) -> Request {
    Request { name, method: "GET", path, headers: &[], body: Content::Bytes(b"") }
}

const fn post(
    name: &'static str,
    path: &'static str,
    headers: &'static [(&'static str, &'static str)],
    body: &'static [u8],
) -> Request {
    Request { name, method: "POST", path, headers, body: Content::Bytes(body) }
}

const fn long(
    name: &'static str,
    path: &'static str,
    headers: &'static [(&'static str, &'static str)],
) -> Request {
    Request { body: Content::Long, ..post(name, path, headers, b"") }
}

pub const REQUESTS: &[Request] = &[
    // `Json<Order>`
    post("json: syntax", "/json", JSON, br#"{"user": nobody}"#),
    post("json: end", "/json", JSON, br#"{"user":{"tags":[{"x":1"#),
    Request {
        // A client leaves it out otherwise.
        headers: &[("content-type", "application/json"), ("content-length", "0")],
        ..post("json: empty", "/json", &[], b"")
    },
    post("json: trailing", "/json", JSON, br#"{"user":{"tags":[]}} x"#),
    post("json: wrong type", "/json", JSON, br#"{"user":{"tags":[{"x":1},{"x":"a: b"}]}}"#),
    post("json: missing inside", "/json", JSON, br#"{"user":{"tags":[{}]}}"#),
    post("json: missing outside", "/json", JSON, b"{}"),
    post("json: no type", "/json", &[], b"{}"),
    post("json: other type", "/json", TEXT, b"{}"),
    long("json: too large", "/json", JSON),
    Request { body: Content::Chunked, ..post("json: too large, chunked", "/json", JSON, b"") },
    // `Form<Page>`
    post("form: wrong type", "/form", FORM, b"page=two"),
    post("form: missing", "/form", FORM, b"side=2"),
    post("form: no type", "/form", &[], b"page=2"),
    long("form: too large", "/form", FORM),
    get("form: of a query", "/form?page=two"),
    // `Query<Page>`
    get("query: wrong type", "/query?page=two"),
    get("query: missing", "/query?side=2"),
    get("query: twice", "/query?page=1&page=2"),
    // `Path<u32>`, `Path<(u32, String)>`, `Path<Pair>`, `Path<(u32, u32)>`
    get("path: one", "/one/abc"),
    get("path: by place", "/place/abc/x"),
    get("path: by name", "/name/abc/x"),
    get("path: no UTF-8", "/name/7/%ff"),
    get("path: mismatch", "/mismatch/7"),
    // `Bytes`, `String`
    long("bytes: too large", "/bytes", &[]),
    post("text: no UTF-8", "/text", TEXT, b"a\xff"),
    post("text: charset", "/text", &[("content-type", "text/plain; charset=klingon")], b"a"),
    // `Multipart`, of which all is read.
    post("parts: no type", "/parts", &[], b"--b--"),
    post("parts: no boundary", "/parts", &[("content-type", "multipart/form-data")], b"--b--"),
    Request {
        headers: &[PARTS[0], ("content-length", "0")],
        ..post("parts: empty", "/parts", &[], b"")
    },
    post(
        "parts: cut",
        "/parts",
        PARTS,
        b"--b\r\ncontent-disposition: form-data; name=\"photo\"\r\n\r\nabc",
    ),
    Request { body: Content::Bytes(LONG_PART), ..post("parts: too large", "/parts", PARTS, b"") },
    // What nobody has set: `Extension<Secret>`, `Data<Secret>`.
    get("extension: missing", "/extension"),
    // `If-Modified-Since`, by its type.
    get("header: missing", "/header"),
    Request {
        headers: &[("if-modified-since", "yesterday")],
        ..get("header: not valid", "/header")
    },
    // `Cookie`
    get("cookie: missing", "/cookie"),
    Request { headers: &[("cookie", "secret")], ..get("cookie: not valid", "/cookie") },
    // What no extractor has to do with.
    get("no route", "/nowhere"),
    Request { method: "DELETE", ..get("wrong method", "/query") },
    get("file: no such range", "/range"),
    get("erased: 4xx", "/erased/409"),
    get("erased: 5xx", "/erased/503"),
];

/// A part of a form, longer than the servers take.
const LONG_PART: &[u8] = &{
    let head = b"--b\r\ncontent-disposition: form-data; name=\"photo\"\r\n\r\n";
    let tail = b"\r\n--b--\r\n";
    let mut part = [b'x'; 2 * LIMIT];
    let mut at = 0;
    while at < head.len() {
        part[at] = head[at];
        at += 1;
    }
    at = 0;
    while at < tail.len() {
        part[2 * LIMIT - tail.len() + at] = tail[at];
        at += 1;
    }
    part
};
