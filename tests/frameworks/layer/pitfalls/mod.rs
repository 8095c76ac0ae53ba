//! What goes wrong where somebody replaces bodies.

mod compression;
mod head;
mod headers;
