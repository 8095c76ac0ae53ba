//! What the framework answers itself, in the API's shape.

mod framework;
mod grpc;
mod nested;
mod panics;
mod service;
mod words;
