// Headers with constant values.

use error_runtime::envelope;

envelope! {
    pub Headers = {
        "code": code,
    }
    header("X Api" = "1")
    header("X-Api" = "one\ntwo")
    header("X-Api" = 1)
    header("X-Api")
    header = "X-Api: 1"
    header("Content-Type" = "text/plain")
    header("Retry-After" = "30")
    header("Content-Length" = "0")
    header("X-Code" = "{code}")
    on 500..=599 { header("X-Code" = "error {code:kebab}") category = "{code}" }
    // No complaint: JSON.
    header("NEL" = "{\"report_to\":\"all\",\"max_age\":0}")
}

fn main() {}
