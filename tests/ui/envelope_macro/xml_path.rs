// The envelope by which the same errors are XML is one.

use error_runtime::envelope;

envelope! {
    pub Unknown = { "code": code }
    xml = Nowhere

    pub NoEnvelope = { "code": code }
    xml = std::string::String
}

fn main() {}
