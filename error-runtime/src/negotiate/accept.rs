//! Which form of an answer a client likes best (RFC 9110, section 12.5.1).

use super::{Choice, XML, essence, plain, varies};
use crate::Shape;

const TEXT_XML: &str = "text/xml";

/// The form that this client likes best; the envelope's own, where it likes
/// none or does not care.
pub(crate) fn choose(shape: &'static Shape, accept: &[u8]) -> Choice {
    if !varies(shape) {
        return Choice::Declared;
    }
    let mut best = (quality(accept, essence(shape.content_type.as_bytes())), Choice::Declared);
    let mut offer = |name: &[u8], choice: Choice| {
        let quality = quality(accept, name);
        if quality > best.0 {
            best = (quality, choice);
        }
    };
    if let Some(name) = plain(&shape.content_type) {
        offer(name.as_bytes(), Choice::Plain(name));
    }
    if let Some(xml) = shape.policy.xml {
        let xml = xml();
        offer(essence(xml.content_type.as_bytes()), Choice::Xml(xml, None));
        offer(XML.as_bytes(), Choice::Xml(xml, Some(XML)));
        offer(TEXT_XML.as_bytes(), Choice::Xml(xml, Some(TEXT_XML)));
    }
    best.1
}

/// How much a client likes this media type, in thousandths: what the range
/// says that names it most closely.
fn quality(accept: &[u8], name: &[u8]) -> u16 {
    let (mut closest, mut quality) = (0, 0);
    for range in split(accept, b',') {
        let mut parts = split(range, b';');
        let close = closeness(parts.next().unwrap_or_default().trim_ascii(), name);
        if close > closest {
            (closest, quality) = (close, 1000);
            for part in parts {
                if let [b'q' | b'Q', b'=', weight @ ..] = part.trim_ascii() {
                    quality = thousandths(weight);
                    break;
                }
            }
        }
    }
    quality
}

fn split(text: &[u8], at: u8) -> impl Iterator<Item = &[u8]> {
    text.split(move |byte| *byte == at)
}

/// 0 for a range that this media type is not in.
fn closeness(range: &[u8], name: &[u8]) -> u8 {
    if range == b"*/*" {
        return 1;
    }
    if range.eq_ignore_ascii_case(name) {
        return 3;
    }
    let class = name.iter().position(|byte| *byte == b'/').map_or(0, |slash| slash + 1);
    match range {
        [start @ .., b'*'] if class > 0 && start.eq_ignore_ascii_case(&name[..class]) => 2,
        _ => 0,
    }
}

/// `0.125` as 125; what is no weight counts as none.
fn thousandths(weight: &[u8]) -> u16 {
    let (whole, digits) = match weight {
        [whole, b'.', digits @ ..] if digits.len() <= 3 => (*whole, digits),
        [whole] => (*whole, &[][..]),
        _ => return 0,
    };
    let mut value = 0;
    for at in 0..3 {
        let digit = digits.get(at).copied().unwrap_or(b'0');
        if !digit.is_ascii_digit() {
            return 0;
        }
        value = value * 10 + u16::from(digit - b'0');
    }
    match whole {
        b'0' => value,
        b'1' if value == 0 => 1000,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{Choice, choose, quality};
    use crate::{Body, Envelope, Policy, Problem, Shape};
    use http::HeaderValue;

    #[test]
    fn the_closest_range_says_how_much() {
        // The example of RFC 9110, section 12.5.1.
        let accept = b"text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, \
            text/plain;format=fixed;q=0.4, */*;q=0.5";
        assert_eq!(quality(accept, b"text/html"), 300);
        assert_eq!(quality(accept, b"image/jpeg"), 500);
        assert_eq!(quality(b"*/*", b"a/b"), 1000);
        assert_eq!(quality(b"A/B;Q=0.5", b"a/b"), 500);
        assert_eq!(quality(b"a/b;q=0", b"a/b"), 0);
        assert_eq!(quality(b"*/*, a/b;q=0", b"a/b"), 0);
    }

    #[test]
    fn what_is_no_weight_counts_as_none() {
        for weight in ["2", "1.5", "0.1234", "x", "", "0.-1", "1.001", ".5"] {
            let accept = format!("a/b;q={weight}");
            assert_eq!(quality(accept.as_bytes(), b"a/b"), 0, "{weight}");
        }
        assert_eq!(quality(b"", b"a/b"), 0);
        assert_eq!(quality(b"\xff\xfe,,;;q=,/*", b"a/b"), 0);
    }

    static XML: Shape = Shape {
        name: "Xml",
        content_type: HeaderValue::from_static("application/problem+xml"),
        body: Body::Text,
        success: None,
        policy: Policy::EMPTY,
    };

    static BOTH: Shape = Shape {
        name: "Both",
        content_type: HeaderValue::from_static("application/json"),
        body: Body::Text,
        success: None,
        policy: Policy { xml: Some(|| &XML), ..Policy::EMPTY },
    };

    fn chosen(shape: &'static Shape, accept: &str) -> &'static str {
        match choose(shape, accept.as_bytes()) {
            Choice::Declared => "declared",
            Choice::Plain(name) => name,
            Choice::Xml(shape, name) => name.unwrap_or(shape.content_type.to_str().unwrap()),
        }
    }

    #[test]
    fn the_form_that_is_liked_best_is_chosen() {
        let problem = <Problem as Envelope>::shape();
        assert_eq!(chosen(problem, "*/*"), "declared");
        assert_eq!(chosen(problem, "text/html"), "declared");
        assert_eq!(chosen(problem, "application/json"), "application/json");
        assert_eq!(chosen(problem, "application/json, application/problem+json"), "declared");
        let accept = "application/json, application/problem+json;q=0.9";
        assert_eq!(chosen(problem, accept), "application/json");
        assert_eq!(chosen(problem, "application/xml"), "declared");

        assert_eq!(chosen(&BOTH, "application/json"), "declared");
        assert_eq!(chosen(&BOTH, "application/*"), "declared");
        assert_eq!(chosen(&BOTH, "application/xml"), "application/xml");
        assert_eq!(chosen(&BOTH, "application/problem+xml"), "application/problem+xml");
        assert_eq!(chosen(&BOTH, "text/xml, application/json;q=0.1"), "text/xml");
        assert_eq!(chosen(&BOTH, "text/html, application/xml;q=0.9, */*;q=0.8"), "application/xml");
    }
}
