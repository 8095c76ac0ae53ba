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
