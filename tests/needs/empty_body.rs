//! "Empty body, header only."

use crate::back::{parse_as, wire};
use crate::support::Lines;
use error_runtime::{Advice, Answer, ApiError, Empty, envelope};
use http::Method;

envelope! {
    /// The rest of the API has a body.
    Tiles = { "error": code, "message": message }
    header("Access-Control-Allow-Origin" = "*")
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Empty, header("Tus-Resumable" = "1.0.0"))]
enum Upload {
    #[error("The offset is {offset}")]
    #[api(status = 409, header("Upload-Offset" = "{offset}"))]
    Offset { offset: u64 },
    #[error("no such version")]
    #[api(status = 412, header("Tus-Version" = "1.0.0,0.2.2"))]
    Version,
    #[error("{0} is not possible")]
    #[api(status = 405)]
    Method(&'static str, #[api(header = "Allow")] Vec<Method>),
    /// RFC 6750: the code is in the challenge.
    #[error("The token has expired")]
    #[api(
        status = 401, code = "invalid_token",
        challenge("Bearer", realm = "uploads", error = code, error_description = message)
    )]
    Token,
    #[error("Too large")]
    #[api(status = 413, retry = "never", header("Tus-Max-Size" = "{max}"))]
    TooLarge { max: u64 },
    #[error("The store is full")]
    #[api(status = 503)]
    Full {
        #[api(retry_after)]
        left: u16,
    },
    #[error("checksum {0}")]
    #[api(status = 460)]
    Checksum(&'static str, #[api(header = "X-Checksum")] Option<&'static str>),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(envelope = Tiles)]
enum Tile {
    #[error("No tile there")]
    #[api(status = 404, envelope = Empty, header("X-Error-Code" = "NO_TILE"))]
    NoTile,
    #[error("No such style")]
    #[api(status = 404)]
    NoStyle,
}

#[track_caller]
fn upload(error: &Upload, status: u16, headers: Lines<'_>) -> Answer {
    let all: Vec<_> =
        std::iter::once(("tus-resumable", "1.0.0")).chain(headers.iter().copied()).collect();
    let answer = wire(parse_as::<Empty>, error, status, &all, "");
    assert_eq!((answer.message(), answer.retry()), (None, Advice::Unstated));
    answer
}

#[test]
fn status_and_headers_say_it_all() {
    upload(&Upload::Offset { offset: 70 }, 409, &[("upload-offset", "70")]);
    upload(&Upload::Version, 412, &[("tus-version", "1.0.0,0.2.2")]);
    let allowed = vec![Method::POST, Method::HEAD, Method::PATCH];
    upload(&Upload::Method("PUT", allowed), 405, &[("allow", "POST, HEAD, PATCH")]);
    let challenge = "Bearer realm=\"uploads\", error=\"invalid_token\", error_description=\"The token has expired\"";
    upload(&Upload::Token, 401, &[("www-authenticate", challenge)]);
    upload(&Upload::TooLarge { max: 1 << 30 }, 413, &[("tus-max-size", "1073741824")]);
    upload(&Upload::Checksum("sha1", Some("Kq5s")), 460, &[("x-checksum", "Kq5s")]);
    upload(&Upload::Checksum("sha1", None), 460, &[]);
    let answer = upload(&Upload::Full { left: 9 }, 503, &[("retry-after", "9")]);
    assert_eq!(answer.retry_after().map(|after| after.as_secs()), Some(9));
}

#[test]
fn one_variant_has_no_body() {
    let answer = wire(parse_as::<Empty>, &Tile::NoTile, 404, &[("x-error-code", "NO_TILE")], "");
    assert_eq!(answer.message(), None);
    let headers = [crate::support::JSON, ("access-control-allow-origin", "*")];
    let body = r#"{"error":"NO_STYLE","message":"No such style"}"#;
    let answer = wire(Tiles::parse, &Tile::NoStyle, 404, &headers, body);
    assert_eq!(answer.code(), "NO_STYLE");
}
