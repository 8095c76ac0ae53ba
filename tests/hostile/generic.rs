// The corpus, continued: parameters, bounds, and types that contain themselves.

/// The same for a generic type, under these predicates.
macro_rules! shown_generic {
    ($([$($parameters:tt)*] $ty:ty, $name:literal, [$($predicates:tt)*];)*) => { $(
        impl<$($parameters)*> ::core::fmt::Display for $ty
        where
            $($predicates)*
        {
            fn fmt(&self, to: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                to.write_str($name)
            }
        }
        impl<$($parameters)*> ::core::error::Error for $ty
        where
            Self: ::core::fmt::Debug,
            $($predicates)*
        {
        }
    )* };
}

shown_generic! {
    [const N: ::core::primitive::usize, T: ::core::clone::Clone]
    Generic<'_, N, T>, "Generic", [T: ::core::fmt::Debug, for<'error> &'error T: ::core::fmt::Debug,];
    [T] Plain<T>, "Plain", [];
    [T] Node<T>, "Node", [];
    [T: Sample] Projected<T>, "Projected", [T::Out: ::core::fmt::Debug];
    [Body, Body_] Parameters<Body, Body_>, "Parameters", [];
    [T] Mixed<T>, "Mixed", [];
    [T] Attributed<T>, "Attributed", [];
    [] Lifetimes<'_, '_>, "Lifetimes", [];
    [T] Bounded<T>, "Bounded", [];
    [T] Hidden<T>, "Hidden", [];
    [E] Around<E>, "Around", [];
    [const FIELD: ::core::primitive::char, const ROW: ::core::primitive::bool]
    Constants<FIELD, ROW>, "Constants", [];
    [T: ?::core::marker::Sized] Tail<T>, "Tail", [];
    [T] Boxed<T>, "Boxed", [];
}

/// Everything that a parameter list can have.
// In both places on purpose.
#[allow(clippy::type_repetition_in_bounds)]
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, axum = framework, adapter = framework::adapt)]
pub enum Generic<'a, const N: ::core::primitive::usize = 1, T: ::core::clone::Clone = Count>
where
    T: ::core::fmt::Debug,
    for<'error> &'error T: ::core::fmt::Debug,
{
    /// All of them, in all ways.
    #[api(
        status = 400,
        message = "{value:?} {text:?} {count}",
        hint("{:?}", .text.first()),
        header("x-n" = "{text:?}"),
        detail("n" = N, "same" = .value)
    )]
    Value {
        /// A parameter.
        #[api(detail)]
        value: T,
        /// A lifetime.
        #[api(detail)]
        text: &'a [T],
        /// A constant.
        #[api(member)]
        count: Count,
        /// Only carried.
        marker: ::core::marker::PhantomData<[(); N]>,
    },
    /// Nothing of them.
    #[api(status = 404)]
    Nothing,
    /// A row by value.
    #[api(status = 500)]
    #[api(when(::core::option::Option::Some(held) if N > 0), status = 409, message = "{held:?}")]
    Looked(::core::option::Option<T>),
}

/// No bounds but those that the fields' uses need.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, status = 400)]
pub enum Plain<T> {
    /// Shown, sent, delayed, each by its own bound.
    #[api(message = "{0:x} {0:?}", hint("{:b}", .0), header("x-t" = "{0}"))]
    Uses(#[api(detail = "t")] T),
    /// The others.
    Fields {
        /// A header.
        #[api(header = "x-field")]
        header: T,
        /// A delay.
        #[api(retry_after)]
        delay: T,
    },
    /// Nothing.
    Unused(::core::marker::PhantomData<T>),
}

/// Contains itself.
// By its own name on purpose.
#[allow(clippy::use_self)]
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, axum = framework)]
pub enum Node<T> {
    /// The end.
    #[api(status = 400, message = "{0}")]
    Leaf(#[api(detail = "leaf")] T),
    /// Another of the same.
    #[api(transparent)]
    Next(::std::boxed::Box<Node<T>>),
    /// Many of the same.
    #[api(status = 400, message("{} of them", .0.len()))]
    Many(::std::vec::Vec<Self>),
}

impl Sample for Unit {
    type Out = Count;
    const LEN: ::core::primitive::usize = 1;
}

/// A type that a parameter names.
#[derive(runtime::ApiError)]
#[api(envelope = Wire)]
pub enum Projected<T: Sample> {
    /// It.
    #[api(status = 400, message = "{out}")]
    Out {
        /// By its short path.
        #[api(detail)]
        out: T::Out,
        /// By its long one.
        #[api(detail)]
        long: <T as Sample>::Out,
    },
}

impl<T: Sample> ::core::fmt::Debug for Projected<T>
where
    T::Out: ::core::fmt::Debug,
{
    fn fmt(&self, to: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        let Self::Out { out: short, long: other_one } = self;
        to.debug_list().entry(short).entry(other_one).finish()
    }
}

/// Parameters called like those of generated code.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, status = 400, axum = framework)]
pub enum Parameters<Body, Body_> {
    /// One,
    Body(#[api(detail = "body")] Body),
    /// and the other.
    #[api(message = "{0}")]
    Other(Body_),
}

/// A type called like a parameter of generated code.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, status = 400, axum = framework)]
pub struct Mixed<T>(#[api(detail = "pair")] (T, Body));

/// Parameters with attributes, and a clause without predicates.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, status = 400, message = "{0}")]
pub struct Attributed<#[cfg(target_os = "none")] Nonsense, #[cfg(not(target_os = "none"))] T>(T);

/// Lifetimes called like those of generated code.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, status = 400, message = "{0} {1}")]
pub struct Lifetimes<'error, 'e>(
    #[api(detail = "zero")] &'error ::core::primitive::str,
    #[api(header = "x-e")] &'e ::core::primitive::str,
);

/// Bounds that are stated, since none can be inferred from an expression.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, bound(T: ::core::convert::AsRef<[Count]>, Self: ::core::error::Error))]
pub enum Bounded<T> {
    /// An expression over a parameter.
    #[api(status = 400, message("{}", .0.as_ref().len()))]
    Only(T),
}

/// A private type in the bounds of a public one.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, status = 400, message = "{inner:?}", header("x-inner" = "{inner}"))]
pub struct Hidden<T> {
    inner: Private<T>,
}

/// What others cannot name.
#[derive(::core::fmt::Debug)]
struct Private<T>(T);

impl<T: ::core::fmt::Display> ::core::fmt::Display for Private<T> {
    fn fmt(&self, to: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(&self.0, to)
    }
}

/// Whatever error is inside.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, axum = framework)]
pub enum Around<E> {
    /// It.
    #[api(transparent)]
    Inside(E),
    /// None.
    #[api(status = 404)]
    Nothing,
}

/// Constants of other types.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, status = 400, detail("field" = FIELD, "row" = ROW))]
pub struct Constants<
    const FIELD: ::core::primitive::char,
    const ROW: ::core::primitive::bool = { !false },
>;

/// A field whose size is known only where the type is used.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire, status = 400, message = "{head}: {tail:?}")]
pub struct Tail<T: ?::core::marker::Sized> {
    #[api(detail)]
    head: Count,
    tail: T,
}

/// Named like a type of another module's that it holds.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(envelope = Wire)]
pub enum Boxed<T> {
    /// It.
    #[api(status = 400, message = "{0}")]
    Other(framework::Boxed<T>),
}
