// Slots are words of a known list.

use error_runtime::envelope;

envelope! {
    pub Slots = {
        "code": cod,
        "time": timestamp,
        "message": description,
        "unknown": colour,
        "data": data,
        "request": request_id("name"),
        "member": member,
        "context": context(tenant),
        "empty": member(""),
    }
    success = {
        "data": data,
        "code": code,
    }
}

fn main() {}
