// The corpus, continued: names that are words of the language or of generated
// code, attributes of rustc's, and the shapes that a type can have.

/// Attributes that are resolved before a derive runs, and others of rustc's.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire)]
#[cfg_attr(target_os = "none", api(nonsense))]
#[cfg_attr(not(target_os = "none"), api(category = "cfg"))]
#[non_exhaustive]
pub enum Attributes {
    /// Not there at all.
    #[cfg(target_os = "none")]
    #[api(status = "nonsense")]
    Absent(Nonsense),
    /// Said in two attributes.
    #[cfg_attr(not(target_os = "none"), api(status = 404))]
    #[cfg_attr(not(target_os = "none"), api(code = "CFG"))]
    Present,
    /// Two fields of one name, of which one is there.
    #[api(status = 400, message = "{only}")]
    Fields {
        /// Not there.
        #[cfg(target_os = "none")]
        #[api(detail = "nonsense")]
        only: Nonsense,
        /// There.
        #[cfg(not(target_os = "none"))]
        #[cfg_attr(not(target_os = "none"), api(detail))]
        only: Count,
        /// There under the same condition.
        #[cfg(not(target_os = "none"))]
        #[api(member)]
        more: Count,
    },
    /// The index counts what is there.
    #[api(status = 400, message = "{0}")]
    Tuple(
        #[cfg(target_os = "none")] Nonsense,
        #[cfg(not(target_os = "none"))]
        #[api(detail = "zero")]
        Count,
    ),
    /// More may come.
    #[api(status = 400, code = "MORE")]
    #[non_exhaustive]
    More {
        /// For now.
        #[api(detail)]
        so_far: Count,
    },
    #[doc = "One of rustc's own forms."]
    #[doc = ::core::concat!("Two", " parts")]
    #[api()]
    #[doc(hidden)]
    #[doc(alias = "text")]
    #[api(status = 400)]
    Documented,
}

/// Numbers of its own, and as many commas as there may be.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, runtime::ApiError)]
#[repr(u8)]
#[api(envelope = Wire,)]
pub enum Discriminants {
    /// One.
    #[api(status = 400, detail("a" = 1, "b" = { "c": 2, },), header("Allow" = "GET",),)]
    One = 1,
    /// The last.
    #[api(
        status = 404,
        message("{}", 1 + 1,),
    )]
    Last = 255,
}

/// Variants called like what generated code names.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, status = 400)]
#[allow(clippy::enum_variant_names)]
pub enum Names {
    /// `Body`
    Body,
    /// `Error`
    Error(#[api(detail = "error")] Count),
    /// `Code`
    Code,
    /// `Err`
    Err,
    /// `Ok`
    Ok,
    /// `Some`
    Some(#[api(header = "x-some")] Count),
    /// `None`
    None,
    /// `Option`
    Option,
    /// `Result`
    Result,
    /// `String`
    String,
    /// `Spec`
    Spec,
    /// `Part`
    Part(#[api(member = "part")] Count),
    /// `Table`
    Table,
    /// `Self_`
    Self_,
    /// `ApiError`
    ApiError,
    /// `Declared`
    Declared,
    /// `Names`
    Names,
}

/// Fields called like the locals of generated code.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire)]
pub enum Locals {
    /// With names.
    #[api(
        status = 400,
        message = "{__formatter} {out} {row} {part} {field0} {self_} {error} {text}",
        hint("{} {}", .out, .part),
        detail("sum" = .field0 + .row + .f)
    )]
    Fields {
        /// `__formatter`
        #[api(detail)]
        __formatter: Count,
        /// `out`
        #[api(detail)]
        out: Count,
        /// `row`
        #[api(detail)]
        row: Count,
        /// `part`
        #[api(member)]
        part: Count,
        /// `field0`
        #[api(detail)]
        field0: Count,
        /// `self_`
        #[api(detail)]
        self_: Count,
        /// `error`
        #[api(detail)]
        error: Count,
        /// `text`
        #[api(detail)]
        text: Text,
        /// `headers`
        #[api(header = "x-headers")]
        headers: Text,
        /// `delay`
        #[api(retry_after)]
        delay: Count,
        /// `f`
        f: Count,
    },
    /// The ones of an inner error.
    #[api(transparent, message = "{inner}")]
    Inner {
        /// `inner`
        inner: Rows,
    },
}

/// Conventions as rules.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, strict)]
pub enum Strict {
    /// All that is asked of a 4xx.
    #[api(
        status = 401,
        message = "Sign in first",
        hint = none,
        retry = "never",
        header("WWW-Authenticate" = "Bearer")
    )]
    SignedOut,
    /// All that is asked of a 5xx.
    #[api(status = 500, message = "It broke", retry = "now")]
    Broken,
}

/// Nothing at all.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, axum = framework)]
pub enum Never {}

/// A variant that nobody can make.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire)]
pub enum Uninhabited {
    /// No value.
    #[api(status = 500)]
    Never(::core::convert::Infallible),
    /// Nor here, and yet it is a row.
    #[api(transparent)]
    Nested(Never),
    /// The one that can be made.
    #[api(status = 400)]
    Inhabited,
}

/// Raw identifiers.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire)]
pub enum r#Raw {
    /// A raw variant.
    #[api(status = 400, message = "{type} {fn:?}", hint("{}", .r#gen), detail("sum" = .r#gen + 1))]
    r#Type {
        /// A keyword.
        #[api(detail)]
        r#type: Text,
        /// Another.
        #[api(member)]
        r#fn: Text,
        /// One of a later edition.
        #[api(detail = "r#gen")]
        r#gen: Count,
        /// And one of none.
        #[api(detail)]
        r#plain: Count,
    },
    /// In a pattern.
    #[api(status = 500, message = "{match}")]
    #[api(when { r#match: r#async @ 1.., .. }, status = 409, message = "{async} {match}")]
    r#Match {
        /// A keyword.
        r#match: Count,
    },
}

/// A type whose own name is raw.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, status = 400, message = "{0}")]
pub struct r#Keyword(Count);

/// A unit struct.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, status = 404, code = "UNIT", adapter = framework::adapt)]
pub struct Unit;

/// A tuple struct.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, status = 400, message = "{0} of {1}")]
pub struct Tuple(#[api(detail = "first")] Count, Count);

/// A struct with names.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, axum = framework, status = 400, code_case = "snake_case")]
pub struct Named {
    /// A detail.
    #[api(detail)]
    item_id: Text,
}

/// A struct that looks into itself.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, status = 500)]
#[api(when { inner: Upstream::Failed(404, what), .. }, status = 404, message = "No {what}")]
pub struct Looking {
    /// What is looked into.
    inner: Upstream,
}

/// A struct with nothing but a guard to tell its rows.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, status = 500)]
#[api(when(number if *number > 3), status = 400, message = "{number}")]
pub struct Guarded(Count);

/// Says what goes with a type.
pub trait Sample {
    /// The type.
    type Out;
    /// How many.
    const LEN: ::core::primitive::usize;
}

impl Sample for Assoc {
    type Out = Count;
    const LEN: ::core::primitive::usize = 2;
}

/// `Self` in the types of fields.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, status = 400, message("{} {}", .1.len(), .2.len()))]
pub struct Assoc(
    #[api(detail = "out")] <Self as Sample>::Out,
    ::std::vec::Vec<Self>,
    #[api(detail = "array")] [Count; <Self as Sample>::LEN],
);

/// Something old, by whose name generated code must not be heard to call it.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire)]
pub enum Older {
    /// Old.
    #[deprecated]
    #[api(status = 400, code = "OLD")]
    #[api(when { field: 1.., .. }, status = 409, message = "{field}")]
    Old {
        /// Old, too.
        #[deprecated]
        #[api(detail)]
        field: Count,
    },
    /// Old, as a tuple.
    #[deprecated(note = "use another")]
    #[api(status = 404)]
    Tuple(
        #[deprecated]
        #[api(detail = "old")]
        Count,
    ),
    /// Not old.
    #[api(status = 404, code = "NOT_OLD")]
    Current,
}
