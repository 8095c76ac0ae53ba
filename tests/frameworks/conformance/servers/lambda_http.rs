//! AWS Lambda: axum's router with its tower layer, as a function.
//!
//! The function runs in a process of its own, as on AWS, since it is told in
//! its environment where the runtime's API is. [`aws`] is that API.

#[path = "../../adapters/servers/lambda_http/aws.rs"]
mod aws;

use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};

/// The function; it ends with this.
pub struct Function(Child);

impl Drop for Function {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
#[ignore = "the function itself, which the test of the table starts"]
fn function() {
    if std::env::var_os("AWS_LAMBDA_RUNTIME_API").is_none() {
        return;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(lambda_http::run(super::axum::router())).unwrap();
}

pub fn start() -> (SocketAddr, Function) {
    let socket = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    socket.set_nonblocking(true).unwrap();
    let address = socket.local_addr().unwrap();
    std::thread::spawn(move || {
        tokio::runtime::Runtime::new().unwrap().block_on(aws::serve(socket));
    });
    let function = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "--ignored", "servers::lambda_http::function"])
        .env("AWS_LAMBDA_RUNTIME_API", address.to_string())
        .env("AWS_LAMBDA_FUNCTION_NAME", "tests")
        .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128")
        .env("AWS_LAMBDA_FUNCTION_VERSION", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    (address, Function(function))
}
