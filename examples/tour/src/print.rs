//! How an exchange looks in a terminal, or in a file.

use crate::{Step, json};
use reqwest::{
    StatusCode,
    header::{CONTENT_LENGTH, CONTENT_TYPE, DATE, HeaderMap},
};
use std::io::{self, Write};

const BOLD: &str = "1";
const DIM: &str = "2";
const RED: &str = "1;31";
const GREEN: &str = "1;32";
const YELLOW: &str = "1;33";
const CYAN: &str = "36";

pub(crate) struct Printer<W> {
    out: W,
    coloured: bool,
}

impl<W: Write> Printer<W> {
    pub(crate) fn new(out: W, coloured: bool) -> Self {
        Self { out, coloured }
    }

    /// One line, as quiet as a comment.
    pub(crate) fn remark(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", self.paint(DIM, &format!("# {text}")))
    }

    pub(crate) fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{text}")
    }

    /// What is asked, printed before it is: what the server logs meanwhile
    /// comes between the two in a terminal.
    pub(crate) fn request(&mut self, step: &Step) -> io::Result<()> {
        self.remark(step.shows)?;
        let request = format!("{} {}", step.method, step.path);
        writeln!(self.out, "{}", self.paint(BOLD, &request))?;
        for (name, value) in step.headers {
            self.header(name, value)?;
        }
        if let Some(body) = step.body {
            writeln!(self.out, "\n{body}")?;
        }
        self.out.flush()
    }

    /// The answer. `date` and `content-length` are the server's own and tell
    /// nothing: they are left out.
    pub(crate) fn answer(
        &mut self,
        status: StatusCode,
        headers: &HeaderMap,
        body: &str,
    ) -> io::Result<()> {
        let colour = match status.as_u16() {
            ..400 => GREEN,
            400..500 => YELLOW,
            500.. => RED,
        };
        writeln!(self.out, "\n{}", self.paint(colour, &status.to_string()))?;
        for (name, value) in headers {
            if ![CONTENT_LENGTH, DATE].contains(name) {
                self.header(name.as_str(), &String::from_utf8_lossy(value.as_bytes()))?;
            }
        }

        let is_json = headers
            .get(CONTENT_TYPE)
            .is_some_and(|value| value.as_bytes().windows(4).any(|part| part == b"json"));
        let body =
            if is_json { json::pretty(body, |key| self.paint(CYAN, key)) } else { body.to_owned() };
        writeln!(self.out, "\n{body}\n")
    }

    fn header(&mut self, name: &str, value: &str) -> io::Result<()> {
        writeln!(self.out, "{}: {value}", self.paint(CYAN, name))
    }

    fn paint(&self, colour: &str, text: &str) -> String {
        if self.coloured { format!("\x1b[{colour}m{text}\x1b[0m") } else { text.to_owned() }
    }
}
