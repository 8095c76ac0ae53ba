//! How a type becomes a framework's response: one file for each framework,
//! named as the attribute's flag and the crate.

mod actix_web;
mod axum;
mod lambda_http;
mod ntex;
mod poem;
mod rocket;
mod salvo;
mod tonic;
mod trillium;
mod warp;

/// The runtime's own errors, by the same macros that their users' errors go
/// through; only these need a feature.
macro_rules! own {
    ($($feature:literal $adapter:ident [$($framework:tt)*],)*) => {$(
        #[cfg(feature = $feature)]
        crate::$adapter! { [$($framework)*] error [] [crate::AnyError] [] }
        #[cfg(feature = $feature)]
        crate::$adapter! {
            [$($framework)*] error
            [F: 'static, E: crate::Face<F>] [crate::Faced<F, E>] []
        }
    )*};
}

own! {
    "actix_web" __adapter_actix_web [::actix_web],
    "axum" __adapter_axum [::axum_core],
    "lambda_http" __adapter_lambda_http [::lambda_http],
    "ntex" __adapter_ntex [::ntex],
    "rocket" __adapter_rocket [::rocket],
    "salvo" __adapter_salvo [::salvo_core],
    "tonic" __adapter_tonic [::tonic],
    "trillium" __adapter_trillium [::trillium],
    "warp" __adapter_warp [::warp],
}
