//! Measures this crate beside hand-written code and its peers, and prints
//! Markdown tables. `README.md` beside this crate says how, and what came out.

mod compile;
mod runtime;

use std::process::ExitCode;

fn main() -> ExitCode {
    if let Some(logs) = std::env::var_os(compile::COUNTED) {
        let command: Vec<_> = std::env::args_os().skip(1).collect();
        return compile::stand_between(&logs, &command);
    }
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
