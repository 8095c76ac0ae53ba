//! Bodies against the specifications' own examples and schemas.

mod codrag;
mod reading;
mod rfc9457;
mod schema;

/// JSON without its layout: members keep their order, as written.
fn compact(json: &str) -> String {
    let (mut inside, mut escaped) = (false, false);
    json.chars()
        .filter(|&c| {
            let keep = inside || !c.is_ascii_whitespace();
            if c == '"' && !escaped {
                inside = !inside;
            }
            escaped = c == '\\' && !escaped;
            keep
        })
        .collect()
}

fn body(response: &http::Response<bytes::Bytes>) -> &str {
    std::str::from_utf8(response.body()).expect("a body is UTF-8")
}
