//! Rocket: `Responder`.

use crate::check::{self, Log};
use crate::errors::{AppError, Generic, House, NoSuchWord, Old};
use crate::events;
use crate::routes::{self, Project};
use error_runtime::{AnyError, Faced};
use rocket::config::LogLevel;
use rocket::fairing::AdHoc;
use rocket::shield::Shield;
use std::collections::HashSet;
use std::net::SocketAddr;
use std::sync::mpsc;

macro_rules! mount {
    ($($path:literal $handler:ident $error:ty,)*) => {{
        $(
            #[rocket::get($path)]
            async fn $handler() -> Result<House<Project>, $error> {
                routes::$handler().await
            }
        )*
        rocket::routes![$($handler),*]
    }};
}

#[test]
fn every_answer_arrives() {
    let (told, heard) = mpsc::channel();
    events::serve("rocket", async move || {
        let config = rocket::Config { port: 0, log_level: LogLevel::Off, ..Default::default() };
        let config = rocket::Config { shutdown: no_signals(), ..config };
        rocket::custom(config)
            .mount("/", routes::routes!(mount))
            // Its headers are not ours.
            .attach(Shield::new())
            .attach(AdHoc::on_liftoff("address", move |rocket| {
                let config = rocket.config();
                told.send(SocketAddr::new(config.address, config.port)).unwrap();
                Box::pin(async {})
            }))
            .launch()
            .await
            .unwrap();
    });
    check::all(Log::Here("rocket"), heard.recv().unwrap(), &[check::NO_LATIN1]);
}

fn no_signals() -> rocket::config::Shutdown {
    rocket::config::Shutdown { ctrlc: false, signals: HashSet::default(), ..Default::default() }
}
