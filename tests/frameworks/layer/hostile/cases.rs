//! The requests, and what comes of them.

use super::Then;
use super::Then::{Either, Fine, Ours, Refused};

/// A name, the first line, and the rest; `~` ends a line. A first line that
/// does not end is of HTTP/1.1, and a host and `connection: close` follow.
pub type Case = (&'static str, &'static [u8], &'static [u8], Then);

pub const CASES: &[Case] = &[
    // Lengths.
    ("a length of no number", b"POST /json", b"content-length: x~~", Refused),
    ("a negative length", b"POST /json", b"content-length: -1~~", Refused),
    ("a length of 2^70", b"POST /json", b"content-length: 1180591620717411303424~~", Refused),
    ("two lengths", b"POST /json", b"content-length: 2~content-length: 3~~{}x", Refused),
    ("a list of lengths", b"POST /json", b"content-length: 2, 3~~{}x", Refused),
    (
        "length and chunks",
        b"POST /json",
        b"content-type: application/json~content-length: 2~transfer-encoding: chunked~~0~~",
        Either,
    ),
    (
        "a short body",
        b"POST /json",
        b"content-type: application/json~content-length: 100~~{}",
        Either,
    ),
    (
        "a bad chunk",
        b"POST /json",
        b"content-type: application/json~transfer-encoding: chunked~~zz~~",
        Ours(400),
    ),
    (
        "a huge chunk",
        b"POST /json",
        b"content-type: application/json~transfer-encoding: chunked~~ffffffffffffffffff~~",
        Ours(400),
    ),
    ("an unknown encoding", b"POST /json", b"transfer-encoding: gzip~~", Refused),
    ("a body of a GET", b"GET /locked", b"content-length: 2~~{}", Ours(409)),
    // The line.
    ("garbage", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03~", b"~", Refused),
    ("no words", b"\x00\x00\x00\x00~", b"~", Refused),
    ("no version", b"GET /locked~", b"host: a~~", Refused),
    ("a version of the future", b"GET /locked HTTP/7.7~", b"host: a~~", Refused),
    (
        "a long method",
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ /locked",
        b"~",
        Ours(405),
    ),
    ("an odd method", b"GET{ /locked", b"~", Refused),
    ("no Host", b"GET /locked HTTP/1.1~", b"connection: close~~", Ours(409)),
    ("HTTP/1.0", b"GET /locked HTTP/1.0~", b"~", Ours(409)),
    ("absolute form", b"GET http://elsewhere/locked", b"~", Ours(409)),
    ("absolute form, no path", b"GET http://elsewhere", b"~", Ours(404)),
    ("an authority", b"CONNECT elsewhere:443", b"~", Ours(404)),
    ("an asterisk", b"OPTIONS *", b"~", Ours(404)),
    // The path.
    ("a path of no UTF-8", b"GET /number/\xff\xfe", b"~", Refused),
    ("a path of raw UTF-8", "GET /number/é".as_bytes(), b"~", Either),
    ("a percent path of no UTF-8", b"GET /number/%ff%fe", b"~", Ours(400)),
    ("a cut percent", b"GET /number/%", b"~", Ours(400)),
    ("line breaks in percent", b"GET /number/%0d%0aset-cookie:%20a", b"~", Ours(400)),
    ("a NUL in the path", b"GET /number/\x00", b"~", Refused),
    ("a DEL in the path", b"GET /nowhere/\x7f", b"~", Either),
    ("dots", b"GET /../../etc/passwd", b"~", Ours(404)),
    ("a fragment", b"GET /locked#x", b"~", Either),
    // Headers.
    ("an id of no UTF-8", b"GET /locked", b"x-request-id: \xff\xfe~~", Ours(409)),
    ("an id with a NUL", b"GET /locked", b"x-request-id: a\x00b~~", Refused),
    ("an id with a folded line", b"GET /locked", b"x-request-id: a~ b~~", Refused),
    ("a wish of no UTF-8", b"GET /locked", b"accept: \xff/\xfe;q=\xfd~~", Ours(409)),
    ("a header without a name", b"GET /locked", b": x~~", Refused),
    ("a name with a space", b"GET /locked", b"a b: x~~", Refused),
    ("a type of no UTF-8", b"POST /json", b"content-type: \xff~content-length: 2~~{}", Ours(415)),
    ("an expectation", b"POST /json", b"expect: 200-maybe~content-length: 0~~", Ours(415)),
    (
        "an upgrade that nobody takes",
        b"GET /locked HTTP/1.1~",
        b"host: a~connection: close, upgrade~upgrade: what~~",
        Ours(409),
    ),
    ("a request that is fine", b"GET /fine", b"~", Fine),
];

/// The bytes of a request.
pub fn bytes((_, line, rest, _): &Case) -> Vec<u8> {
    let end: &[u8] =
        if line.ends_with(b"~") { b"" } else { b" HTTP/1.1~host: a~connection: close~" };
    let whole = [*line, end, *rest].concat();
    let lines: Vec<&[u8]> = whole.split(|byte| *byte == b'~').collect();
    lines.join(&b"\r\n"[..])
}
