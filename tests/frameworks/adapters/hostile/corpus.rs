runtime::envelope! {
    /// An envelope with every flag.
    #[api(actix_web, axum, lambda_http, ntex, poem, rocket, salvo, trillium, warp)]
    pub Shape = { "code": code, "details"?: details }
    success = { "data": data }
}

/// An error with every flag.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(actix_web, axum, lambda_http, ntex, poem, rocket, salvo, tonic, trillium, warp)]
#[api(envelope = Shape, crate = runtime)]
pub enum Plain {
    /// Without fields.
    #[api(status = 404)]
    Constant,
    /// With some.
    #[api(status = 409, header("x-a" = "{0}"))]
    Field(#[api(detail = "a")] ::core::primitive::u8),
}

/// A generic one.
#[derive(::core::fmt::Debug, runtime::ApiError)]
#[api(actix_web, axum, lambda_http, ntex, poem, rocket, salvo, tonic, trillium, warp)]
#[api(envelope = Shape, crate = runtime, status = 400)]
pub struct Generic<'a, A, const N: ::core::primitive::usize>(
    #[api(detail = "a")] pub A,
    /// What it borrows.
    pub &'a [A; N],
)
where
    A: ::core::fmt::Debug + ::core::clone::Clone;

impl ::core::fmt::Display for Plain {
    fn fmt(&self, out: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        out.write_str("plain")
    }
}

impl ::core::error::Error for Plain {}

impl<A: ::core::fmt::Debug + ::core::clone::Clone, const N: ::core::primitive::usize>
    ::core::fmt::Display for Generic<'_, A, N>
{
    fn fmt(&self, out: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        out.write_str("generic")
    }
}

impl<A: ::core::fmt::Debug + ::core::clone::Clone, const N: ::core::primitive::usize>
    ::core::error::Error for Generic<'_, A, N>
{
}
