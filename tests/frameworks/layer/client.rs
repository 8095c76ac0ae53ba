//! A real client, and what it reads.

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::time::Duration;

/// One request.
pub struct Ask(reqwest::RequestBuilder);

/// A `GET`.
pub fn get(server: SocketAddr, path: &str) -> Ask {
    ask("GET", server, path)
}

/// A `POST` of JSON.
pub fn post(server: SocketAddr, path: &str, body: impl Into<reqwest::Body>) -> Ask {
    ask("POST", server, path).header("content-type", "application/json").body(body)
}

/// A client that does not wait for ever. A proxy for the outside must not be
/// asked for the loopback.
pub fn builder() -> reqwest::ClientBuilder {
    reqwest::Client::builder().no_proxy().http1_only().timeout(Duration::from_secs(20))
}

pub fn ask(method: &str, server: SocketAddr, path: &str) -> Ask {
    let client = builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let method = Method::from_bytes(method.as_bytes()).unwrap();
    Ask(client.request(method, format!("http://{server}{path}")))
}

impl Ask {
    #[must_use]
    pub fn header(self, name: &'static str, value: impl AsRef<[u8]>) -> Self {
        let value = HeaderValue::from_bytes(value.as_ref()).unwrap();
        Self(self.0.header(HeaderName::from_static(name), value))
    }

    /// With a request id.
    #[must_use]
    pub fn id(self, id: &str) -> Self {
        self.header("x-request-id", id)
    }

    #[must_use]
    pub fn body(self, body: impl Into<reqwest::Body>) -> Self {
        Self(self.0.body(body))
    }

    pub async fn send(self) -> Answer {
        let response = self.0.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Answer { status, headers, body: response.bytes().await.unwrap() }
    }
}

/// One answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub fn all(&self, name: &str) -> Vec<&str> {
        self.headers.get_all(name).iter().map(|value| value.to_str().unwrap()).collect()
    }

    /// The one header of this name, or none.
    #[track_caller]
    pub fn header(&self, name: &str) -> Option<&str> {
        let all = self.all(name);
        assert!(all.len() < 2, "{name}: {all:?}");
        all.first().copied()
    }

    /// The request's id, as the header tells it.
    #[track_caller]
    pub fn id(&self) -> &str {
        self.header("x-request-id").expect("an id")
    }

    /// It is in the API's shape, whole, and with the id of the header.
    #[track_caller]
    pub fn is_house(&self, status: u16, code: &str, message: &str) {
        let id = self.id();
        self.is(status, &json!({ "code": code, "message": message, "request_id": id }));
    }

    /// The same, in the shape of the other API.
    #[track_caller]
    pub fn is_guest(&self, status: u16, code: &str, message: &str) {
        let id = self.id();
        self.is(status, &json!({ "guest": { "code": code, "message": message }, "id": id }));
    }

    #[track_caller]
    fn is(&self, status: u16, body: &Value) {
        assert_eq!(self.status, status, "{self:?}");
        assert_eq!(self.header(CONTENT_TYPE.as_str()), Some("application/json"), "{self:?}");
        assert_eq!(self.json(), *body);
        let length = self.body.len().to_string();
        assert_eq!(self.header(CONTENT_LENGTH.as_str()), Some(&*length), "{self:?}");
    }
}

/// The code that a status has where nobody words it otherwise.
pub fn code(status: u16) -> String {
    phrase(status).to_uppercase().replace([' ', '-'], "_")
}

/// The phrase of a status.
pub fn phrase(status: u16) -> &'static str {
    http::StatusCode::from_u16(status).unwrap().canonical_reason().unwrap()
}
