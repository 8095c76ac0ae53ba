//! Problem details for HTTP APIs, RFC 9457.

crate::envelope! {
    /// Problem details, [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457):
    /// what an error has that names no envelope.
    ///
    /// `type`, `title`, `status` and `detail` (the public message) are always
    /// there; the others where there is something to say, and `errors` in the
    /// form of the RFC's example where the error has a list. For a problem type
    /// of your own, declare an envelope with `type_uri`.
    #[api(crate = crate)]
    pub Problem = {
        "type": type_uri,
        "title": title,
        "status": status,
        "detail": message,
        "instance"?: instance,
        "code"?: code,
        "hint"?: hint,
        "docs"?: docs,
        "retry"?: retry,
        "retry_after"?: retry_after,
        "request_id"?: request_id,
        "details"?: details,
        "errors"?: errors[{ "detail": message, "code"?: code, "pointer"?: member("pointer") }],
        ..members,
    }
    content_type = "application/problem+json"
}
