//! Declare an API's errors once, as a Rust enum; every surface is read from
//! that: the HTTP response, its envelope, its headers, the catalogue.
//!
//! `#[derive(ApiError)]` turns each variant into a row of a constant table
//! ([`Spec`]), and implements [`ApiError`], which knows the answer of a value:
//! what the row says, and what the fields add. [`envelope!`] declares the
//! shape of the body; [`Problem`] (RFC 9457) is the default.
//!
//! Rendering cannot fail, panic, or produce broken JSON. What a value fails
//! to say is left out, and a [`Failure`] goes to the log and to the
//! [`Context`]'s hook.

#[doc(hidden)]
pub mod __private;
mod adapter;
mod ambient;
mod any;
mod case;
mod catalogue;
mod cell;
mod civil;
mod context;
mod envelope;
mod error;
mod failure;
mod forward;
mod header_text;
mod headers;
mod http;
mod nested;
mod observe;
mod out;
mod part;
mod public_text;
mod render;
mod retry;
mod retry_after;
mod shape;
mod snapshot;
mod spec;
mod success;
mod table;
mod view;

pub use crate::ambient::InContext;
pub use crate::any::AnyError;
pub use crate::case::Case;
pub use crate::catalogue::{Catalogue, Conflict, Entry};
pub use crate::context::{Context, Rendered};
pub use crate::envelope::{Empty, Problem, Text};
pub use crate::error::{ApiError, Declared};
pub use crate::failure::Failure;
pub use crate::header_text::{HeaderBuffer, HeaderText};
pub use crate::headers::Headers;
pub use crate::nested::Nested;
pub use crate::out::{Keep, Out};
pub use crate::part::Part;
pub use crate::public_text::PublicText;
pub use crate::retry::{Advice, Retry, Safe, When};
pub use crate::retry_after::{IntoRetryAfter, RetryAfter, Unit};
pub use crate::shape::{Body, Envelope, Kind, Member, Node, Policy, Rule, Shape, Slot};
pub use crate::snapshot::assert_catalogue;
pub use crate::spec::{Code, FieldSpec, HeaderSpec, HeaderValueSpec, Log, Parts, Spec};
pub use crate::table::Table;
pub use crate::view::InEnvelope;
pub use error_derive::{ApiError, envelope};
