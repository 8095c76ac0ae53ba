//! What extractors refuse: real requests to a real server of each framework,
//! whose handlers answer rejections in an envelope of the API's.

#![allow(unreachable_pub)]

mod answers;
mod check;
mod hostile;
mod payload;
mod requests;

mod servers {
    pub mod actix_web;
    pub mod axum;
    pub mod poem;
}
