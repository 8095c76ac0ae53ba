//! The same errors through every framework's own trait: real servers, a real
//! client, and the answers of `to_http`.

#![allow(unreachable_pub)]

mod borrowed;
mod check;
mod errors;
mod events;
mod hostile;
mod routes;

mod servers {
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
}
