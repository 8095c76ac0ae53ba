//! The services that this one calls: real servers on loopback that fail on
//! demand.

use actix_web::http::StatusCode;
use actix_web::web::{PayloadConfig, get, post, put};
use actix_web::{App, HttpResponse, HttpServer};
use futures_util::stream;
use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    time::Duration,
};

#[derive(Clone, Copy)]
pub struct Upstream {
    /// A provider's server, and the registry's.
    pub server: SocketAddr,
    /// The address of another provider's, which is down.
    pub closed: SocketAddr,
}

impl Upstream {
    pub fn start() -> io::Result<Self> {
        let closed = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
        let app = || {
            App::new()
                .app_data(PayloadConfig::new(1 << 20))
                .route("/llm/models", get().to(HttpResponse::Ok))
                .route("/llm/ask", post().to(ask))
                .route("/registry", put().to(HttpResponse::InsufficientStorage))
        };
        let server = HttpServer::new(app).workers(1).disable_signals();
        let server = server.bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = server.addrs()[0];
        tokio::spawn(server.run());
        Ok(Self { server: address, closed })
    }
}

/// A model that does what it is told.
async fn ask(prompt: String) -> HttpResponse {
    match prompt.as_str() {
        "be slow" => tokio::time::sleep(Duration::from_mins(10)).await,
        "hang up" => {
            let nothing = stream::once(async { Err(io::Error::other("it hangs up")) });
            return HttpResponse::Ok().streaming(nothing);
        }
        _ => {}
    }
    let status = prompt.strip_prefix("answer ").and_then(|status| status.parse().ok());
    match status.and_then(|status| StatusCode::from_u16(status).ok()) {
        Some(StatusCode::TOO_MANY_REQUESTS) => {
            HttpResponse::TooManyRequests().insert_header(("retry-after", "20")).finish()
        }
        Some(status) => HttpResponse::build(status).finish(),
        None => HttpResponse::Ok().body("As you like."),
    }
}
