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
    check_attributes();
    check_names();
    check_shapes();
    check_generic();
    check_parameters();
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

fn check_attributes() {
    declares::<Attributes>("CFG FIELDS TUPLE MORE DOCUMENTED");
    answers(
        &Attributes::Present,
        404,
        r#"{"ok":false,"code":"CFG","message":"Attributes","title":"Not Found","category":"cfg"}"#,
        &[],
    );
    answers(
        &Attributes::Fields { only: 1, more: 2 },
        400,
        r#"{"ok":false,"code":"FIELDS","message":"1","title":"Bad Request","category":"cfg","details":{"only":1},"more":2}"#,
        &[],
    );
    answers(
        &Attributes::Tuple(3),
        400,
        r#"{"ok":false,"code":"TUPLE","message":"3","title":"Bad Request","category":"cfg","details":{"zero":3}}"#,
        &[],
    );
    answers(
        &Attributes::More { so_far: 4 },
        400,
        r#"{"ok":false,"code":"MORE","message":"Attributes","title":"Bad Request","category":"cfg","details":{"soFar":4}}"#,
        &[],
    );
    answers(
        &Attributes::Documented,
        400,
        r#"{"ok":false,"code":"DOCUMENTED","message":"Attributes","title":"Bad Request","category":"cfg"}"#,
        &[],
    );
}

fn check_names() {
    declares::<Names>(
        "BODY ERROR CODE ERR OK SOME NONE OPTION RESULT STRING SPEC PART TABLE SELF API_ERROR DECLARED NAMES",
    );
    answers(
        &Names::Body,
        400,
        r#"{"ok":false,"code":"BODY","message":"Names","title":"Bad Request"}"#,
        &[],
    );
    answers(
        &Names::Error(1),
        400,
        r#"{"ok":false,"code":"ERROR","message":"Names","title":"Bad Request","details":{"error":1}}"#,
        &[],
    );
    answers(
        &Names::Some(2),
        400,
        r#"{"ok":false,"code":"SOME","message":"Names","title":"Bad Request"}"#,
        &[("x-some", "2")],
    );
    answers(
        &Names::Part(3),
        400,
        r#"{"ok":false,"code":"PART","message":"Names","title":"Bad Request","part":3}"#,
        &[],
    );
    let locals = Locals::Fields {
        __formatter: 1,
        out: 2,
        row: 3,
        part: 4,
        field0: 5,
        self_: 6,
        error: 7,
        text: string("8"),
        headers: string("9"),
        delay: 10,
        f: 11,
    };
    answers(
        &locals,
        400,
        r#"{"ok":false,"code":"FIELDS","message":"1 2 3 4 5 6 7 8","hint":"2 4","title":"Bad Request","retry_after":10,"details":{"formatter":1,"out":2,"row":3,"field0":5,"self":6,"error":7,"text":"8","sum":19},"part":4}"#,
        &[("x-headers", "9"), ("retry-after", "10")],
    );
    answers(
        &Locals::Inner { inner: Rows::NotFound },
        404,
        r#"{"ok":false,"code":"NOT_FOUND","message":"Rows","title":"Not Found","category":"rows","docs":"https://example.org/not-found","retry":"never"}"#,
        &[],
    );

    declares::<r#Raw>("TYPE MATCH MATCH");
    let raw = Raw::r#Type { r#type: string("t"), r#fn: string("f"), r#gen: 1, plain: 2 };
    answers(
        &raw,
        400,
        r#"{"ok":false,"code":"TYPE","message":"t \"f\"","hint":"1","title":"Bad Request","details":{"type":"t","r#gen":1,"plain":2,"sum":2},"fn":"f"}"#,
        &[],
    );
    answers(
        &r#Raw::Match { r#match: 1 },
        409,
        r#"{"ok":false,"code":"MATCH","message":"1 1","title":"Conflict"}"#,
        &[],
    );
    answers(
        &Raw::r#Match { r#match: 0 },
        500,
        r#"{"ok":false,"code":"MATCH","message":"0","title":"Internal Server Error","category":"api"}"#,
        &[],
    );
    answers(
        &Keyword(1),
        400,
        r#"{"ok":false,"code":"KEYWORD","message":"1","title":"Bad Request"}"#,
        &[],
    );
    ::core::assert_eq!(<Raw as runtime::Declared>::SPECS[0].variant, "Type");
}

fn check_shapes() {
    declares::<Never>("");
    declares::<Uninhabited>("NEVER  INHABITED");
    declares::<Discriminants>("ONE LAST");
    answers(
        &Discriminants::One,
        400,
        r#"{"ok":false,"code":"ONE","message":"Discriminants","title":"Bad Request","details":{"a":1,"b":{"c":2}}}"#,
        &[("allow", "GET")],
    );
    answers(
        &Discriminants::Last,
        404,
        r#"{"ok":false,"code":"LAST","message":"2","title":"Not Found"}"#,
        &[],
    );
    declares::<Strict>("SIGNED_OUT BROKEN");
    answers(
        &Uninhabited::Inhabited,
        400,
        r#"{"ok":false,"code":"INHABITED","message":"Uninhabited","title":"Bad Request"}"#,
        &[],
    );
    answers(
        &Strict::SignedOut,
        401,
        r#"{"ok":false,"code":"SIGNED_OUT","message":"Sign in first","title":"Unauthorized","retry":"never"}"#,
        &[("www-authenticate", "Bearer")],
    );
    answers(
        &Strict::Broken,
        500,
        r#"{"ok":false,"code":"BROKEN","message":"It broke","title":"Internal Server Error","category":"api","retry":"now"}"#,
        &[],
    );
    answers(&Unit, 404, r#"{"ok":false,"code":"UNIT","message":"Unit","title":"Not Found"}"#, &[]);
    answers(
        &Tuple(1, 2),
        400,
        r#"{"ok":false,"code":"TUPLE","message":"1 of 2","title":"Bad Request","details":{"first":1}}"#,
        &[],
    );
    answers(
        &Named { item_id: string("i") },
        400,
        r#"{"ok":false,"code":"named","message":"Named","title":"Bad Request","details":{"itemId":"i"}}"#,
        &[],
    );
    let looking = Looking { inner: Upstream::Failed(404, string("page")) };
    answers(
        &looking,
        404,
        r#"{"ok":false,"code":"LOOKING","message":"No page","title":"Not Found"}"#,
        &[],
    );
    answers(
        &Looking { inner: Upstream::Missing },
        500,
        r#"{"ok":false,"code":"LOOKING","message":"Something went wrong","title":"Internal Server Error","category":"api"}"#,
        &[],
    );
    answers(
        &Guarded(4),
        400,
        r#"{"ok":false,"code":"GUARDED","message":"4","title":"Bad Request"}"#,
        &[],
    );
    answers(
        &Guarded(3),
        500,
        r#"{"ok":false,"code":"GUARDED","message":"Something went wrong","title":"Internal Server Error","category":"api"}"#,
        &[],
    );
    answers(
        &Assoc(1, Vector::new(), [2, 3]),
        400,
        r#"{"ok":false,"code":"ASSOC","message":"0 2","title":"Bad Request","details":{"out":1,"array":[2,3]}}"#,
        &[],
    );
}

fn check_generic() {
    let generic: Generic<'_, 2> =
        Generic::Value { value: 5, text: &[6, 7], count: 8, marker: ::core::marker::PhantomData };
    answers(
        &generic,
        400,
        r#"{"ok":false,"code":"VALUE","message":"5 [6, 7] 8","hint":"Some(6)","title":"Bad Request","details":{"value":5,"text":[6,7],"n":2,"same":5},"count":8}"#,
        &[("x-n", "[6, 7]")],
    );
    answers(
        &Generic::<'_, 0, Text>::Nothing,
        404,
        r#"{"ok":false,"code":"NOTHING","message":"Generic","title":"Not Found"}"#,
        &[],
    );
    answers(
        &Generic::<'_, 1>::Looked(Maybe::Some(1)),
        409,
        r#"{"ok":false,"code":"LOOKED","message":"1","title":"Conflict"}"#,
        &[],
    );
    answers(
        &Generic::<'_, 0>::Looked(Maybe::Some(1)),
        500,
        r#"{"ok":false,"code":"LOOKED","message":"Something went wrong","title":"Internal Server Error","category":"api"}"#,
        &[],
    );
    answers(
        &Plain::Uses(10_u8),
        400,
        r#"{"ok":false,"code":"USES","message":"a 10","hint":"1010","title":"Bad Request","details":{"t":10}}"#,
        &[("x-t", "10")],
    );
    answers(
        &Plain::Fields { header: 1_u64, delay: 2 },
        400,
        r#"{"ok":false,"code":"FIELDS","message":"Plain","title":"Bad Request","retry_after":2}"#,
        &[("x-field", "1"), ("retry-after", "2")],
    );
    let node = Node::Next(boxed(Node::Next(boxed(Node::Leaf(string("end"))))));
    answers(
        &node,
        400,
        r#"{"ok":false,"code":"LEAF","message":"end","title":"Bad Request","details":{"leaf":"end"}}"#,
        &[],
    );
    answers(
        &Node::Many(::core::convert::From::from([Node::Leaf(1)])),
        400,
        r#"{"ok":false,"code":"MANY","message":"1 of them","title":"Bad Request"}"#,
        &[],
    );
    answers(
        &Projected::<Unit>::Out { out: 1, long: 2 },
        400,
        r#"{"ok":false,"code":"OUT","message":"1","title":"Bad Request","details":{"out":1,"long":2}}"#,
        &[],
    );
}

fn check_parameters() {
    answers(
        &Parameters::<Text, Text>::Body(string("b")),
        400,
        r#"{"ok":false,"code":"BODY","message":"Parameters","title":"Bad Request","details":{"body":"b"}}"#,
        &[],
    );
    answers(
        &Parameters::<Text, Text>::Other(string("e")),
        400,
        r#"{"ok":false,"code":"OTHER","message":"e","title":"Bad Request"}"#,
        &[],
    );
    answers(
        &Mixed((1, string("b"))),
        400,
        r#"{"ok":false,"code":"MIXED","message":"Mixed","title":"Bad Request","details":{"pair":[1,"b"]}}"#,
        &[],
    );
    answers(
        &Attributed(1),
        400,
        r#"{"ok":false,"code":"ATTRIBUTED","message":"1","title":"Bad Request"}"#,
        &[],
    );
    answers(
        &Lifetimes("z", "e"),
        400,
        r#"{"ok":false,"code":"LIFETIMES","message":"z e","title":"Bad Request","details":{"zero":"z"}}"#,
        &[("x-e", "e")],
    );
    answers(
        &Bounded::Only(numbers([1, 2])),
        400,
        r#"{"ok":false,"code":"ONLY","message":"2","title":"Bad Request"}"#,
        &[],
    );
    answers(
        &Hidden { inner: Private(1) },
        400,
        r#"{"ok":false,"code":"HIDDEN","message":"Private(1)","title":"Bad Request"}"#,
        &[("x-inner", "1")],
    );
    answers(
        &Around::Inside(Rows::NotFound),
        404,
        r#"{"ok":false,"code":"NOT_FOUND","message":"Rows","title":"Not Found","category":"rows","docs":"https://example.org/not-found","retry":"never"}"#,
        &[],
    );
    answers(
        &Around::<Rows>::Nothing,
        404,
        r#"{"ok":false,"code":"NOTHING","message":"Around","title":"Not Found"}"#,
        &[],
    );
    answers(
        &Constants::<'c'>,
        400,
        r#"{"ok":false,"code":"CONSTANTS","message":"Constants","title":"Bad Request","details":{"field":"c","row":true}}"#,
        &[],
    );
    answers(
        &Tail { head: 1, tail: string("t") },
        400,
        r#"{"ok":false,"code":"TAIL","message":"1: \"t\"","title":"Bad Request","details":{"head":1}}"#,
        &[],
    );
    answers(
        &Boxed::Other(framework::Boxed(1)),
        400,
        r#"{"ok":false,"code":"OTHER","message":"1","title":"Bad Request"}"#,
        &[],
    );
}

fn check_adapters() {
    const fn is_error<T: framework::Adapted>() -> framework::Bool {
        <T as framework::Adapted>::IS_ERROR
    }
    ::core::assert!(is_error::<Rows>());
    ::core::assert!(is_error::<Unit>());
    ::core::assert!(is_error::<Generic<'_, 3, Text>>());
    ::core::assert!(!is_error::<Wire<Count>>());

    let response = framework::response::IntoResponse::into_response(Rows::NotFound);
    ::core::assert_eq!(response.status().as_u16(), 404);
    let response = framework::response::IntoResponse::into_response(Wire(string("done")));
    ::core::assert_eq!(response.status().as_u16(), 200);
    ::core::assert_eq!(Text::from_utf8_lossy(response.body()), r#"{"ok":true,"data":"done"}"#);
    let response: framework::response::Response =
        ::core::convert::From::from(Mixed((1, string("b"))));
    ::core::assert_eq!(response.status().as_u16(), 400);
    let response: framework::response::Response =
        ::core::convert::From::from(Parameters::<Text, Text>::Body(string("b")));
    ::core::assert_eq!(response.status().as_u16(), 400);
}
