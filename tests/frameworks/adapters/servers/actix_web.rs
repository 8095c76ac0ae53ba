//! actix-web: `ResponseError`, and `Responder` for successes.

use crate::check::{self, Log};
use crate::{events, routes};
use actix_web::{App, HttpServer, web};

macro_rules! mount {
    ($($path:literal $handler:ident $error:ty,)*) => {
        App::new()$(.route($path, web::get().to(routes::$handler)))*
    };
}

#[test]
fn every_answer_arrives() {
    let (socket, address) = events::socket();
    std::thread::spawn(move || {
        let server = HttpServer::new(|| {
            // This is the worker's thread.
            events::listen("actix_web");
            routes::routes!(mount)
        });
        let server = server.workers(1).disable_signals().listen(socket).unwrap();
        actix_web::rt::System::new().block_on(server.run()).unwrap();
    });
    check::all(Log::Here("actix_web"), address, &[]);
}
