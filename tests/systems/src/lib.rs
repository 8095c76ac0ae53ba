//! The five documented systems as golden data, and what their examples are
//! tested with: the example's own program on loopback, a client, and a proxy
//! between them that keeps every byte the server sends.

mod answer;
mod golden;
mod node;
mod proxy;
mod readme;
mod server;

pub use crate::answer::Answer;
pub use crate::golden::{System, compact};
pub use crate::node::run_client;
pub use crate::readme::readme_table;
pub use crate::server::Server;
