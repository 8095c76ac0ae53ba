use http::{HeaderMap, StatusCode};
use no_client::Fault;

fn main() {
    let answer = Fault::parse(StatusCode::CONFLICT, &HeaderMap::new(), b"{}");
    println!("{} {:?}", answer.code(), answer.retry());
}
