//! The requests, and what every framework's server answers.

/// One request and its answer.
#[derive(Clone, Copy)]
pub struct Case {
    pub name: &'static str,
    pub method: &'static str,
    pub path: &'static str,
    /// Beside `x-request-id: r-1`, unless they say another one.
    pub headers: &'static [(&'static str, &'static [u8])],
    pub body: &'static [u8],
    pub status: u16,
    /// Headers that must be there, with all their values in order.
    pub has: &'static [(&'static str, &'static [&'static str])],
    pub answer: Answer,
}

/// A body.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// These very bytes.
    Bytes(&'static str),
    /// None.
    Nothing,
    /// These bytes, with the request id that the answer's header says in
    /// place of `{id}`; it is a UUID of version 7.
    NewId(&'static str),
}

const JSON: (&str, &[&str]) = ("content-type", &["application/json"]);
const ID: (&str, &[&str]) = ("x-request-id", &["r-1"]);

const fn get(name: &'static str, path: &'static str, status: u16, body: &'static str) -> Case {
    Case {
        name,
        method: "GET",
        path,
        headers: &[],
        body: b"",
        status,
        has: &[JSON, ID],
        answer: Answer::Bytes(body),
    }
}

/// A request of JSON that is answered in place of the extractor.
const fn post(name: &'static str, body: &'static [u8], status: u16, answer: &'static str) -> Case {
    Case {
        method: "POST",
        headers: &[("content-type", b"application/json")],
        body,
        ..get(name, "/json", status, answer)
    }
}

const LOCKED: &str = r#"{"ok":false,"error":{"code":"PROJECT_LOCKED","message":"Somebody else has it open"},"request_id":"r-1"}"#;
const LOCKED_NEW: &str = r#"{"ok":false,"error":{"code":"PROJECT_LOCKED","message":"Somebody else has it open"},"request_id":"{id}"}"#;
pub const NO_ROUTE: &str = r#"{"ok":false,"error":{"code":"NO_SUCH_ADDRESS","message":"There is nothing at this address"},"request_id":"r-1"}"#;
const NO_METHOD: &str = r#"{"ok":false,"error":{"code":"NO_SUCH_METHOD","message":"This address has no such method"},"request_id":"r-1"}"#;
pub const INVALID: &str = r#"{"ok":false,"error":{"code":"INVALID","message":"The request is not valid"},"request_id":"r-1"}"#;
pub const BAD_PAGE: &str = r##"{"ok":false,"error":{"code":"INVALID","message":"The request is not valid","fields":[{"pointer":"#/page"}]},"request_id":"r-1"}"##;
const BAD_NAME: &str = r##"{"ok":false,"error":{"code":"INVALID","message":"The request is not valid","fields":[{"pointer":"#/name"}]},"request_id":"r-1"}"##;
const BAD_NUMBER: &str = r##"{"ok":false,"error":{"code":"INVALID","message":"The request is not valid","fields":[{"pointer":"#/number"}]},"request_id":"r-1"}"##;
const CRASHED: &str = r#"{"ok":false,"error":{"code":"CRASHED","message":"Something went wrong"},"request_id":"r-1"}"#;
pub const CHOICE: &str = r#"{"title":"A choice","status":400,"request_id":"r-1"}"#;
const CHOICE_XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<problem xmlns=\"urn:ietf:rfc:7807\"><title>A choice</title><status>400</status><request_id>r-1</request_id></problem>";

/// What a too long body is: more than the 1 KiB that the servers take.
pub const TOO_LONG: &[u8] = &[b' '; 4096];

pub const CASES: &[Case] = &[
    // The application's own.
    get("success", "/ok", 200, r#"{"ok":true,"data":{"id":"p1"}}"#),
    get("constant", "/locked", 409, LOCKED),
    get(
        "fields",
        "/projects/p%2F1",
        404,
        r#"{"ok":false,"error":{"code":"NO_SUCH_PROJECT","message":"No project 'p/1'","details":{"id":"p/1"}},"request_id":"r-1"}"#,
    ),
    Case {
        has: &[
            JSON,
            ID,
            ("set-cookie", &["a=1", "b=2"]),
            ("www-authenticate", &["Bearer realm=\"api\"", "Basic realm=\"api\""]),
        ],
        ..get(
            "repeated headers",
            "/logged-out",
            401,
            r#"{"ok":false,"error":{"code":"LOGGED_OUT","message":"Log in first"},"request_id":"r-1"}"#,
        )
    },
    Case {
        has: &[JSON, ID, ("retry-after", &["7"])],
        ..get(
            "retry-after",
            "/slow-down",
            429,
            r#"{"ok":false,"error":{"code":"SLOW_DOWN","message":"Too many requests"},"request_id":"r-1"}"#,
        )
    },
    get(
        "hidden 500",
        "/store",
        500,
        r#"{"ok":false,"error":{"code":"STORE","message":"Something went wrong"},"request_id":"r-1"}"#,
    ),
    get(
        "foreign error, looked into",
        "/file",
        404,
        r#"{"ok":false,"error":{"code":"NO_SUCH_FILE","message":"There is no such file"},"request_id":"r-1"}"#,
    ),
    get(
        "non-ASCII",
        "/unicode",
        422,
        r#"{"ok":false,"error":{"code":"SCHLÜSSEL","message":"Schlüssel „ß\"<“ fehlt 🔑","details":{"naïve":"ß\"<"}},"request_id":"r-1"}"#,
    ),
    Case {
        has: &[ID, ("x-gone", &["1"])],
        answer: Answer::Nothing,
        ..get("empty envelope", "/bare", 410, "")
    },
    Case {
        has: &[ID, ("content-type", &["text/plain; charset=utf-8"])],
        ..get("text envelope", "/words", 418, "Only in words")
    },
    get(
        "status from a field",
        "/upstream/503",
        503,
        r#"{"ok":false,"error":{"code":"UPSTREAM","message":"Upstream said so"},"request_id":"r-1"}"#,
    ),
    get(
        "inner error",
        "/inner",
        403,
        r#"{"ok":false,"error":{"code":"FORBIDDEN","message":"Not with this token"},"request_id":"r-1"}"#,
    ),
    Case {
        has: &[ID, ("content-type", &["application/problem+json"])],
        ..get(
            "erased error",
            "/any",
            409,
            r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"It is busy","code":"BUSY","request_id":"r-1"}"#,
        )
    },
    // The client's wishes.
    Case {
        has: &[ID, ("content-type", &["application/problem+json"]), ("vary", &["accept"])],
        ..get("no wish", "/choice", 400, CHOICE)
    },
    Case {
        headers: &[("accept", b"application/json")],
        has: &[ID, JSON, ("vary", &["accept"])],
        ..get("plain JSON", "/choice", 400, CHOICE)
    },
    Case {
        headers: &[("accept", b"text/html, application/xml;q=0.9, */*;q=0.8")],
        has: &[ID, ("content-type", &["application/xml"]), ("vary", &["accept"])],
        ..get("a browser's wish", "/choice", 400, CHOICE_XML)
    },
    Case {
        headers: &[("accept", b"application/json;q=0.5, application/problem+xml;q=0.7")],
        has: &[ID, ("content-type", &["application/problem+xml"]), ("vary", &["accept"])],
        ..get("weighed wishes", "/choice", 400, CHOICE_XML)
    },
    Case {
        headers: &[("accept", b"text/html"), ("accept", b"application/xml;q=0.9")],
        has: &[ID, ("content-type", &["application/xml"]), ("vary", &["accept"])],
        ..get("wishes on two lines", "/choice", 400, CHOICE_XML)
    },
    Case {
        headers: &[("accept", b"image/png, application/json;q=0")],
        has: &[ID, ("content-type", &["application/problem+json"]), ("vary", &["accept"])],
        ..get("a wish that cannot be met", "/choice", 400, CHOICE)
    },
    Case {
        headers: &[("accept", b"\xff\xfe, ;;q=, /")],
        has: &[ID, ("content-type", &["application/problem+json"])],
        ..get("a wish of garbage", "/choice", 400, CHOICE)
    },
    // The request's id.
    Case {
        headers: &[("x-request-id", b"01JD:abc/+==")],
        has: &[JSON, ("x-request-id", &["01JD:abc/+=="])],
        ..get(
            "the client's id",
            "/locked",
            409,
            r#"{"ok":false,"error":{"code":"PROJECT_LOCKED","message":"Somebody else has it open"},"request_id":"01JD:abc/+=="}"#,
        )
    },
    Case {
        headers: &[("x-request-id", b"")],
        has: &[JSON],
        answer: Answer::NewId(LOCKED_NEW),
        ..get("an empty id", "/locked", 409, "")
    },
    Case {
        headers: &[("x-request-id", b"<script>\"")],
        has: &[JSON],
        answer: Answer::NewId(LOCKED_NEW),
        ..get("an id with other characters", "/locked", 409, "")
    },
    Case {
        headers: &[("x-request-id", b"caf\xe9")],
        has: &[JSON],
        answer: Answer::NewId(LOCKED_NEW),
        ..get("an id that is no UTF-8", "/locked", 409, "")
    },
    Case {
        headers: &[("x-request-id", &[b'a'; 200])],
        has: &[JSON],
        answer: Answer::NewId(LOCKED_NEW),
        ..get("an id that is too long", "/locked", 409, "")
    },
    Case {
        headers: &[("x-request-id", b"<>")],
        answer: Answer::NewId(
            r#"{"ok":false,"error":{"code":"NO_SUCH_ADDRESS","message":"There is nothing at this address"},"request_id":"{id}"}"#,
        ),
        has: &[JSON],
        ..get("a new id for the framework's answer", "/nowhere", 404, "")
    },
    // What the framework answers itself.
    get("no route", "/nowhere", 404, NO_ROUTE),
    get("no route, odd path", "/%00%ff/../%2e%2e/x", 404, NO_ROUTE),
    Case { method: "DELETE", ..get("no route, another method", "/nowhere", 404, NO_ROUTE) },
    Case {
        method: "DELETE",
        has: &[JSON, ID, ("allow", &["GET,HEAD"])],
        ..get("wrong method", "/locked", 405, NO_METHOD)
    },
    get("bad path", "/number/abc", 400, INVALID),
    get("bad path, no UTF-8", "/number/%ff", 400, BAD_NUMBER),
    get("bad query", "/query?page=abc", 400, BAD_PAGE),
    get("no query", "/query", 400, BAD_PAGE),
    post(
        "good JSON",
        br#"{"name":"n","tags":[1]}"#,
        200,
        r#"{"ok":true,"data":{"name":"n","tags":1}}"#,
    ),
    post("JSON syntax", br#"{"name":"n","#, 400, INVALID),
    post(
        "JSON of the wrong shape",
        br#"{"name":"n","tags":[1,"x"]}"#,
        400,
        r##"{"ok":false,"error":{"code":"INVALID","message":"The request is not valid","fields":[{"pointer":"#/tags/1"}]},"request_id":"r-1"}"##,
    ),
    post("JSON without a member", br#"{"name":"n"}"#, 400, INVALID),
    post("JSON that is no UTF-8", b"{\"name\":\"\xff\"}", 400, BAD_NAME),
    Case {
        headers: &[("content-type", b"text/csv")],
        ..post(
            "wrong media type",
            br#"{"name":"n","tags":[]}"#,
            415,
            r#"{"ok":false,"error":{"code":"WRONG_TYPE","message":"The request's body has the wrong type"},"request_id":"r-1"}"#,
        )
    },
    post(
        "too large",
        TOO_LONG,
        413,
        r#"{"ok":false,"error":{"code":"TOO_LARGE","message":"The request's body is too large"},"request_id":"r-1"}"#,
    ),
    get("panic", "/panic", 500, CRASHED),
    get("panic, later", "/panic-later", 500, CRASHED),
    get(
        "timeout",
        "/slow",
        504,
        r#"{"ok":false,"error":{"code":"TOO_SLOW","message":"It took too long"},"request_id":"r-1"}"#,
    ),
    // What must pass untouched.
    Case { has: &[JSON, ID], ..get("own JSON", "/own", 409, r#"{"mine":true}"#) },
    Case {
        has: &[ID, ("etag", &["\"v1\""])],
        answer: Answer::Nothing,
        ..get("not modified", "/not-modified", 304, "")
    },
    Case {
        has: &[ID, ("content-type", &["text/event-stream"])],
        ..get("stream", "/stream", 200, "data: 1\n\ndata: r-1\n\n")
    },
    Case { method: "HEAD", answer: Answer::Nothing, ..get("HEAD of a success", "/ok", 200, "") },
    Case { method: "HEAD", answer: Answer::Nothing, ..get("HEAD of an error", "/locked", 409, "") },
    Case {
        method: "HEAD",
        answer: Answer::Nothing,
        ..get("HEAD of no route", "/nowhere", 404, "")
    },
];
