// There is no error in a union.

use error_runtime::ApiError;

#[derive(Clone, Copy, ApiError)]
#[api(status = 404)]
union Union {
    number: u32,
    bytes: [u8; 4],
}

fn main() {}
