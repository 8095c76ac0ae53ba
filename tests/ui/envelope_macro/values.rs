// Values of the lines.

use error_runtime::envelope;

envelope! {
    pub Values = {
        "code": code,
    }
    content_type = "json"
    internal_message = ""
    type_uri = "https://errors.example/{id}"
    docs = "https://errors.example/{code:kebap}#{code"
    code_case = "kebap-case"
    field_case = "camel"
    should_retry = "x should retry"
    event = "one\ntwo"

    pub More = {
        "code": code,
    }
    success { "data": data }
    internal_message "text"
    content_type = JSON
    keep_null = true

    pub Fixed = {
        "code": code,
    }
    internal_message = "Error {request_id}"
}

fn main() {}
