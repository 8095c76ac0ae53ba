//! ntex: `WebResponseError`, and `Responder` for successes.

use crate::check::{self, Log};
use crate::{events, routes};
use ntex::web::{self, App, HttpServer};

macro_rules! mount {
    ($($path:literal $handler:ident $error:ty,)*) => {
        App::new()$(.service(web::resource($path).to(routes::$handler)))*
    };
}

#[test]
fn every_answer_arrives() {
    let (socket, address) = events::socket();
    std::thread::spawn(move || {
        let system = ntex::rt::System::new("tests", ntex::rt::DefaultRuntime);
        system.block_on(async move {
            let server = HttpServer::new(async || {
                // This is the worker's thread.
                events::listen("ntex");
                routes::routes!(mount)
            });
            let server = server.workers(1).disable_signals().listen(socket).unwrap();
            server.run().await.unwrap();
        });
    });
    check::all(Log::Here("ntex"), address, &[]);
}
