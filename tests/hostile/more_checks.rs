// The corpus, continued: what its further types answer.

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
