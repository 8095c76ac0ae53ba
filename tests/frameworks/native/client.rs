//! A client, and what it got.

use super::events::{Event, events_of, listen, spans_of};
use reqwest::header::HeaderMap;
use reqwest::{Method, RequestBuilder};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// The address of a server under test.
#[derive(Clone)]
pub(crate) struct Server {
    address: String,
    client: reqwest::Client,
}

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Server {
    pub(crate) fn new(port: u16) -> Self {
        listen();
        Self { address: format!("127.0.0.1:{port}"), client: reqwest::Client::new() }
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("http://{}{path}", self.address))
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::GET, path)).await
    }

    pub(crate) async fn head(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::HEAD, path)).await
    }

    /// Posts a body that says it is JSON.
    pub(crate) async fn post(&self, path: &str, json: impl Into<String>) -> Answer {
        let request = self.request(Method::POST, path);
        let request = request.header("content-type", "application/json");
        Answer::of(request.body(json.into())).await
    }

    /// Sends these bytes, and reads until the server closes the connection.
    pub(crate) async fn raw(&self, bytes: &[u8]) -> String {
        let mut stream = TcpStream::connect(&self.address).await.unwrap();
        stream.write_all(bytes).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Answer {
    pub(crate) async fn of(request: RequestBuilder) -> Self {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = response.text().await.unwrap();
        let answer = Self { status, headers, body };
        // A stale length would have ended or failed the reading already, but
        // not where there is no body.
        if let Some(length) = answer.header("content-length").filter(|_| !answer.body.is_empty()) {
            assert_eq!(length, answer.body.len().to_string(), "{answer:?}");
        }
        answer
    }

    /// The value of a header that is there once, at most.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let values: Vec<_> = self.headers.get_all(name).iter().collect();
        assert!(values.len() < 2, "{name}: {values:?}");
        values.first().map(|value| value.to_str().unwrap())
    }

    /// The request's id, which every answer has.
    pub(crate) fn id(&self) -> &str {
        self.header("x-request-id").unwrap_or_else(|| panic!("no id: {self:?}"))
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    /// What the log has of it.
    pub(crate) fn events(&self) -> Vec<Event> {
        events_of(self.id())
    }

    /// An error in the service's envelope, with its id in header and body and
    /// one event in the log.
    pub(crate) fn assert_error(&self, status: u16, code: &str, message: &str) -> Event {
        assert_eq!(self.status, status, "{self:?}");
        assert_eq!(self.header("content-type"), Some("application/json"), "{self:?}");
        let body = serde_json::json!({ "code": code, "message": message, "request_id": self.id() });
        assert_eq!(self.json(), body, "{self:?}");
        self.assert_event(status, code)
    }

    /// One event in the log, at the level of its status.
    pub(crate) fn assert_event(&self, status: u16, code: &str) -> Event {
        let mut events = self.events();
        assert_eq!(events.len(), 1, "{self:?}: {events:?}");
        let event = events.remove(0);
        assert_eq!(event["error.type"], code);
        assert_eq!(event["http.response.status_code"], status.to_string());
        assert_eq!(event["level"], if status < 500 { "INFO" } else { "ERROR" });
        self.assert_span(Some(code));
        event
    }

    /// The request's span, of several layers the innermost one's, tells of the
    /// answer, and has failed where the server has: OpenTelemetry leaves the
    /// status of a 4xx unset.
    fn assert_span(&self, code: Option<&str>) {
        let span = spans_of(self.id()).pop().unwrap_or_else(|| panic!("no span: {self:?}"));
        let field = |name| span.get(name).map(String::as_str);
        let failed = (self.status >= 500).then_some("ERROR");
        assert_eq!(field("http.response.status_code"), Some(&*self.status.to_string()));
        assert_eq!(field("error.type"), code, "{self:?}");
        assert_eq!(field("otel.status_code"), failed, "{self:?}");
    }

    /// The application's own answer: it has an id, and is no error to the
    /// log.
    pub(crate) fn assert_untouched(&self, status: u16, body: &str) {
        assert_eq!((self.status, self.body.as_str()), (status, body), "{self:?}");
        assert_eq!(self.events(), [], "{self:?}");
        // A failure without a code has its status for a type.
        self.assert_span((status >= 500).then_some(&*status.to_string()));
    }
}
