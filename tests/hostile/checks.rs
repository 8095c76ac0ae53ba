// The corpus, continued: what it answers, which is the same everywhere.

type Str = ::core::primitive::str;
type Vector<T> = ::std::vec::Vec<T>;
type Maybe<T> = ::core::option::Option<T>;

fn string(from: &Str) -> Text {
    ::core::convert::From::from(from)
}

fn numbers<const N: ::core::primitive::usize>(from: [Count; N]) -> Vector<Count> {
    ::core::convert::From::from(from)
}

fn boxed<T>(from: T) -> ::std::boxed::Box<T> {
    ::std::boxed::Box::new(from)
}

/// Asserts the status, the body, and of each of these headers the value.
fn answers<E: runtime::ApiError>(
    it: &E,
    expected_status: ::core::primitive::u16,
    expected: &Str,
    expected_headers: &[(&Str, &Str)],
) {
    let found = begins(it, expected_status, expected_headers);
    ::core::assert_eq!(found, expected, "the body of {it:?}");
}

/// The same for all but the body, which it returns.
fn begins<E: runtime::ApiError>(
    it: &E,
    expected_status: ::core::primitive::u16,
    expected_headers: &[(&Str, &Str)],
) -> Text {
    let response = runtime::ApiError::to_http::<Vector<::core::primitive::u8>>(it);
    let (begin, bytes) = response.into_parts();
    ::core::assert_eq!(begin.status.as_u16(), expected_status, "the status of {it:?}");
    for (header, expected) in expected_headers {
        let found = match begin.headers.get(*header) {
            Maybe::Some(found) => Text::from_utf8_lossy(found.as_bytes()),
            Maybe::None => ::core::convert::From::from("absent"),
        };
        ::core::assert_eq!(found, *expected, "the header {header} of {it:?}");
    }
    Text::from_utf8_lossy(&bytes).into_owned()
}

/// Asserts the codes of all rows, in order.
fn declares<E: runtime::Declared>(codes: &Str) {
    let mut found = Text::new();
    for each in <E as runtime::Declared>::SPECS {
        if !found.is_empty() {
            found.push(' ');
        }
        found.push_str(&::std::string::ToString::to_string(&each.code));
    }
    ::core::assert_eq!(found, codes);
}

/// Asserts what every type of the corpus answers.
pub fn check() {
    check_rows();
    check_styles();
    check_fields();
    check_foreign();
    check_outer();
    check_dynamic();
    check_parted();
    check_attributes();
    check_names();
    check_shapes();
    check_generic();
    check_parameters();
    check_faces();
    check_adapters();
}

fn check_rows() {
    declares::<Rows>("NOT_FOUND IN_CONFLICT 1042  MOVED INTERNAL UNAVAILABLE SHARED SHARED GONE");
    answers(
        &Rows::NotFound,
        404,
        r#"{"ok":false,"code":"NOT_FOUND","message":"Rows","title":"Not Found","category":"rows","docs":"https://example.org/not-found","retry":"never"}"#,
        &[("x-rows", "all"), ("x-wire", "1"), ("x-should-retry", "false"), ("allow", "absent")],
    );
    answers(
        &Rows::Conflict,
        409,
        r#"{"ok":false,"code":"IN_CONFLICT","message":"It is {taken}","hint":"Take another","title":"In conflict","category":"state","docs":"https://example.org/conflict","retry":"poll","retry_after":30,"details":{"limit":100,"nested":{"a":1,"b":{"c":"d"}}},"accepted":false}"#,
        &[
            ("x-rows", "absent"),
            ("allow", "GET"),
            ("retry-after", "30"),
            ("x-should-retry", "true"),
        ],
    );
    answers(
        &Rows::Numbered,
        400,
        r#"{"ok":false,"code":1042,"message":"Bad Request","title":"Bad Request","category":"rows","docs":"https://example.org/1042","retry":"never"}"#,
        &[],
    );
    answers(
        &Rows::Codeless,
        400,
        r#"{"ok":false,"code":null,"message":"Rows","title":"Bad Request","category":"rows","retry":"never"}"#,
        &[],
    );
    answers(
        &Rows::Moved,
        302,
        r#"{"ok":false,"code":"MOVED","message":"Rows","title":"Found","category":"rows","docs":"https://example.org/moved","retry":"never"}"#,
        &[("location", "/there")],
    );
    answers(
        &Rows::Internal,
        500,
        r#"{"ok":false,"code":"INTERNAL","message":"Something went wrong","title":"Internal Server Error","category":"rows","docs":"https://example.org/internal","retry":"never"}"#,
        &[],
    );
    answers(
        &Rows::Unavailable,
        503,
        r#"{"ok":false,"code":"UNAVAILABLE","message":"Rows","title":"Service Unavailable","category":"rows","docs":"https://example.org/unavailable","retry":"exponential"}"#,
        &[("x-should-retry", "absent")],
    );
    answers(
        &Rows::SharedToo,
        400,
        r#"{"ok":false,"code":"SHARED","message":"Rows","title":"Bad Request","category":"rows","docs":"https://example.org/shared","retry":"never"}"#,
        &[],
    );
    ::core::assert_eq!(runtime::ApiError::status(&Rows::Shared).as_u16(), 422);
    answers(
        &Rows::Gone,
        410,
        r#"{"type":"about:blank","title":"Gone","status":410,"detail":"Rows","code":"GONE","docs":"https://example.org/gone","retry":{"advice":"never"}}"#,
        &[("content-type", "application/problem+json"), ("x-rows", "all"), ("x-wire", "absent")],
    );
}

fn check_styles() {
    declares::<Styles>(
        "style.unit-style! style.empty-tuple! style.empty-braces! style.one-tuple! style.many-tuple! style.named!",
    );
    answers(
        &Styles::UnitStyle,
        500,
        r#"{"ok":false,"code":"style.unit-style!","message":"Styles","title":"Internal Server Error","category":"api"}"#,
        &[],
    );
    answers(
        &Styles::EmptyTuple(),
        400,
        r#"{"ok":false,"code":"style.empty-tuple!","message":"Styles","title":"Bad Request"}"#,
        &[],
    );
    answers(
        &Styles::EmptyBraces {},
        400,
        r#"{"ok":false,"code":"style.empty-braces!","message":"Styles","title":"Bad Request"}"#,
        &[],
    );
    answers(
        &Styles::OneTuple(7),
        400,
        r#"{"ok":false,"code":"style.one-tuple!","message":"Styles","title":"Bad Request","details":{"first":7}}"#,
        &[],
    );
    answers(
        &Styles::ManyTuple(7, string("x"), Maybe::Some(3)),
        400,
        r#"{"ok":false,"code":"style.many-tuple!","message":"7 then Some(3) then    7 by x","title":"Bad Request","third":3}"#,
        &[],
    );
    answers(
        &Styles::ManyTuple(7, string("x"), Maybe::None),
        400,
        r#"{"ok":false,"code":"style.many-tuple!","message":"7 then None then    7 by x","title":"Bad Request"}"#,
        &[],
    );
    answers(
        &Styles::Named { name: string("x"), width: 7 },
        400,
        r#"{"ok":false,"code":"style.named!","message":"x is 007 of 7","title":"Bad Request","details":{"name":"x"}}"#,
        &[],
    );
}

fn check_fields() {
    let entries = Fields::Entries {
        item_id: string("a\"b"),
        other: 2,
        nothing: Maybe::None,
        absent: Maybe::None,
        zero: 0,
        list: numbers([3, 4]),
        request: string("r-1"),
        left: Delay::from_millis(1500),
    };
    answers(
        &entries,
        400,
        r#"{"ok":false,"code":"ENTRIES","message":"2 of 4: \"a\\\"b\"","hint":"Ask for 2, None","title":"Bad Request","retry_after":2,"details":{"itemId":"a\"b","OTHER":2,"nothing":null,"text":"a\"b!","sum":7,"deep":{"zero":0}},"other":2,"list":[3,4]}"#,
        &[("x-dynamic", "2/a\"b"), ("x-request", "r-1"), ("retry-after", "2")],
    );
    answers(
        &Fields::Soon(1001),
        429,
        r#"{"ok":false,"code":"SOON","message":"Fields","title":"Too Many Requests","retry_after":2}"#,
        &[("retry-after", "2")],
    );
    answers(
        &Fields::Perhaps(5),
        503,
        r#"{"ok":false,"code":"PERHAPS","message":"Something went wrong","title":"Service Unavailable","category":"api","retry_after":5}"#,
        &[("retry-after", "5")],
    );
    answers(
        &Fields::Perhaps(0),
        503,
        r#"{"ok":false,"code":"PERHAPS","message":"Something went wrong","title":"Service Unavailable","category":"api"}"#,
        &[("retry-after", "absent")],
    );
    let until = ::std::time::SystemTime::UNIX_EPOCH + Delay::from_secs(4_102_444_801);
    let found =
        begins(&Fields::Until(until), 503, &[("retry-after", "Fri, 01 Jan 2100 00:00:01 GMT")]);
    ::core::assert!(found.contains(r#""retry_after":"#));
    answers(
        &Fields::Said { said: Maybe::Some(string("said")), advice: string("advice") },
        500,
        r#"{"ok":false,"code":"SAID","message":"said","hint":"advice","title":"Internal Server Error","category":"api"}"#,
        &[],
    );
    answers(
        &Fields::Said { said: Maybe::None, advice: string("") },
        500,
        r#"{"ok":false,"code":"SAID","message":"Nobody said why","title":"Internal Server Error","category":"api"}"#,
        &[],
    );
    let one: Map = ::core::convert::From::from([(string("one"), 1)]);
    let two: Map = ::core::convert::From::from([(string("two"), 2)]);
    answers(
        &Fields::Flat(one, two),
        400,
        r#"{"ok":false,"code":"FLAT","message":"Fields","title":"Bad Request","details":{"one":1},"two":2}"#,
        &[],
    );
    answers(
        &Fields::Open { source: string("open") },
        400,
        r#"{"ok":false,"code":"OPEN","message":"open","title":"Bad Request","details":{"source":"open"}}"#,
        &[],
    );
    answers(
        &Fields::Closed { source: Upstream::Missing },
        400,
        r#"{"ok":false,"code":"CLOSED","message":"It stays inside","title":"Bad Request"}"#,
        &[],
    );
}

fn limited(after: Count) -> Upstream {
    Upstream::Limited { after, scope: string("user") }
}

fn check_foreign() {
    declares::<Foreign>("MISSING UPSTREAM UPSTREAM UPSTREAM UPSTREAM NAMED NAMED PAIR PAIR PAIR");
    answers(
        &Foreign::Upstream(Upstream::Missing),
        404,
        r#"{"ok":false,"code":"MISSING","message":"Not there","title":"Not Found"}"#,
        &[],
    );
    answers(
        &Foreign::Upstream(limited(11)),
        429,
        r#"{"ok":false,"code":"UPSTREAM","message":"Wait 11 for \"user\"","hint":"In  11 s","title":"Too Many Requests","details":{"after":11,"scope":{"name":"user"}}}"#,
        &[("x-after", "11")],
    );
    answers(
        &Foreign::Upstream(limited(7)),
        409,
        r#"{"ok":false,"code":"UPSTREAM","message":"Foreign","title":"Conflict","retry":"now"}"#,
        &[("x-after", "absent")],
    );
    answers(
        &Foreign::Upstream(limited(9)),
        502,
        r#"{"ok":false,"code":"UPSTREAM","message":"9","title":"Bad Gateway","category":"api"}"#,
        &[],
    );
    answers(
        &Foreign::Upstream(Upstream::Failed(8, string("why"))),
        502,
        r#"{"ok":false,"code":"UPSTREAM","message":"8","title":"Bad Gateway","category":"api"}"#,
        &[],
    );
    answers(
        &Foreign::Named { kind: Upstream::Failed(1, string("why")), id: string("n") },
        400,
        r#"{"ok":false,"code":"NAMED","message":"1 why n","title":"Bad Request","details":{"id":"n"}}"#,
        &[],
    );
    answers(
        &Foreign::Named { kind: Upstream::Missing, id: string("n") },
        500,
        r#"{"ok":false,"code":"NAMED","message":"Something went wrong","title":"Internal Server Error","category":"api","details":{"id":"n"}}"#,
        &[],
    );
    answers(
        &Foreign::Pair(Count::MAX, string("m"), Upstream::Missing),
        413,
        r#"{"ok":false,"code":"PAIR","message":"4294967295","title":"Payload Too Large","details":{"middle":"m"}}"#,
        &[],
    );
    answers(
        &Foreign::Pair(1, string("m"), Upstream::Missing),
        404,
        r#"{"ok":false,"code":"PAIR","message":"Foreign","title":"Not Found","details":{"middle":"m"}}"#,
        &[],
    );
    answers(
        &Foreign::Pair(1, string("m"), limited(1)),
        400,
        r#"{"ok":false,"code":"PAIR","message":"Foreign","title":"Bad Request","details":{"middle":"m"}}"#,
        &[],
    );
}

fn check_outer() {
    answers(
        &Outer::Plain(Rows::Conflict),
        409,
        r#"{"ok":false,"code":"IN_CONFLICT","message":"It is {taken}","hint":"Take another","title":"In conflict","category":"state","docs":"https://example.org/conflict","retry":"poll","retry_after":30,"details":{"limit":100,"nested":{"a":1,"b":{"c":"d"}}},"accepted":false}"#,
        &[("allow", "GET")],
    );
    answers(
        &Outer::Boxed(boxed(Fields::Soon(1))),
        429,
        r#"{"ok":false,"code":"SOON","message":"Fields","title":"Too Many Requests","retry_after":1}"#,
        &[("retry-after", "1")],
    );
    answers(
        &Outer::Borrowed(&Rows::Conflict),
        409,
        r#"{"ok":false,"code":"IN_CONFLICT","message":"It is {taken}","hint":"Take another","title":"In conflict","category":"state","docs":"https://example.org/conflict","retry":"poll","retry_after":30,"details":{"limit":100,"nested":{"a":1,"b":{"c":"d"}}},"accepted":false}"#,
        &[("allow", "GET")],
    );
    answers(
        &Outer::Erased(boxed(Fields::Perhaps(2))),
        503,
        r#"{"ok":false,"code":"PERHAPS","message":"Something went wrong","title":"Service Unavailable","category":"api","retry_after":2}"#,
        &[("retry-after", "2")],
    );
    let any: runtime::AnyError = ::core::convert::From::from(Fields::Perhaps(2));
    answers(
        &Outer::Any(any),
        503,
        r#"{"ok":false,"code":"PERHAPS","message":"Something went wrong","title":"Service Unavailable","category":"any","retry_after":2}"#,
        &[("retry-after", "2")],
    );
    let shared = ::std::sync::Arc::new(Foreign::Upstream(limited(11)));
    answers(
        &Outer::Shared(shared),
        429,
        r#"{"ok":false,"code":"UPSTREAM","message":"Wait 11 for \"user\"","hint":"In  11 s","title":"Too Many Requests","details":{"after":11,"scope":{"name":"user"}}}"#,
        &[("x-after", "11")],
    );
    let over = Outer::Over { source: Fields::Open { source: string("in") }, place: string("out") };
    answers(
        &over,
        409,
        r#"{"ok":false,"code":"OUTER","message":"Outside: in","hint":"From out","title":"Outside","category":"outer","docs":"https://example.org/outer","retry":"linear","retry_after":1,"details":{"place":"out","from":"outside","source":"in"},"outer":true}"#,
        &[("x-outer", "out"), ("retry-after", "1")],
    );
    answers(
        &Outer::Looked(Rows::Gone),
        404,
        r#"{"ok":false,"code":"NO_LONGER","message":"No longer","title":"Not Found"}"#,
        &[],
    );
    answers(
        &Outer::Looked(Rows::NotFound),
        404,
        r#"{"ok":false,"code":"NOT_FOUND","message":"Rows","title":"Not Found","category":"rows","docs":"https://example.org/not-found","retry":"never"}"#,
        &[],
    );
}
