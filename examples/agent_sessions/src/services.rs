//! All that the handlers use.

use crate::artifacts::Artifacts;
use crate::llm::Llm;
use crate::registry::Registry;
use crate::store::Store;
use crate::upstream::Upstream;
use reqwest::Client;
use std::io;

pub struct Services {
    pub store: Store,
    pub artifacts: Artifacts,
    pub llm: Llm,
    pub registry: Registry,
}

impl Services {
    pub fn open() -> io::Result<Self> {
        let upstream = Upstream::start()?;
        // A proxy for the outside must not be asked for the loopback.
        let client = Client::builder().no_proxy().build().map_err(io::Error::other)?;
        Ok(Self {
            store: Store::new(),
            artifacts: Artifacts::new(),
            llm: Llm::new(client.clone(), upstream),
            registry: Registry::new(client, upstream),
        })
    }
}
