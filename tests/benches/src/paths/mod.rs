//! The paths from an error's value to its answer, by group.

mod adapter;
mod constant;
mod context;
mod fields;
pub mod id_alone;
pub mod layer;
mod source;

use crate::answer::{Answer, Content};
use http::Response;
use std::hint::black_box;
use std::rc::Rc;

/// One way from an error to its answer, and away with it.
pub struct Path {
    pub name: &'static str,
    run: Box<dyn Fn(usize)>,
    show: Box<dyn Fn() -> Answer>,
    /// Its answer is said to be the reference's.
    same: bool,
}

/// Paths that do the same work.
pub struct Group {
    /// What the command line calls it.
    pub key: &'static str,
    pub title: &'static str,
    /// What the ratios are to: a place in `paths`.
    pub reference: usize,
    pub paths: Vec<Path>,
}

/// All groups, each made when it is asked for: their services are made, too.
pub const GROUPS: &[fn() -> Group] = &[
    constant::plain,
    constant::with_headers,
    fields::message,
    fields::details,
    fields::both,
    source::group,
    context::constant,
    context::fields,
    adapter::constant,
    adapter::fields,
    layer::success,
    layer::success_with_id,
    layer::own_error,
    layer::no_route,
];

impl Path {
    /// A path that does the reference's work in its own way.
    pub fn new<B: Content>(name: &'static str, make: impl Fn() -> Response<B> + 'static) -> Self {
        let make = Rc::new(make);
        let shown = Rc::clone(&make);
        Self {
            name,
            run: Box::new(move |times| {
                for _ in 0..times {
                    drop(black_box(make()));
                }
            }),
            show: Box::new(move || Answer::of(shown())),
            same: false,
        }
    }

    /// A path whose answer is the reference's, byte for byte.
    pub fn same<B: Content>(name: &'static str, make: impl Fn() -> Response<B> + 'static) -> Self {
        Self { same: true, ..Self::new(name, make) }
    }

    /// The path with something around all of its runs.
    fn within(self, around: impl Fn(&mut dyn FnMut()) + Clone + 'static) -> Self {
        let Self { run, show, .. } = self;
        let other = around.clone();
        Self {
            run: Box::new(move |times| around(&mut || run(times))),
            show: Box::new(move || {
                let mut answer = None;
                other(&mut || answer = Some(show()));
                answer.expect("an answer")
            }),
            ..self
        }
    }

    /// Goes this path so many times.
    pub fn run(&self, times: usize) {
        (self.run)(times);
    }

    pub fn show(&self) -> Answer {
        (self.show)()
    }
}

impl Group {
    /// # Panics
    ///
    /// If an answer that is said to be the reference's is another one.
    pub fn check(&self) {
        let expected = self.paths[self.reference].show();
        for path in &self.paths {
            // The first answer of a row is made, the second one is kept.
            for _ in 0..2 {
                let answer = path.show();
                assert!(!path.same || answer == expected, "{}: {answer:?}", path.name);
            }
        }
    }
}
