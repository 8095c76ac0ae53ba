//! The context that is in force without being passed.

use crate::Context;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{self, Poll};

thread_local! {
    /// Whether a context is in force: on most threads none is, and one look at
    /// this is all that an answer pays for that.
    static IS_SET: Cell<bool> = const { Cell::new(false) };
    static CURRENT: RefCell<Context> = const { RefCell::new(Context::NOTHING) };
}

/// Sets this in force, for what was so far.
#[inline]
fn exchange(is_set: &mut bool, context: &mut Context) {
    *is_set = IS_SET.replace(*is_set);
    // No user code runs while the cell is borrowed, so it is never busy; and a
    // thread past its locals has no context, and changes none.
    let _ = CURRENT.try_with(|current| {
        if let Ok(mut current) = current.try_borrow_mut() {
            std::mem::swap(&mut *current, context);
        }
    });
}

/// Sets what is in force, until it is dropped: also by a panic.
struct Scope {
    is_set: bool,
    context: Context,
}

impl Scope {
    fn of(context: Context) -> Self {
        Self { is_set: true, context }.begun()
    }

    fn of_nothing() -> Self {
        Self { is_set: false, context: Context::NOTHING }.begun()
    }

    fn begun(mut self) -> Self {
        exchange(&mut self.is_set, &mut self.context);
        self
    }
}

impl Drop for Scope {
    fn drop(&mut self) {
        exchange(&mut self.is_set, &mut self.context);
    }
}

/// The same of a context in whose place is, meanwhile, what was in force.
#[cfg(feature = "tower")]
struct Lent<'a> {
    is_set: bool,
    place: &'a mut Context,
}

#[cfg(feature = "tower")]
impl Drop for Lent<'_> {
    fn drop(&mut self) {
        exchange(&mut self.is_set, self.place);
    }
}

impl Context {
    /// The context in force on this thread, if any.
    pub fn current() -> Option<Self> {
        if !Self::is_set() {
            return None;
        }
        CURRENT.try_with(|current| Some(current.try_borrow().ok()?.clone())).ok().flatten()
    }

    /// Looks at the context in force without a clone of it. Nothing of the
    /// user's may run meanwhile: it could ask for a scope.
    #[inline]
    pub(crate) fn peek<R>(look: impl FnOnce(&Self) -> R) -> Option<R> {
        if !Self::is_set() {
            return None;
        }
        CURRENT.try_with(|current| Some(look(&*current.try_borrow().ok()?))).ok().flatten()
    }

    /// Whether any context is in force on this thread.
    #[inline]
    pub(crate) fn is_set() -> bool {
        IS_SET.get()
    }

    /// Runs a function with this context in force.
    pub fn scope<R>(&self, run: impl FnOnce() -> R) -> R {
        let _scope = Scope::of(self.clone());
        run()
    }

    /// The same without a clone: while the function runs, the context is in
    /// force, and not in its place.
    #[cfg(feature = "tower")]
    #[inline]
    pub(crate) fn lend<R>(&mut self, run: impl FnOnce() -> R) -> R {
        // As it is, where it is: what is moved right after that waits.
        let mut lent = Lent { is_set: true, place: self };
        exchange(&mut lent.is_set, lent.place);
        run()
    }

    /// Runs a function with no context in force.
    pub(crate) fn without<R>(run: impl FnOnce() -> R) -> R {
        let _scope = Scope::of_nothing();
        run()
    }

    /// A future that runs with this context in force, wherever it is polled.
    ///
    /// ```
    /// use error_runtime::Context;
    ///
    /// let context = Context::new().with_request_id("r-1");
    /// let future = context.instrument(async {
    ///     Context::current().and_then(|context| context.request_id().map(str::to_owned))
    /// });
    /// # let waker = std::task::Waker::noop();
    /// # let mut future = std::pin::pin!(future);
    /// # let poll = future.as_mut().poll(&mut std::task::Context::from_waker(&waker));
    /// # assert_eq!(poll, std::task::Poll::Ready(Some("r-1".to_owned())));
    /// ```
    pub fn instrument<F: Future>(&self, future: F) -> InContext<F> {
        InContext { context: self.clone(), future: Box::pin(future) }
    }
}

/// A future that runs in a context: see [`Context::instrument`].
#[must_use = "futures do nothing unless polled"]
pub struct InContext<F> {
    context: Context,
    // Boxed, since pinning a field in place takes `unsafe`.
    future: Pin<Box<F>>,
}

impl<F: Future> Future for InContext<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut task::Context<'_>) -> Poll<F::Output> {
        let _scope = Scope::of(self.context.clone());
        self.future.as_mut().poll(cx)
    }
}

impl<F> fmt::Debug for InContext<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InContext").field("context", &self.context).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use crate::Context;

    fn id() -> Option<String> {
        Context::current()?.request_id().map(str::to_owned)
    }

    #[test]
    fn scopes_nest_and_end() {
        let (outer, inner) =
            (Context::new().with_request_id("a"), Context::new().with_request_id("b"));
        outer.scope(|| {
            assert_eq!(id().as_deref(), Some("a"));
            inner.scope(|| assert_eq!(id().as_deref(), Some("b")));
            assert_eq!(id().as_deref(), Some("a"));
        });
        assert_eq!(id(), None);
    }

    #[test]
    fn a_panic_ends_the_scope() {
        let context = Context::new().with_request_id("a");
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            context.scope(|| std::panic::resume_unwind(Box::new("on purpose")));
        }));
        assert!(result.is_err());
        assert_eq!(id(), None);
    }

    #[test]
    fn a_future_of_threads_stays_one() {
        fn is_send<T: Send + Sync>(_: &T) {}
        let context = Context::new();
        is_send(&context);
        is_send(&context.instrument(std::future::ready(())));
    }

    #[test]
    fn values_replace_each_other() {
        struct Broken;
        impl serde::Serialize for Broken {
            fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
                Err(serde::ser::Error::custom("no"))
            }
        }
        let context = Context::new().with_value("a", &1).with_value("b", &Broken);
        let changed = context.clone().with_value("a", &[2]);
        assert_eq!(context.value("a"), Some("1"));
        assert_eq!(changed.value("a"), Some("[2]"));
        assert_eq!(changed.value("b"), Some("null"));
        assert_eq!(changed.value("c"), None);
    }
}
