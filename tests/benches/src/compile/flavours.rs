//! The ways to declare the errors of one enum.

use super::variants::Variant;
use std::fmt::Write;

pub(crate) struct Flavour {
    pub(crate) key: &'static str,
    pub(crate) title: &'static str,
    pub(crate) dependencies: &'static str,
    /// What stands before the enum.
    head: &'static str,
    /// What stands on it.
    derives: &'static str,
    /// What stands on a variant.
    attributes: fn(&Variant) -> String,
    /// What stands behind it.
    tail: fn(&[Variant]) -> String,
    /// Whether anybody waits for the end of a release build of 1,000.
    pub(crate) ends: bool,
}

/// What all others are compared with.
pub(crate) const REFERENCE: &str = "thiserror";
pub(crate) const OURS: &str = "ours";

pub(crate) const FLAVOURS: &[Flavour] = &[
    Flavour {
        key: "debug",
        title: "`derive(Debug)` alone",
        dependencies: "",
        head: "",
        derives: "#[derive(Debug)]",
        attributes: |_| String::new(),
        tail: |_| String::new(),
        ends: true,
    },
    Flavour {
        key: REFERENCE,
        title: "thiserror alone",
        dependencies: "thiserror = \"2\"",
        head: "",
        derives: "#[derive(Debug, thiserror::Error)]",
        attributes: error,
        tail: |_| String::new(),
        ends: true,
    },
    Flavour {
        key: "hand",
        title: "thiserror, matches and a serde envelope",
        dependencies: "thiserror = \"2\"\nbytes = \"1\"\nhttp = \"1\"\n\
                       serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"",
        head: "",
        derives: "#[derive(Debug, thiserror::Error)]",
        attributes: error,
        tail: by_hand,
        ends: true,
    },
    Flavour {
        key: OURS,
        title: "**thiserror and `ApiError`**",
        dependencies: "thiserror = \"2\"\nbytes = \"1\"\nhttp = \"1\"\n\
                       error-runtime = { path = \"@runtime\" }",
        head: "error_runtime::envelope! {
    pub Fault = {
        \"error\": { \"code\": code, \"message\": message, \"hint\"?: hint, \"retry\"?: retry as string },
    }
}
",
        derives: "#[derive(Debug, thiserror::Error, error_runtime::ApiError)]\n\
                  #[api(envelope = Fault)]",
        attributes: |variant| {
            let Variant { status, code, hint, retry, .. } = variant;
            let api = format!(
                "#[api(status = {status}, code = {code:?}, hint = {hint:?}, retry = {retry:?})]"
            );
            format!("{}{api}", error(variant))
        },
        tail: |_| {
            "pub fn answer(error: &Failure) -> http::Response<bytes::Bytes> {
    error_runtime::ApiError::to_http(error)
}
"
            .to_owned()
        },
        ends: true,
    },
    Flavour {
        key: "api-error",
        title: "thiserror and api-error",
        dependencies: "thiserror = \"2\"\naxum-core = \"0.5\"\n\
                       api-error = { version = \"0.1.9\", features = [\"axum\"] }",
        head: "use api_error::ApiError;\n",
        derives: "#[derive(Debug, thiserror::Error, api_error::ApiError)]",
        attributes: |variant| {
            let Variant { status, message, .. } = variant;
            let api = format!("#[api_error(status_code = {status}, message = {message:?})]");
            format!("{}{api}", error(variant))
        },
        tail: |_| {
            "pub fn answer(error: Failure) -> axum_core::response::Response {
    axum_core::response::IntoResponse::into_response(error)
}
"
            .to_owned()
        },
        ends: true,
    },
    Flavour {
        key: "axum-problem",
        title: "thiserror and axum-problem",
        dependencies: "thiserror = \"2\"\naxum-problem = \"0.1.9\"\n\
                       axum = { version = \"0.7\", default-features = false, features = [\"json\"] }",
        head: "",
        derives: "#[derive(Debug, thiserror::Error, axum_problem::AxumProblem)]",
        attributes: |variant| {
            format!("{}#[problem(status = {})]", error(variant), variant.status)
        },
        tail: |_| {
            "pub fn answer(error: Failure) -> axum::response::Response {
    axum::response::IntoResponse::into_response(error)
}
"
            .to_owned()
        },
        ends: true,
    },
    Flavour {
        key: "masterror",
        title: "masterror",
        dependencies: "axum = { version = \"0.8\", default-features = false }\n\
                       masterror = { version = \"0.27\", features = [\"axum\"] }",
        head: "",
        derives: "#[derive(Debug, masterror::Error)]",
        attributes: |variant| {
            const KINDS: [(u16, &str); 5] = [
                (400, "BadRequest"),
                (403, "Forbidden"),
                (404, "NotFound"),
                (409, "Conflict"),
                (422, "Validation"),
            ];
            let kind = KINDS.iter().find(|(status, _)| *status == variant.status);
            let kind = kind.expect("a status with a kind").1;
            let app = format!(
                "#[app_error(kind = masterror::AppErrorKind::{kind}, \
                 code = masterror::AppCode::{kind}, message)]"
            );
            format!("{}{app}", error(variant))
        },
        tail: |_| {
            "pub fn answer(error: Failure) -> axum::response::Response {
    axum::response::IntoResponse::into_response(masterror::AppError::from(error))
}
"
            .to_owned()
        },
        ends: false,
    },
];

fn error(variant: &Variant) -> String {
    format!("#[error({:?})] ", variant.message)
}

impl Flavour {
    pub(crate) fn of(key: &str) -> &'static Self {
        FLAVOURS.iter().find(|flavour| flavour.key == key).expect("a flavour")
    }

    /// A crate with an enum of these variants; an empty one, if there are none.
    pub(crate) fn source(&self, variants: &[Variant]) -> String {
        if variants.is_empty() {
            return String::new();
        }
        let mut source = format!("{}{}\npub enum Failure {{\n", self.head, self.derives);
        for variant in variants {
            let attributes = (self.attributes)(variant);
            writeln!(source, "    {attributes} {}", variant.declaration()).expect("a line");
        }
        source + "}\n" + &(self.tail)(variants)
    }
}

/// An arm of each variant.
fn arms(variants: &[Variant], of: impl Fn(&Variant) -> String) -> String {
    let mut arms = String::new();
    for variant in variants {
        writeln!(arms, "            {} => {},", variant.pattern(), of(variant)).expect("a line");
    }
    arms
}

fn by_hand(variants: &[Variant]) -> String {
    let method = |name: &str, kind: &str, of: &dyn Fn(&Variant) -> String| {
        let arms = arms(variants, of);
        format!(
            "    pub fn {name}(&self) -> {kind} {{\n        match self {{\n{arms}        }}\n    }}\n"
        )
    };
    let status = method("status", "u16", &|variant| variant.status.to_string());
    let code = method("code", "&'static str", &|variant| format!("{:?}", variant.code));
    let hint = method("hint", "&'static str", &|variant| format!("{:?}", variant.hint));
    let retry = method("retry", "&'static str", &|variant| format!("{:?}", variant.retry));
    format!(
        "impl Failure {{
{status}{code}{hint}{retry}}}

#[derive(serde::Serialize)]
struct Body {{
    error: Fault,
}}

#[derive(serde::Serialize)]
struct Fault {{
    code: &'static str,
    message: String,
    hint: &'static str,
    retry: &'static str,
}}

pub fn answer(error: &Failure) -> http::Response<bytes::Bytes> {{
    let fault = Fault {{
        code: error.code(),
        message: error.to_string(),
        hint: error.hint(),
        retry: error.retry(),
    }};
    let body = serde_json::to_vec(&Body {{ error: fault }}).expect(\"a body\");
    let mut response = http::Response::new(body.into());
    *response.status_mut() = http::StatusCode::from_u16(error.status()).expect(\"a status\");
    let json = http::HeaderValue::from_static(\"application/json\");
    response.headers_mut().insert(http::header::CONTENT_TYPE, json);
    response
}}
"
    )
}
