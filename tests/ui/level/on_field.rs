// Keys of types and of rows.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[api(status = 400)]
enum Enum {
    #[error("one")]
    One {
        #[api(envelope = error_runtime::Problem)]
        #[api(axum)]
        #[api(adapter = my_adapter)]
        #[api(code_case = "kebab-case")]
        #[api(code_prefix = "auth.")]
        #[api(code_suffix = ".error")]
        #[api(strict)]
        #[api(crate = ::error_runtime)]
        #[api(bound(T: Clone))]
        #[api(any_status)]
        #[api(shared_code)]
        #[api(title = "Title")]
        #[api(category = "conflict")]
        #[api(docs = "https://docs.example")]
        #[api(retry = "never")]
        #[api(challenge("Bearer"))]
        #[api(redirect("https://example.org"))]
        #[api(expose)]
        #[api(conceal)]
        #[api(log = "warn")]
        #[api(transparent)]
        #[api(when(1))]
        #[api(catch = 404)]
        id: u32,
    },
}

fn main() {}
