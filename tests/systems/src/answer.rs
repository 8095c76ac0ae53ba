//! What came back.

use reqwest::{Response, StatusCode, header::HeaderMap};
use serde_json::Value;

/// A whole answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: String,
}

impl Answer {
    pub(crate) async fn read(response: Response) -> Self {
        let (status, headers) = (response.status(), response.headers().clone());
        let body = response.text().await.expect("a body");
        Self { status, headers, body }
    }

    /// A header's only value.
    ///
    /// # Panics
    ///
    /// If there are several, or if it is no text.
    #[track_caller]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.get_all(name).iter();
        let value = values.next().map(|value| value.to_str().expect("text"));
        assert!(values.next().is_none(), "{name} more than once: {self:?}");
        value
    }

    /// The body, parsed.
    ///
    /// # Panics
    ///
    /// If it is no JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Asserts status, content type and body: that as JSON and, for the order
    /// of its members, as text.
    ///
    /// # Panics
    ///
    /// If one differs.
    #[track_caller]
    pub fn is(&self, status: u16, content_type: &str, body: &str) {
        assert_eq!(self.status.as_u16(), status, "{self:?}");
        assert_eq!(self.header("content-type"), Some(content_type), "{self:?}");
        let expected: Value = serde_json::from_str(body).expect("a golden body is JSON");
        assert_eq!(self.json(), expected);
        assert_eq!(self.body, body);
    }
}
