// `..members` takes all members that no slot has named, once, in errors.

use error_runtime::envelope;

envelope! {
    pub Rest = {
        "code": code,
        ..members,
        ..details,
        ..members,
    }
    success = {
        "data": data,
        ..members,
    }
}

fn main() {}
