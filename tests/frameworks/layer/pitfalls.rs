//! pitfalls
