// The corpus, continued: parts that only the value knows, and headers made of
// parts.

shown! { Dynamic }

shown_generic! { [U, S] Parted<U, S>, "Parted", []; }

/// Status, code and lists from fields.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire)]
pub enum Dynamic {
    /// A status and a code, and what stands in for them.
    #[api(status = 302, any_status, code = "UNSAID")]
    #[api(when { code: ::core::option::Option::None, .. }, status = 504, code = none)]
    Said {
        /// The status.
        #[api(status)]
        status: ::core::primitive::u16,
        /// The code.
        #[api(code)]
        code: ::core::option::Option<Text>,
    },
    /// A list, and the status of its first item.
    #[api(envelope = Lists, status = 400, shared_code)]
    Several(#[api(errors, status, public)] ::std::vec::Vec<Rows>),
    /// A list of its own type.
    #[api(envelope = Elements, status = 400)]
    Tree {
        /// The list.
        #[api(errors, public)]
        slot: ::std::boxed::Box<[Self]>,
    },
    /// All of it over an inner error.
    #[api(transparent)]
    Over {
        /// The inner error.
        source: Rows,
        /// The status.
        #[api(status)]
        status: ::core::option::Option<::core::primitive::u16>,
        /// The code.
        #[api(code)]
        code: ::core::option::Option<Count>,
        /// The message.
        #[api(message)]
        said: ::core::option::Option<Text>,
    },
}

/// Challenges and redirects.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire)]
pub enum Parted<U, S> {
    /// Every kind of part.
    #[api(
        status = 401,
        hint = "Log in",
        challenge(
            "Bearer", realm = "{parts}", scope = .headers, list = .list.len(), error = code,
            error_description = message, hint = hint, stale = true, max = 5,
            "x-text" = "{} {parts}", .list.len() + 1
        ),
        challenge("Basic")
    )]
    Challenge {
        /// A text.
        parts: Text,
        /// A part that may be absent.
        headers: ::core::option::Option<Text>,
        /// A list.
        list: ::std::vec::Vec<Count>,
        /// Not looked at.
        rest: ::core::marker::PhantomData<S>,
    },
    /// A part of what a row looks into.
    #[api(status = 400)]
    #[api(when(::core::option::Option::Some(realm)), status = 407, challenge("Basic", realm = realm))]
    Row(::core::option::Option<Text>),
    /// To a field.
    #[api(status = 302, any_status, redirect(.target, error = code, state = .state, text = "{type}"))]
    Redirect {
        /// The target.
        target: U,
        /// A part.
        state: S,
        /// Another one.
        r#type: Count,
    },
    /// To a text.
    #[api(status = FOUND, any_status, redirect("/{0}", m = message))]
    ToText(Count),
    /// To one that never varies.
    #[api(status = 308, any_status, redirect("/there"))]
    Constant,
}

fn check_dynamic() {
    declares::<Dynamic>("UNSAID SEVERAL TREE ");
    let given = |number, word| Dynamic::Said { status: number, code: word };
    answers(
        &given(409, Maybe::Some(string("taken"))),
        409,
        r#"{"ok":false,"code":"taken","message":"Dynamic","title":"Conflict"}"#,
        &[],
    );
    answers(
        &given(1, Maybe::Some(string("x"))),
        302,
        r#"{"ok":false,"code":"x","message":"Dynamic","title":"Found"}"#,
        &[],
    );
    answers(
        &given(409, Maybe::None),
        504,
        r#"{"ok":false,"code":null,"message":"Something went wrong","title":"Gateway Timeout","category":"api"}"#,
        &[],
    );
    let several = Dynamic::Several(::core::convert::From::from([Rows::NotFound, Rows::Conflict]));
    answers(
        &several,
        404,
        r#"[[{"code":"NOT_FOUND"},{"code":"IN_CONFLICT","accepted":false}],{"base":"It is {taken}"},{"NOT_FOUND":["Rows"],"IN_CONFLICT":["It is {taken}"]}]"#,
        &[],
    );
    let leaf = given(400, Maybe::Some(string("l")));
    answers(
        &Dynamic::Tree { slot: ::core::convert::From::from([leaf]) },
        400,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error xmlns=\"urn:x\"><Code>TREE</Code><Cause>Dynamic</Cause></Error>",
        &[],
    );
    let around = |first, second, third| Dynamic::Over {
        source: Rows::Numbered,
        status: first,
        code: second,
        said: third,
    };
    answers(
        &around(Maybe::Some(409), Maybe::Some(0), Maybe::Some(string("s"))),
        409,
        r#"{"ok":false,"code":0,"message":"s","title":"Conflict","category":"rows","docs":"https://example.org/0","retry":"never"}"#,
        &[("x-rows", "all")],
    );
    answers(
        &around(Maybe::None, Maybe::None, Maybe::None),
        400,
        r#"{"ok":false,"code":1042,"message":"Bad Request","title":"Bad Request","category":"rows","docs":"https://example.org/1042","retry":"never"}"#,
        &[],
    );
}

fn check_parted() {
    let challenge: Parted<Text, Text> = Parted::Challenge {
        parts: string("a \"b\""),
        headers: Maybe::None,
        list: numbers([1, 2]),
        rest: ::core::marker::PhantomData,
    };
    answers(
        &challenge,
        401,
        r#"{"ok":false,"code":"CHALLENGE","message":"Parted","hint":"Log in","title":"Unauthorized"}"#,
        &[(
            "www-authenticate",
            r#"Bearer realm="a \"b\"", list="2", error="CHALLENGE", error_description="Parted", hint="Log in", stale=true, max=5, x-text="3 a \"b\"""#,
        )],
    );
    let looked: Parted<Text, Text> = Parted::Row(Maybe::Some(string("r")));
    answers(
        &looked,
        407,
        r#"{"ok":false,"code":"ROW","message":"Parted","title":"Proxy Authentication Required"}"#,
        &[("proxy-authenticate", r#"Basic realm="r""#)],
    );
    let redirect = Parted::Redirect { target: string("/a?b#c"), state: "d e", r#type: 1 };
    answers(
        &redirect,
        302,
        r#"{"ok":false,"code":"REDIRECT","message":"Parted","title":"Found"}"#,
        &[("location", "/a?b&error=REDIRECT&state=d%20e&text=1#c")],
    );
    let to_text: Parted<Text, Text> = Parted::ToText(1);
    answers(
        &to_text,
        302,
        r#"{"ok":false,"code":"TO_TEXT","message":"Parted","title":"Found"}"#,
        &[("location", "/1?m=Parted")],
    );
    let constant: Parted<Text, Text> = Parted::Constant;
    answers(
        &constant,
        308,
        r#"{"ok":false,"code":"CONSTANT","message":"Parted","title":"Permanent Redirect"}"#,
        &[("location", "/there")],
    );
}
