//! An event as the frameworks' own.

/// Implements `From<Event>` for a framework's event type. Its text is given
/// with one kind of line ends, since not all of them know all.
#[cfg(any(feature = "axum", feature = "salvo_sse"))]
macro_rules! into_event {
    ($feature:literal, $event:ty, $named:ident, $data:ident) => {
        #[cfg(feature = $feature)]
        impl From<crate::Event> for $event {
            fn from(event: crate::Event) -> Self {
                let mut made = <$event>::default();
                if let Some(name) = event.name {
                    made = made.$named(name);
                }
                if let Some(id) = event.id {
                    made = made.id(id);
                }
                let lines: Vec<_> = super::lines(&event.data).collect();
                made.$data(lines.join("\n"))
            }
        }
    };
}

#[cfg(feature = "axum")]
into_event!("axum", axum::response::sse::Event, event, data);
#[cfg(feature = "salvo_sse")]
into_event!("salvo_sse", salvo_extra::sse::SseEvent, name, text);
