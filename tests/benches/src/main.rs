//! Measures this crate beside hand-written code and its peers, and prints
//! Markdown tables. `README.md` beside this crate says how, and what came out.

mod compile;
mod runtime;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((mode, rest)) if mode == runtime::MODE => runtime::repeat(rest),
        Some((mode, rest)) if mode == "compile" => compile::run(rest),
        Some((mode, [])) if mode == "load" => {
            runtime::load();
            ExitCode::SUCCESS
        }
        _ => runtime::run(&arguments),
    }
}
