//! What the layer does to each kind of answer, on tower's side: real sockets,
//! a real client, and raw bytes where no client would send them.

#![allow(unreachable_pub)]

mod api;
mod client;
mod crowd;
mod hostile;
mod ids;
mod load;
mod negotiate;
mod observe;
mod own;
mod pass;
mod pitfalls;
mod raw;
mod server;
mod streams;
mod trace;
mod verdict;
