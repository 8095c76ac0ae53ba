// `as` makes a text or a number of what can be one.

use error_runtime::envelope;

envelope! {
    pub Types = {
        "status": status as text,
        "code": code as,
        "message": message as string,
        "retry_after": retry_after as number,
        "id": member("id") as string,
        "late": status | null as string,
    }
}

fn main() {}
