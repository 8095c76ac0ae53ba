// Members have quoted names, a colon, a value and a comma, and no name twice.

use error_runtime::envelope;

envelope! {
    pub Members = {
        code: code,
        "status" = status,
        "title" => title,
        "message": message
        "hint": hint,
        "reason":,
        5: reason,
        "code": code,
        "nested": { "id": request_id, "id": null },
    }
}

fn main() {}
