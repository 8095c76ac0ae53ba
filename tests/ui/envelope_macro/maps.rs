// `errors{ … }` is one slot as key, and one template.

use error_runtime::envelope;

envelope! {
    pub Maps = {
        "empty": errors{},
        "literal": errors{ "message": message, "code": code },
        "no_key": errors{ message },
        "two": errors{ code: message, title: hint },
        "unknown": errors{ cod: message },
        "no_member": errors{ member: message },
        "object": errors{ details: message },
        "optional": errors{ code?: message },
        "type": errors{ code as string: message },
        "number": errors{ member("field") | 0: message },
        "groups": errors{ code: [message, hint] },
        "no_template": errors{ code: [] },
    }
}

fn main() {}
