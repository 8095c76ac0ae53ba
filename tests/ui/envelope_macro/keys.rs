// The lines after the template, each key once.

use error_runtime::envelope;

envelope! {
    pub Keys = {
        "code": code,
    }
    internal_mesage = "Something went wrong"
    colour = "red"
    category = "api"
    content_type = "application/json"
    content_type = "application/json"
    keep_null
    omit_default
    should_retry = "x-should-retry",
    field_case = "camelCase";
    = "text"
}

fn main() {}
