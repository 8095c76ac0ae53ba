//! What a framework's own answer says.

/// As much of a framework's text is read.
pub(super) const LONGEST: usize = 4096;

/// Adds as much of this as is read.
pub(super) fn add(text: &mut Vec<u8>, chunk: &[u8]) {
    let taken = chunk.len().min(LONGEST - text.len());
    text.extend_from_slice(&chunk[..taken]);
}

#[cfg(any(feature = "poem", feature = "salvo", feature = "tower"))]
pub(super) use self::http1::read;

#[cfg(any(feature = "poem", feature = "salvo", feature = "tower"))]
mod http1 {
    use super::{LONGEST, add};
    use bytes::Buf;
    use http_body::Body;
    use std::pin::Pin;
    use std::task::{Context, Poll, ready};

    /// Reads a text to its end, or as far as it is shown. Only a text that a
    /// client will read is waited for.
    pub(in super::super) fn read<B: Body>(
        mut body: Pin<&mut B>,
        is_awaited: bool,
        text: &mut Vec<u8>,
        cx: &mut Context<'_>,
    ) -> Poll<()> {
        while text.len() < LONGEST {
            let frame = body.as_mut().poll_frame(cx);
            if frame.is_pending() && !is_awaited {
                break;
            }
            match ready!(frame) {
                Some(Ok(frame)) => {
                    let Ok(mut data) = frame.into_data() else { break };
                    while data.has_remaining() && text.len() < LONGEST {
                        let length = data.chunk().len();
                        add(text, data.chunk());
                        data.advance(length);
                    }
                }
                Some(Err(_)) | None => break,
            }
        }
        Poll::Ready(())
    }
}
