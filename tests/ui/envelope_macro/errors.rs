// `errors` takes one template for its items, in brackets, in errors only.

use error_runtime::envelope;

envelope! {
    pub Bare = {
        "bare": errors,
        "optional"?: errors,
        "empty": errors[],
        "call": errors(message),
        "word": errors list,
        "colon": errors: [message],
        "two": errors[message, code],
        "members": errors["message": message],
        "type": errors[message] as string,
        "object": errors[{ "message": mesage, "data": data }],
        "alternative": errors[message] | message,
        "both"?: errors[message] | [],
        "item": errors[?{ "hint": hint }],
        ..errors,
    }
    success = {
        "data": data,
        "errors": errors[message],
    }

    pub Root = errors

    pub Tree = errors[{
        "message": message,
        "children": errors | [],
        ..members,
        "rest": errors[{ ..members, "twice": { ..members } }],
    }]

    pub Itself = errors[errors]
}

fn main() {}
