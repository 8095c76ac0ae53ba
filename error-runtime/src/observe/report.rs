//! What is told of one error.

#![cfg_attr(
    not(feature = "tracing"),
    allow(unused_variables, clippy::unused_self, reason = "nobody reads a log")
)]

use super::LISTENS;
use crate::Log;
use crate::render::Chosen;
use http::StatusCode;

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
}

impl Report {
    /// Nothing, where nobody listens or the error asks for silence.
    pub(crate) fn of(chosen: &Chosen<'_>) -> Option<Self> {
        if !LISTENS || (chosen.log() == Log::Off && !cfg!(feature = "metrics")) {
            return None;
        }
        #[cfg(any(feature = "tracing", feature = "metrics"))]
        let code = {
            let mut code = None;
            chosen.wire_code(&mut |text| code = Some(text.to_owned()));
            code
        };
        Some(Self {
            #[cfg(any(feature = "tracing", feature = "metrics"))]
            code,
            #[cfg(feature = "tracing")]
            level: chosen.log(),
            #[cfg(feature = "tracing")]
            text: super::line::OneLine(chosen.outer.error).to_string(),
            #[cfg(feature = "tracing")]
            sources: super::line::Sources(chosen.outer.error).to_string(),
        })
    }

    /// The machine code.
    #[cfg(all(feature = "layer", feature = "tracing"))]
    pub(crate) fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// Tells it of an answer with this status; `cause` is what a layer knows
    /// and the error does not.
    pub(crate) fn tell(&self, status: StatusCode, request_id: Option<&str>, cause: Option<&str>) {
        #[cfg(feature = "metrics")]
        self.count(status);
        #[cfg(feature = "tracing")]
        self.log(status, request_id, cause);
    }

    /// One more error of this code and status.
    #[cfg(feature = "metrics")]
    fn count(&self, status: StatusCode) {
        let status = status.as_u16().to_string();
        // What OpenTelemetry says of an error without a type.
        let code = self.code.clone().unwrap_or_else(|| status.clone());
        metrics::counter!(
            "http.server.errors",
            "error.type" => code,
            "http.response.status_code" => status
        )
        .increment(1);
    }

    /// One event at the row's level, with the private side of the error.
    #[cfg(feature = "tracing")]
    fn log(&self, status: StatusCode, request_id: Option<&str>, cause: Option<&str>) {
        use super::line::{OneLine, one_line};

        let status = status.as_u16();
        let level = match self.level {
            Log::Off => return,
            Log::Default if status >= 500 => Log::Error,
            Log::Default => Log::Info,
            stated => stated,
        };
        let code = self.code.as_deref().map(one_line);
        let request_id = request_id.map(|id| tracing::field::display(OneLine(id)));
        let joined;
        let sources = match cause {
            None => self.sources.as_str(),
            Some(cause) if self.sources.is_empty() => {
                joined = OneLine(cause).to_string();
                &joined
            }
            Some(cause) => {
                joined = format!("{}: {}", self.sources, OneLine(cause));
                &joined
            }
        };
        let sources = Some(sources).filter(|sources| !sources.is_empty());
        macro_rules! event {
            ($level:ident) => {
                tracing::event!(
                    target: "error_runtime",
                    tracing::Level::$level,
                    error.r#type = code.as_deref(),
                    http.response.status_code = status,
                    request_id,
                    error.sources = sources,
                    "{}",
                    self.text
                )
            };
        }
        match level {
            Log::Debug => event!(DEBUG),
            Log::Warn => event!(WARN),
            Log::Error => event!(ERROR),
            _ => event!(INFO),
        }
    }
}
