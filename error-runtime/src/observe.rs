//! The one event of an error that an adapter answers.

#[cfg(not(feature = "tracing"))]
mod event {
    use crate::{ApiError, Failure};

    /// Without the feature `tracing` nobody listens.
    #[inline]
    pub(crate) fn answered<R>(_error: &dyn ApiError, _row: usize, answer: impl FnOnce() -> R) -> R {
        answer()
    }

    #[inline]
    pub(crate) fn failures(_failures: &[Failure]) {}
}

#[cfg(feature = "tracing")]
mod event {
    use crate::render::Chosen;
    use crate::{ApiError, Context, Failure, Log};
    use std::error::Error;
    use std::fmt::{self, Write as _};

    /// One event for the error that `answer` then answers; the errors inside
    /// it keep the rows that they have chosen for the event.
    pub(crate) fn answered<R>(error: &dyn ApiError, row: usize, answer: impl FnOnce() -> R) -> R {
        let chosen = Chosen::of_row(error, row, error.shape(), &mut Vec::new());
        event(&chosen);
        chosen.while_known(answer)
    }

    /// One event at the row's level, with the private side of the error.
    fn event(chosen: &Chosen<'_>) {
        let error = chosen.outer.error;
        let status = chosen.status.as_u16();
        let level = match chosen.log() {
            Log::Off => return,
            Log::Default if status >= 500 => Log::Error,
            Log::Default => Log::Info,
            stated => stated,
        };
        let mut code = None;
        chosen.wire_code(&mut |text| code = Some(text.to_owned()));
        let context = Context::current();
        let request_id = context.as_ref().and_then(Context::request_id);
        let request_id = request_id.map(|id| tracing::field::display(OneLine(id)));
        let code = code.as_deref();
        let sources = Sources(error).to_string();
        let sources = Some(sources.as_str()).filter(|sources| !sources.is_empty());
        macro_rules! event {
            ($level:ident) => {
                tracing::event!(
                    target: "error_runtime",
                    tracing::Level::$level,
                    error.r#type = code,
                    http.response.status_code = status,
                    request_id,
                    error.sources = sources,
                    "{}",
                    OneLine(error)
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

    /// One event for each part of an answer that could not be said.
    pub(crate) fn failures(failures: &[Failure]) {
        for failure in failures {
            tracing::warn!(
                target: "error_runtime",
                "part of an error's answer is not as declared: {}",
                OneLine(failure)
            );
        }
    }

    /// A text in which no control character can fake a line of the log. Where
    /// its `Display` fails, it ends.
    struct OneLine<T>(T);

    impl<T: fmt::Display> fmt::Display for OneLine<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let mut escaped = Escaped { to: f, result: Ok(()) };
            let _ = write!(escaped, "{}", self.0);
            escaped.result
        }
    }

    struct Escaped<'a, 'f> {
        to: &'a mut fmt::Formatter<'f>,
        result: fmt::Result,
    }

    impl fmt::Write for Escaped<'_, '_> {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            for piece in text.split_inclusive(char::is_control) {
                let clean = piece.trim_end_matches(char::is_control);
                self.result = self.to.write_str(clean);
                for c in piece[clean.len()..].chars() {
                    self.result =
                        self.result.and_then(|()| write!(self.to, "{}", c.escape_default()));
                }
                self.result?;
            }
            Ok(())
        }
    }

    struct Sources<'a>(&'a dyn ApiError);

    impl fmt::Display for Sources<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let mut next = Error::source(self.0);
            let mut first = true;
            while let Some(source) = next {
                if !first {
                    f.write_str(": ")?;
                }
                first = false;
                write!(f, "{}", OneLine(source))?;
                next = source.source();
            }
            Ok(())
        }
    }

    #[cfg(test)]
    mod tests {
        use super::OneLine;

        #[test]
        fn control_characters_are_escaped() {
            let text = OneLine("a\nb\r\u{1b}[31m\u{85}c").to_string();
            assert_eq!(text, "a\\nb\\r\\u{1b}[31m\\u{85}c");
        }
    }
}

pub(crate) use event::{answered, failures};
