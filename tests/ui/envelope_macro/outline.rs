// What an envelope is: a name, a template, and lines.

use error_runtime::envelope;

envelope! {
    pub NoEquals {
        "code": code,
    }

    pub struct Keyword = {
        "code": code,
    }

    pub NoTemplate = "code"

    pub NoObject = code

    pub NoSuccess = {
        "code": code,
    }
    success = "data"

    pub Twice = {
        "code": code,
    }

    pub Twice = {
        "message": message,
    }

    "text" = {
        "code": code,
    }
}

fn main() {}
