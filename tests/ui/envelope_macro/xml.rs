// An XML template has a root, members with names of elements, and no success.

use error_runtime::envelope;

envelope! {
    pub NoRoot xml = {}

    pub EmptyRoot xml() = {}

    pub Unquoted xml(Error) = {}

    pub Prefix xml("soap:Fault") = {
        "error code": code,
        "1st": { "é": message, "a/b": hint },
    }

    pub Reserved xml("xmlError") = {
        "Xml": code,
        "xml:lang": hint,
        "fields": errors{ code | "XMLBase": message },
    }

    pub Keys xml("Error", ns = "urn:a", root = "Error", namespace = urn, namespace = "a b") = {}

    pub Misspelt xlm("Error") = { "code": cod }

    pub Behind = xml("Error") { "code": code }

    pub List xml("Errors") = errors[{ "code": code }]

    pub Line = { "code": code }
    xml = "Error"

    #[api(axum)]
    pub Adapter xml("Error") = { "code": code }

    pub Success xml("Error") = { "code": code }
    success = { "data": data }
}

fn main() {}
