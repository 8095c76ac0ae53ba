//! The event by which the streams of the large language models' APIs fail.

crate::envelope! {
    /// An error's event as the stream parsers of the `OpenAI` and the Anthropic
    /// SDKs expect it: both throw on an event `error` with this data.
    ///
    /// ```
    /// use error_runtime::{ApiError, StreamError};
    ///
    /// #[derive(Debug, thiserror::Error, ApiError)]
    /// #[error("The model is overloaded")]
    /// #[api(status = 529, code = "overloaded_error", expose)]
    /// struct Overloaded;
    ///
    /// assert_eq!(
    ///     Overloaded.event_as::<StreamError>().to_string(),
    ///     "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\
    ///      \"message\":\"The model is overloaded\"}}\n\n"
    /// );
    /// ```
    #[api(crate = crate)]
    pub StreamError = {
        "type": "error",
        "error": { "type": code, "message": message },
    }
    event = "error"
}
