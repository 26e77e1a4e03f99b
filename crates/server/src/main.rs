//! The program `gatepass`.
use std::process::ExitCode;

fn main() -> ExitCode {
    server::cli::main(&server::Product::gatepass())
}
