//! AWS Lambda: `IntoResponse`, and its handler's one `match`.
//!
//! The function runs in a process of its own, as on AWS, since it is told in
//! its environment where the runtime's API is. [`aws`] is that API.

mod aws;

use crate::check::{self, Difference, Log};
use crate::{events, routes};
use http::{Response, header};
use lambda_http::{Body, IntoResponse as _, Request, RequestExt as _, service_fn};
use std::convert::Infallible;
use std::process::{Child, Command, Stdio};

macro_rules! mount {
    ($path:ident $($route:literal $handler:ident $error:ty,)*) => {
        match $path {
            // What the README says: there is no `IntoResponse` for `Result`.
            $($route => match routes::$handler().await {
                Ok(success) => success.into_response().await,
                Err(error) => error.into_response().await,
            },)*
            _ => events::take("lambda_http").join("\n").into_response().await,
        }
    };
}

async fn answer(request: Request) -> Result<Response<Body>, Infallible> {
    let path = request.raw_http_path();
    Ok(routes::routes!(mount path))
}

#[test]
#[ignore = "the function itself, which `every_answer_arrives` starts"]
fn function() {
    if std::env::var_os("AWS_LAMBDA_RUNTIME_API").is_none() {
        return;
    }
    events::listen("lambda_http");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(lambda_http::run(service_fn(answer))).unwrap();
}

/// Ends with the test.
struct Function(Child);

impl Drop for Function {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn every_answer_arrives() {
    let (socket, address) = events::socket();
    events::serve("aws", async move || aws::serve(socket).await);
    let function = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "--ignored", "servers::lambda_http::function"])
        .env("AWS_LAMBDA_RUNTIME_API", address.to_string())
        .env("AWS_LAMBDA_FUNCTION_NAME", "tests")
        .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128")
        .env("AWS_LAMBDA_FUNCTION_VERSION", "1")
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let _function = Function(function);
    let joined = |path| Difference {
        path,
        reason: "API Gateway has one line for each name, but for cookies",
        instead: |answer| {
            let headers = answer.headers_mut();
            headers.insert("x-a", "1, 2".parse().unwrap());
            let challenges =
                "Bearer realm=\"api\", error=\"LOGGED_OUT\", Basic realm=\"api\"".parse().unwrap();
            headers.insert(header::WWW_AUTHENTICATE, challenges);
        },
    };
    let differences = [joined("/repeated"), joined("/any_converted"), check::NO_LATIN1];
    check::all(Log::There, address, &differences);
}
