// Rules by status.

use error_runtime::envelope;

envelope! {
    pub Rules = {
        "code": code,
    }
    on 500..600 { category = "api" }
    on 5xx { category = "api" }
    on 599..=500 { category = "api" }
    on 700 { category = "api" }
    on "500" { category = "api" }
    on { category = "api" }
    on 500
    on 400 { category = "client" }
    on 400 { retry_after = 3 }
    on 503 { retry_aftr = 10 }
    on 429 { retry_after = 0 }
    on 408 { retry_after = "10" }
    on 409 { category = "a" category = "b" }
    on 410 { message = "Gone" }
    on 411 { internal_message = "Length required" }
}

fn main() {}
