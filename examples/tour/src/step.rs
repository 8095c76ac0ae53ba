//! One request of a tour.

use std::net::SocketAddr;

/// What is asked, and what the answer shows.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// What the answer shows.
    pub shows: &'static str,
    /// The method.
    pub method: &'static str,
    /// The path and query.
    pub path: &'static str,
    /// The headers.
    pub headers: &'static [(&'static str, &'static str)],
    /// The body.
    pub body: Option<&'static str>,
}

impl Step {
    /// A request without headers and body.
    #[must_use]
    pub const fn new(method: &'static str, path: &'static str, shows: &'static str) -> Self {
        Self { shows, method, path, headers: &[], body: None }
    }

    /// The same with these headers.
    #[must_use]
    pub const fn with_headers(self, headers: &'static [(&'static str, &'static str)]) -> Self {
        Self { headers, ..self }
    }

    /// The same with this body.
    #[must_use]
    pub const fn with_body(self, body: &'static str) -> Self {
        Self { body: Some(body), ..self }
    }

    /// The same request for a shell.
    pub(crate) fn curl(&self, address: SocketAddr) -> String {
        let mut words = vec!["curl -i".to_owned()];
        if self.method != "GET" {
            words.push(format!("-X {}", self.method));
        }
        words.extend(
            self.headers
                .iter()
                .map(|(name, value)| format!("-H '{}'", inside(&format!("{name}: {value}")))),
        );
        words.extend(self.body.map(|body| format!("--data-raw '{}'", inside(body))));
        words.push(format!("'http://{address}{}'", inside(self.path)));
        words.join(" ")
    }
}

/// What stands between a shell's single quotes.
fn inside(text: &str) -> String {
    text.replace('\'', r"'\''")
}

#[cfg(test)]
mod tests {
    use super::Step;

    #[test]
    fn a_shell_gets_the_same_request() {
        let step = Step::new("POST", "/a?b=1&c", "")
            .with_headers(&[("x-key", "it's")])
            .with_body(r#"{"a":"'"}"#);
        assert_eq!(
            step.curl(([127, 0, 0, 1], 80).into()),
            r#"curl -i -X POST -H 'x-key: it'\''s' --data-raw '{"a":"'\''"}' 'http://127.0.0.1:80/a?b=1&c'"#
        );
    }
}
