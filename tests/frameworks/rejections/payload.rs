//! What the handlers expect.

use serde::Deserialize;

#[derive(Deserialize)]
pub struct Order {
    #[serde(rename = "user")]
    _user: User,
}

#[derive(Deserialize)]
pub struct User {
    #[serde(rename = "tags")]
    _tags: Vec<Tag>,
}

#[derive(Deserialize)]
pub struct Tag {
    #[serde(rename = "x")]
    _x: u8,
}

#[derive(Deserialize)]
pub struct Page {
    #[serde(rename = "page")]
    _page: u32,
}

#[derive(Deserialize)]
pub struct Pair {
    #[serde(rename = "id")]
    _id: u32,
    #[serde(rename = "name")]
    _name: String,
}
