//! What is told of one error.

#![cfg_attr(
    not(feature = "tracing"),
    allow(unused_variables, clippy::unused_self, reason = "nobody reads a log")
)]
#![cfg_attr(not(feature = "layer"), allow(dead_code, reason = "only a layer keeps a report"))]

use super::LISTENS;
use crate::Log;
use crate::render::Chosen;
use http::StatusCode;
use std::borrow::Borrow;

/// What is told of one error, apart from the error: a layer tells it when the
/// answer leaves.
#[derive(Debug)]
pub(crate) struct Report {
    #[cfg(any(feature = "tracing", feature = "metrics"))]
    code: Option<String>,
    #[cfg(feature = "tracing")]
    level: Log,
    #[cfg(feature = "tracing")]
    text: String,
    #[cfg(feature = "tracing")]
    sources: String,
    /// A layer has told it; one around that knows it for its span.
    told: bool,
}

impl Report {
    /// Nothing, where nobody listens or the error asks for silence.
    pub(crate) fn of<'e, C: Borrow<Chosen<'e>>>(chosen: impl FnOnce() -> C) -> Option<Self> {
        if !LISTENS {
            return None;
        }
        let chosen = chosen();
        let chosen = chosen.borrow();
        if chosen.log() == Log::Off && !cfg!(feature = "metrics") {
            return None;
        }
        Some(Self {
            #[cfg(any(feature = "tracing", feature = "metrics"))]
            code: code_of(chosen),
            #[cfg(feature = "tracing")]
            level: chosen.log(),
            #[cfg(feature = "tracing")]
            text: super::line::OneLine(chosen.outer.error).to_string(),
            #[cfg(feature = "tracing")]
            sources: super::line::Sources(chosen.outer.error).to_string(),
            told: false,
        })
    }

    /// The machine code.
    #[cfg(all(feature = "layer", feature = "tracing"))]
    pub(crate) fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// Tells it, once, of an answer with this status; `cause` is what a layer
    /// knows and the error does not.
    pub(crate) fn tell(
        &mut self,
        status: StatusCode,
        request_id: Option<&str>,
        cause: Option<&str>,
    ) {
        let is_told = std::mem::replace(&mut self.told, true);
        if !is_told {
            #[cfg(feature = "metrics")]
            self.count(status);
            #[cfg(feature = "tracing")]
            self.log(status, request_id, cause);
        }
    }

    #[cfg(feature = "metrics")]
    fn count(&self, status: StatusCode) {
        count(status, self.code.clone());
    }

    #[cfg(feature = "tracing")]
    fn log(&self, status: StatusCode, request_id: Option<&str>, cause: Option<&str>) {
        use super::line::OneLine;

        let sources = || match cause {
            None => self.sources.clone(),
            Some(cause) if self.sources.is_empty() => OneLine(cause).to_string(),
            Some(cause) => format!("{}: {}", self.sources, OneLine(cause)),
        };
        log(self.level, status, request_id, || self.code.clone(), sources, &self.text);
    }
}

/// Tells of an error that is answered now, while it is at hand: what nobody
/// listens to is not written either.
pub(super) fn tell_now(chosen: &Chosen<'_>, request_id: Option<&str>) {
    #[cfg(feature = "metrics")]
    count(chosen.status, code_of(chosen));
    #[cfg(feature = "tracing")]
    {
        use super::line::{OneLine, Sources};

        let error = chosen.outer.error;
        let sources = || Sources(error).to_string();
        let code = || code_of(chosen);
        log(chosen.log(), chosen.status, request_id, code, sources, OneLine(error));
    }
}

#[cfg(any(feature = "tracing", feature = "metrics"))]
fn code_of(chosen: &Chosen<'_>) -> Option<String> {
    let mut code = None;
    chosen.wire_code(&mut |text| code = Some(text.to_owned()));
    code
}

/// One more error of this code and status.
#[cfg(feature = "metrics")]
fn count(status: StatusCode, code: Option<String>) {
    let status = status.as_u16().to_string();
    // What OpenTelemetry says of an error without a type.
    let code = code.unwrap_or_else(|| status.clone());
    metrics::counter!(
        "http.server.errors",
        "error.type" => code,
        "http.response.status_code" => status
    )
    .increment(1);
}

/// One event at the row's level, with the private side of the error. Only what
/// is listened to is asked for.
#[cfg(feature = "tracing")]
fn log(
    level: Log,
    status: StatusCode,
    request_id: Option<&str>,
    code: impl Fn() -> Option<String>,
    sources: impl Fn() -> String,
    text: impl std::fmt::Display,
) {
    use super::line::{OneLine, one_line};

    let status = status.as_u16();
    macro_rules! event {
        ($level:ident) => {
            tracing::event!(
                target: "error_runtime",
                tracing::Level::$level,
                error.r#type = code().as_deref().map(one_line).as_deref(),
                http.response.status_code = status,
                request_id = request_id.map(|id| tracing::field::display(OneLine(id))),
                error.sources = Some(sources()).filter(|sources| !sources.is_empty()).as_deref(),
                "{text}",
            )
        };
    }
    match level {
        Log::Off => {}
        Log::Debug => event!(DEBUG),
        Log::Warn => event!(WARN),
        Log::Error => event!(ERROR),
        Log::Default if status >= 500 => event!(ERROR),
        Log::Default | Log::Info => event!(INFO),
    }
}
