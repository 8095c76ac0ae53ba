//! One table of requests and answers, for a real server in every framework,
//! through a real client.

#![allow(unreachable_pub)]

mod bare;
mod check;
mod house;
mod raw;
mod table;

mod servers {
    pub mod actix_web;
    pub mod axum;
    pub mod hyper;
    pub mod lambda_http;
    pub mod listen;
    pub mod ntex;
    pub mod poem;
    pub mod rocket;
    pub mod salvo;
    pub mod trillium;
    pub mod warp;
}

mod differences;

use check::Protocol;

const BOTH: &[Protocol] = &[Protocol::Http1, Protocol::Http2];

#[test]
fn actix_web() {
    check::all(servers::actix_web::start(), BOTH, differences::ACTIX_WEB);
}

#[test]
fn axum() {
    check::all(servers::axum::start(), BOTH, differences::AXUM);
}

#[test]
fn hyper() {
    check::all(servers::hyper::start(), BOTH, differences::HYPER);
}

#[test]
fn lambda_http() {
    let (address, _function) = servers::lambda_http::start();
    check::all(address, &[Protocol::Http1], differences::LAMBDA_HTTP);
}

#[test]
fn ntex() {
    bare::all(servers::ntex::start(), &[Protocol::Http1], differences::NTEX);
}

#[test]
fn poem() {
    check::all(servers::poem::start(), BOTH, differences::POEM);
}

#[test]
fn rocket() {
    check::all(servers::rocket::start(), BOTH, differences::ROCKET);
}

#[test]
fn salvo() {
    check::all(servers::salvo::start(), BOTH, differences::SALVO);
}

#[test]
fn trillium() {
    bare::all(servers::trillium::start(), BOTH, differences::TRILLIUM);
}

#[test]
fn warp() {
    check::all(servers::warp::start(), BOTH, differences::WARP);
}

/// Names are what a difference is told by.
#[test]
fn the_table_is_whole() {
    let mut names: Vec<&str> = table::CASES.iter().map(|case| case.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), table::CASES.len());
    assert!(names.len() >= 40);
}

/// What a framework cannot do stands in the README, and nothing else does.
#[test]
fn the_readme_tells_the_differences() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../README.md");
    let readme = std::fs::read_to_string(path).unwrap();
    let (head, rest) = readme.split_once("<!-- differences -->\n").unwrap();
    let (shown, tail) = rest.split_once("<!-- /differences -->").unwrap();
    let told = format!("the rest of {} requests", table::CASES.len());
    assert!(head.contains(&told), "{told}");
    let table = differences::readme();
    if std::env::var_os("ERROR_BLESS").is_some_and(|value| value == "1") {
        let marks = ("<!-- differences -->\n", "<!-- /differences -->");
        std::fs::write(path, format!("{head}{}{table}{}{tail}", marks.0, marks.1)).unwrap();
    } else {
        assert_eq!(shown, table, "run with ERROR_BLESS=1 to write it");
    }
}
