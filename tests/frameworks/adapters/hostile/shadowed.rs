//! Every name that the adapters could mean is another thing here: types,
//! modules, macros, and methods of everything.

#![allow(dead_code, non_camel_case_types, reason = "they are in the way")]

extern crate error_runtime as runtime;

macro_rules! in_the_way {
    (types $($name:ident)*) => { $(struct $name;)* };
    (modules $($name:ident)*) => { $(mod $name {})* };
    (methods $($name:ident)*) => {
        /// Methods of everything, called like those that the adapters call.
        #[allow(clippy::wrong_self_convention)]
        trait Everything: ::core::marker::Sized {
            $(fn $name(self) {})*
        }
    };
}

in_the_way! {
    types
    Box Clone Cow Cursor Debug Display Drop Err Error From Future Into None Ok Option Pin Result
    Send Some String Sync ToString TryFrom Vec
    bool char str u8 u16 u32 u64 usize
    ApiError Body BoxBody Bytes Code Conn Handler Headers HeaderMap HeaderName HeaderValue
    HttpRequest HttpResponse IntoResponse MessageBody Nested Reject Reply Request Responder
    Response ResponseError Scribe Status StatusCode WebResponseError
}

in_the_way! {
    modules
    actix_web alloc axum bytes core error_runtime http lambda_http ntex poem rocket salvo serde
    std tonic trillium warp __private
}

in_the_way! {
    methods
    adjoin_raw_header answer append as_bytes as_ref as_str as_u16 body boxed code error_response
    from from_bytes halt headers_mut insert into into_inner into_iter into_parts
    into_response is_empty len map next ok respond_to render run set_sized_body set_status
    status status_code with_body with_status
}

impl<Any> Everything for Any {}

::core::include!("corpus.rs");

#[test]
fn answers() {
    let error = Generic(1, &[2]);
    let response = <_ as ::rocket::response::Responder<'_, '_>>::respond_to;
    // Only its type is asked for: a request needs a server.
    let _: fn(Generic<'static, i32, 1>, _) -> _ = response;
    let response = ::warp::Reply::into_response(error);
    assert_eq!(::http::Response::status(&response), 400);
}
