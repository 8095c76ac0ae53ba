//! Sends the requests, and compares the answers.

use crate::requests::REQUESTS;
use error_runtime::{Catalogue, envelope};
use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::LazyLock;
use tokio::runtime::Runtime;

envelope! {
    /// The API's own shape.
    pub Fault = {
        "code": code,
        "message": message,
        "fields"?: errors[{
            "pointer": member("pointer"),
            "loc": member("loc"),
            "field"?: member("field"),
            "message": message,
        }],
    }
    internal_message = "Something went wrong"
}

/// What the answer to a request is.
#[derive(Clone, Copy)]
pub struct Answer {
    pub name: &'static str,
    pub status: u16,
    pub code: &'static str,
    pub message: &'static str,
    /// `(pointer, loc, field, message)`
    pub field: Option<(&'static str, &'static str, &'static str, &'static str)>,
}

pub const fn answer(
    name: &'static str,
    status: u16,
    code: &'static str,
    message: &'static str,
) -> Answer {
    Answer { name, status, code, message, field: None }
}

impl Answer {
    /// With the field that is wrong.
    pub const fn of(
        self,
        pointer: &'static str,
        loc: &'static str,
        field: &'static str,
        message: &'static str,
    ) -> Self {
        Self { field: Some((pointer, loc, field, message)), ..self }
    }

    fn body(&self) -> Value {
        let mut body = json!({ "code": self.code, "message": self.message });
        if let Some((pointer, loc, field, message)) = self.field {
            let loc: Value = serde_json::from_str(loc).unwrap();
            let mut item = json!({ "pointer": pointer, "loc": loc, "message": message });
            if !field.is_empty() {
                item["field"] = field.into();
            }
            body["fields"] = json!([item]);
        }
        body
    }
}

/// The names of the server that no answer may tell.
pub const PRIVATE: &[&str] = &["Secret", "secret", "Perhaps", "not found.", "/srv/"];

/// Posts this JSON.
pub fn post(server: SocketAddr, path: &str, json: String) -> (u16, String) {
    let request = Client::new().post(format!("http://{server}{path}"));
    send(request.header("content-type", "application/json").body(json))
}

/// Status and body of the answer.
fn send(request: RequestBuilder) -> (u16, String) {
    static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());
    RUNTIME.block_on(async {
        let response = request.send().await.unwrap();
        (response.status().as_u16(), response.text().await.unwrap())
    })
}

/// Each answer is as stated, and what answers no request is named in `absent`;
/// all that is answered is in the catalogue.
pub fn all(
    server: SocketAddr,
    base: &str,
    answers: &[Answer],
    absent: &[&str],
    catalogue: &Catalogue,
) {
    let client = Client::new();
    let base = format!("http://{server}{base}");
    let mut wrong = Vec::new();
    for request in REQUESTS {
        let stated = answers.iter().find(|answer| answer.name == request.name);
        assert_ne!(stated.is_some(), absent.contains(&request.name), "{}", request.name);
        let Some(stated) = stated else { continue };
        let (status, text) = send(request.build(&client, &base));
        let body: Value = serde_json::from_str(&text).unwrap_or(Value::String(text.clone()));
        if (status, &body) != (stated.status, &stated.body()) {
            wrong.push(format!(
                "{}: {status} {body}\n    and not {} {}",
                request.name,
                stated.status,
                stated.body()
            ));
        }
        for private in PRIVATE {
            assert!(!text.contains(private), "{}: {text}", request.name);
        }
        let entry = |code: &str, status: u16| {
            catalogue
                .iter()
                .any(|entry| entry.code() == code && entry.spec().status == Some(status))
        };
        let erased = ["CLIENT_ERROR", "SERVER_ERROR"].contains(&stated.code);
        assert!(erased || entry(stated.code, stated.status), "{}: not declared", request.name);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(catalogue.check().is_empty(), "{:?}", catalogue.check());
    let names: BTreeSet<&str> = REQUESTS.iter().map(|request| request.name).collect();
    for name in answers.iter().map(|answer| answer.name).chain(absent.iter().copied()) {
        assert!(names.contains(name), "no request is named {name}");
    }
}
