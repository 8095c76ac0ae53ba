// `?` leaves out, `|` writes a constant instead.

use error_runtime::envelope;

envelope! {
    pub Optional = {
        "constant"?: 5,
        "both"?: hint | null,
        "slot": hint | message,
        "nothing": details |,
        "object": details | { "hint": hint },
    }
}

fn main() {}
