// The corpus: every key and every kind of type, in this file and those that it
// includes, under each hostile setting. It asks nothing of its surroundings
// but two names in scope, `runtime` (the crate, however it is called there)
// and `framework`; it uses no name of the prelude, since there may be none, or
// another thing of that name. `checks.rs` says what it answers.

/// A text.
pub type Text = ::std::string::String;
/// A number.
pub type Count = ::core::primitive::u32;
/// A name that generated code gives a parameter, unless somebody has it.
pub type Body = Text;
/// A delay.
pub type Delay = ::core::time::Duration;
/// Named numbers.
pub type Map = ::std::collections::BTreeMap<Text, Count>;

/// `Display` and `Error` by hand: the text is the type's name.
macro_rules! shown {
    ($($name:ident)*) => { $(
        impl ::core::fmt::Display for $name {
            fn fmt(&self, to: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                to.write_str(::core::stringify!($name))
            }
        }
        impl ::core::error::Error for $name {}
    )* };
}

shown! {
    Upstream Rows Styles Fields Foreign Outer Attributes Names Locals Strict
    Caught Never Uninhabited Discriminants Raw Keyword Unit Tuple Named Looking Guarded Assoc Older
}

runtime::envelope! {
    /// The corpus's own shape.
    #[api(axum = framework, adapter = framework::adapt)]
    pub Wire = {
        "ok": false,
        "code": code,
        "message": message,
        "hint"?: hint,
        "title"?: title,
        "category"?: category,
        "docs"?: docs,
        "retry"?: retry as string,
        "retry_after"?: retry_after,
        "details"?: details,
        ..members
    }
    success = { "ok": true, "data": data }
    internal_message = "Something went wrong"
    header("x-wire" = "1")
    field_case = "camelCase"
    should_retry = "x-should-retry"
    on 500..=599 { category = "api" }
}

runtime::envelope! {
    /// Every kind of list.
    pub Lists = [
        ?{ "hint"?: hint },
        errors[{ "code": code, "of"?: errors, ..members }] | [],
        errors{ member("field") | "base": message },
        errors{ code: [message] } | {}
    ]
}

runtime::envelope! {
    /// As elements.
    pub Elements xml("Error", namespace = "urn:x") = { "Code": code, "Cause"?: errors[message] }
}

/// Somebody else's error, which knows nothing of ours.
#[derive(::core::fmt::Debug)]
pub enum Upstream {
    /// It is not there.
    Missing,
    /// It was asked too often.
    Limited {
        /// Seconds to wait.
        after: Count,
        /// What is limited.
        scope: Text,
    },
    /// It failed with a number.
    Failed(Count, Text),
}

/// Every key of a row, over defaults of the type.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, axum = framework, adapter = framework::adapt)]
#[api(category = "rows", log = "debug", retry = "never", header("x-rows" = "all"))]
#[api(docs = "https://example.org/{code:kebab}")]
pub enum Rows {
    /// Only what must be said.
    #[api(status = 404)]
    NotFound,
    /// All that can be said without fields.
    #[api(
        status = CONFLICT,
        code = "IN_CONFLICT",
        message = "It is {{taken}}",
        title = "In conflict",
        hint = "Take another",
        category = "state",
        docs = "https://example.org/conflict",
        retry = "poll",
        retry_after = 30,
        header("Allow" = "GET", "x-rows" = none),
        detail("limit" = 100, "nested" = { "a": 1, "b": { "c": "d" } }),
        member("accepted" = false),
        log = "info"
    )]
    Conflict,
    /// A number for a code, and a hidden text.
    #[api(status = 400, code = 1042, conceal)]
    Numbered,
    /// No code, and no hint.
    #[api(status = 400, code = none, hint = none)]
    Codeless,
    /// A status that is no error's.
    #[api(status = 302, any_status, header("location" = "/there"))]
    Moved,
    /// A hidden text.
    #[api(status = 500)]
    Internal,
    /// A shown one, and all that can be said of trying again.
    #[api(status = 503, expose, log = "off")]
    #[api(retry(
        exponential,
        when = "maybe",
        base = "200ms",
        cap = "30s",
        attempts = 5,
        safe = "idempotent",
        token = "Replay-Nonce",
        note = "with a new nonce"
    ))]
    Unavailable,
    /// One code,
    #[api(status = 422, code = "SHARED", shared_code)]
    Shared,
    /// two variants.
    #[api(status = 400, code = "SHARED", shared_code)]
    SharedToo,
    /// Another body.
    #[api(status = 410, envelope = runtime::Problem)]
    Gone,
}

/// Every style of a variant, with names made by rule.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, status = 400, expose, shared_code)]
#[api(code_case = "kebab-case", code_prefix = "style.", code_suffix = "!")]
pub enum Styles {
    /// Nothing.
    #[api(status = 500)]
    UnitStyle,
    /// Empty parentheses.
    EmptyTuple(),
    /// Empty braces.
    EmptyBraces {},
    /// One.
    OneTuple(#[api(detail = "first")] Count),
    /// Several.
    #[api(message = "{0} then {2:?} then {0:>4} by {1}")]
    ManyTuple(Count, Text, #[api(member = "third")] ::core::option::Option<Count>),
    /// With names.
    #[api(message = "{name} is {width:03} of {width}")]
    Named {
        /// A name.
        #[api(detail)]
        name: Text,
        /// A width.
        width: Count,
    },
}

/// Every key of a field.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire)]
pub enum Fields {
    /// Entries, members, a header, a delay.
    #[api(
        status = 400,
        message("{} of {total}: {item_id:?}", .list.len(), total = .list.len() * 2),
        hint("Ask for {other}, {:?}", .nothing.map(|one| (one, one | 1))),
        header("x-dynamic" = "{other}/{item_id}"),
        detail("text" = "{item_id}!", "sum" = .list.len() + 5, "deep" = { "zero": .zero })
    )]
    Entries {
        /// Its name goes through the envelope's case.
        #[api(detail)]
        item_id: Text,
        /// A name that is stated.
        #[api(detail = "OTHER", member = "other")]
        other: Count,
        /// Null all the same.
        #[api(detail, keep_null)]
        nothing: ::core::option::Option<Count>,
        /// Left out.
        #[api(detail)]
        absent: ::core::option::Option<Count>,
        /// Left out because it is zero.
        #[api(detail, omit_default)]
        zero: Count,
        /// Kept although empty.
        #[api(member, keep_empty)]
        list: ::std::vec::Vec<Count>,
        /// A header.
        #[api(header = "X-Request")]
        request: Text,
        /// A delay.
        #[api(retry_after)]
        left: Delay,
    },
    /// A delay in milliseconds, rounded up.
    #[api(status = 429)]
    Soon(#[api(retry_after(ms))] ::core::primitive::u64),
    /// A delay that is none when zero.
    #[api(status = 503)]
    Perhaps(#[api(retry_after, omit_default)] Count),
    /// A date.
    #[api(status = 503)]
    Until(#[api(retry_after(http_date))] ::std::time::SystemTime),
    /// Public texts.
    #[api(status = 500, message = "Nobody said why", hint = "Ask again")]
    Said {
        /// What is said, if anything is.
        #[api(message)]
        said: ::core::option::Option<Text>,
        /// And what is advised.
        #[api(hint)]
        advice: Text,
    },
    /// Values that are the whole.
    #[api(status = 400)]
    Flat(#[api(detail(flatten))] Map, #[api(member(flatten))] Map),
    /// A source that may leave.
    #[api(status = 400, message = "{source}")]
    Open {
        /// The source.
        #[api(public, detail)]
        source: Text,
    },
    /// A source that may not.
    #[api(status = 400, message = "It stays inside")]
    Closed {
        /// The source.
        source: Upstream,
    },
}

/// Rows that look into a foreign error.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire)]
pub enum Foreign {
    /// In a tuple.
    #[api(status = 500, message = "The upstream failed")]
    #[api(when(Upstream::Missing), status = 404, code = "MISSING", message = "Not there")]
    #[api(
        when(Upstream::Limited { after, scope } if *after > 10 && !scope.is_empty()),
        status = 429,
        message = "Wait {after} for {scope:?}",
        hint("In {:>width$} s", after, width = 3),
        header("x-after" = "{after}"),
        detail("after" = after, "scope" = { "name": scope.as_str() })
    )]
    #[api(when(Upstream::Limited { after: 1..=3 | 7, .. }), status = 409, retry = "now")]
    #[api(when(Upstream::Failed(number, _) | Upstream::Limited { after: number, .. }), status = 502, message = "{number}")]
    Upstream(Upstream),
    /// In braces, beside a field.
    #[api(status = 500, code = "NAMED")]
    #[api(when { kind: Upstream::Failed(held @ 1.., ref_), .. }, status = 400, message = "{held} {ref_} {id}")]
    Named {
        /// What is looked into.
        kind: Upstream,
        /// What is not.
        #[api(detail)]
        id: Text,
    },
    /// Two fields, with `..`, a guard alone, and a path in the guard.
    #[api(status = 400, code = "PAIR")]
    #[api(when(first, ..if *first == Count::MAX), status = 413, message = "{first}")]
    #[api(when(.., Upstream::Missing), status = 404)]
    Pair(Count, #[api(detail = "middle")] Text, Upstream),
}

/// Inner errors.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, axum = framework)]
pub enum Outer {
    /// As it is.
    #[api(transparent)]
    Plain(Rows),
    /// In a box.
    #[api(transparent)]
    Boxed(::std::boxed::Box<Fields>),
    /// Shared.
    #[api(transparent)]
    Shared(::std::sync::Arc<Foreign>),
    /// With other answers beside it.
    #[api(
        transparent,
        status = 409,
        code = "OUTER",
        message = "Outside: {inner}",
        hint = "From {place}",
        title = "Outside",
        category = "outer",
        docs = "https://example.org/outer",
        retry = "linear",
        retry_after = 1,
        log = "error",
        header("x-outer" = "{place}"),
        detail("from" = "outside"),
        member("outer" = true)
    )]
    Over {
        /// The inner error.
        source: Fields,
        /// Where.
        #[api(detail)]
        place: Text,
    },
    /// By reference.
    #[api(transparent)]
    Borrowed(&'static Rows),
    /// Erased by the trait,
    #[api(transparent)]
    Erased(::std::boxed::Box<dyn runtime::ApiError + ::core::marker::Send + ::core::marker::Sync>),
    /// and by the type.
    #[api(transparent, category = "any")]
    Any(runtime::AnyError),
    /// An answer of its own for one of the inner's, by its value.
    #[api(transparent)]
    #[api(when(Rows::Gone), status = 404, code = "NO_LONGER", message = "No longer")]
    Looked(Rows),
}

/// What the framework answers itself.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire)]
pub enum Caught {
    /// Without fields.
    #[api(status = 404, catch = 404)]
    NoRoute,
    /// With fields of both kinds.
    #[api(status = 400, catch(405, "4xx"))]
    Client {
        /// The status.
        #[api(status)]
        status: ::core::primitive::u16,
        /// All of it.
        whole: runtime::Caught,
    },
    /// The rest.
    #[api(status = 500, catch)]
    Rest(runtime::Caught),
}

::core::include!("names.rs");
::core::include!("generic.rs");
::core::include!("dynamic.rs");
::core::include!("faces.rs");
::core::include!("checks.rs");
::core::include!("more_checks.rs");
