//! The client of the registry for finished artifacts.

use crate::upstream::Upstream;
use reqwest::Client;

pub struct Registry {
    client: Client,
    upstream: Upstream,
}

impl Registry {
    pub fn new(client: Client, upstream: Upstream) -> Self {
        Self { client, upstream }
    }

    pub async fn publish(&self, content: Vec<u8>) -> Result<(), reqwest::Error> {
        let url = format!("http://{}/registry?token=reg-51c0d2", self.upstream.server);
        self.client.put(url).body(content).send().await?.error_for_status()?;
        Ok(())
    }
}
