// The path of a macro.

use error_runtime::ApiError;
use thiserror::Error;

#[derive(Debug, Error, ApiError)]
#[error("flag")]
#[api(status = 400, adapter)]
struct Flag;

#[derive(Debug, Error, ApiError)]
#[error("bang")]
#[api(status = 400, adapter = my_adapter!)]
struct Bang;

#[derive(Debug, Error, ApiError)]
#[error("text")]
#[api(status = 400, adapter = "my_adapter")]
struct Text;

fn main() {}
