use std::process::ExitCode;
pub(crate) fn run(_: &[String]) -> ExitCode {
    ExitCode::SUCCESS
}
