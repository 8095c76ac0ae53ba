#![doc = include_str!("../README.md")]
// Here, unlike in other crates, the macro that writes them is a local one.
#![cfg_attr(test, allow(dead_code, reason = "tests read few of their envelopes back"))]

#[doc(hidden)]
pub mod __private;
mod adapter;
mod ambient;
mod answer;
mod any;
mod case;
mod catalogue;
mod caught;
mod cell;
mod civil;
mod client;
mod collide;
mod context;
mod envelope;
mod error;
mod event;
mod face;
mod failure;
mod fallback;
mod field_error;
mod forward;
mod framework_error;
mod framework_text;
mod grpc;
mod header_parts;
mod header_text;
mod headers;
mod http;
#[cfg(feature = "layer")]
mod layer;
mod link;
mod made_code;
mod negotiate;
mod nested;
mod observe;
mod out;
mod part;
mod public_code;
mod public_status;
mod public_text;
#[cfg(feature = "client")]
mod read;
#[cfg(any(feature = "actix_web", feature = "axum", feature = "poem"))]
pub mod rejection;
mod render;
mod retry;
mod retry_after;
#[cfg(feature = "backon")]
mod retrying;
mod row;
mod rows;
#[cfg(feature = "backon")]
mod schedule;
mod shape;
mod snapshot;
mod spec;
mod sub_errors;
mod success;
mod table;
mod view;
mod visit;
mod xml;

pub use crate::ambient::InContext;
pub use crate::any::AnyError;
pub use crate::case::Case;
pub use crate::catalogue::{Catalogue, Conflict, Entry};
pub use crate::caught::{Caught, FromCaught};
pub use crate::context::{Context, Rendered};
pub use crate::envelope::{Empty, Problem, StreamError, Text};
pub use crate::error::{ApiError, Declared};
pub use crate::event::Event;
#[cfg(feature = "stream")]
pub use crate::event::EventStream;
pub use crate::face::{Face, Faced};
pub use crate::failure::Failure;
pub use crate::fallback::Fallback;
pub use crate::field_error::{FieldError, PathSegment};
pub use crate::framework_error::FrameworkError;
pub use crate::header_parts::HeaderParts;
pub use crate::header_text::{HeaderBuffer, HeaderText};
pub use crate::headers::Headers;
#[cfg(any(feature = "actix_web", feature = "tower"))]
pub use crate::layer::ErrorBody;
#[cfg(feature = "poem")]
pub use crate::layer::ErrorEndpoint;
#[cfg(feature = "actix_web")]
pub use crate::layer::ErrorMiddleware;
#[cfg(feature = "layer")]
pub use crate::layer::{ErrorLayer, Head};
#[cfg(feature = "tower")]
pub use crate::layer::{ErrorService, ResponseFuture};
pub use crate::nested::Nested;
pub use crate::out::{Keep, Out};
pub use crate::part::Part;
pub use crate::public_code::PublicCode;
pub use crate::public_status::PublicStatus;
pub use crate::public_text::PublicText;
#[cfg(feature = "client")]
pub use crate::read::Answer;
pub use crate::retry::{Advice, Retry, Safe, When};
pub use crate::retry_after::{IntoRetryAfter, RetryAfter, Unit};
#[cfg(feature = "backon")]
pub use crate::retrying::Retrying;
#[cfg(feature = "backon")]
pub use crate::schedule::Schedule;
pub use crate::shape::{
    Body, Envelope, Errors, Form, Kind, Member, Node, Policy, Rule, Shape, Slot, Xml,
};
pub use crate::snapshot::assert_catalogue;
pub use crate::spec::{Code, FieldSpec, HeaderSpec, HeaderValueSpec, Log, Parts, Spec};
pub use crate::sub_errors::SubErrors;
pub use crate::table::Table;
pub use crate::view::InEnvelope;
pub use error_derive::{ApiError, envelope};
