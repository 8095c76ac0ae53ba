// `?` stands before an object in an array, and after a member's name.

use error_runtime::envelope;

envelope! {
    pub Elements = [
        ?code,
        ?{ "constant": 1 },
        ?[message],
        { "object": ?{ "hint": hint } },
        ?{ "hint": hnt },
    ]

    pub Optional = ?{ "code": code }
}

fn main() {}
