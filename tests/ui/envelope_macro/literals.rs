// Constants are JSON.

use error_runtime::envelope;

envelope! {
    pub Literals = {
        "character": 'c',
        "bytes": b"bytes",
        "suffix": 5u8,
        "large": 340282366920938463463374607431768211456,
        "infinite": 1e999,
        "minus": -code,
        "minus_text": -"text",
        "none": None,
        "truth": True,
        "expression": 1 + 1,
        "call": vec![code],
    }
}

fn main() {}
