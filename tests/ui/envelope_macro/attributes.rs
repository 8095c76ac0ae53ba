// What stands before the name.

use error_runtime::envelope;

envelope! {
    #[api(axm)]
    pub Typo = {
        "code": code,
    }
    success = { "data": data }

    #[api(axum)]
    pub NoSuccess = {
        "code": code,
    }

    #[api(crate = self::error_runtime)]
    pub Relative = {
        "code": code,
    }

    #[api(content_type = "text/plain")]
    pub Policy = {
        "code": code,
    }

    #[api]
    pub NoList = {
        "code": code,
    }

    #![api(axum)]
    pub Inner = {
        "code": code,
    }
    success = { "data": data }

    # api(axum)
    pub NoBrackets = {
        "code": code,
    }

    #[api(axum, axum)]
    pub Twice = {
        "code": code,
    }
    success = { "data": data }
}

fn main() {}
