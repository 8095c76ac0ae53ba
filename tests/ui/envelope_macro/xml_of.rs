// The envelope by which the same errors are XML.

use error_runtime::envelope;

envelope! {
    pub Json = { "code": code }

    pub Own xml("Error") = { "code": code }
    xml = Own

    pub Twice = { "code": code }
    xml = Own
    xml = Own

    pub NoPath = { "code": code }
    xml = "Own"

    pub NoValue = { "code": code }
    xml

    pub Group = { "code": code }
    xml("Error")
}

fn main() {}
