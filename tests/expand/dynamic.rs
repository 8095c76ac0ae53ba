// What a variant with a status, a code, a list or headers of parts becomes.

#[derive(Debug, thiserror::Error, ApiError)]
enum UpstreamError {
    #[error("the upstream said {status}")]
    #[api(status = 502, any_status)]
    #[api(when { code: None, .. }, status = 504)]
    Said {
        #[api(status)]
        status: StatusCode,
        #[api(code)]
        code: Option<String>,
    },
    #[error("several")]
    #[api(code = "SEVERAL", envelope = Listed)]
    Several(#[api(errors, status, public)] Vec<Self>),
    #[error("denied")]
    #[api(status = 401, challenge("Bearer", realm = "{realm}", scope = .scope, error = code, stale = true))]
    #[api(challenge("Basic", realm = "api"))]
    Denied { realm: String, scope: Option<String> },
    #[error("elsewhere")]
    #[api(status = 302, any_status, redirect(.0, error = code, n = .1.len()))]
    Elsewhere(Uri, String),
    #[error("inside")]
    #[api(status = 303, any_status, docs = "https://docs.example/{code:kebab}?n={1:>2$}")]
    #[api(redirect("/{0}/{1:?}{0}", n = "{0}"))]
    Inside(String, u8, usize),
    #[error(transparent)]
    #[api(transparent)]
    Inner {
        #[from]
        source: InnerError,
        #[api(message)]
        message: Option<String>,
    },
}
