//! Bodies that are larger than anybody should read, made as they are sent.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Bytes;
use flate2::{Compress, Compression, FlushCompress};
use futures_core::Stream;

/// How much is made at a time.
const PIECE: usize = 1024 * 1024;

/// A beginning, and the same piece again and again.
#[derive(Clone, Debug)]
pub(crate) struct Flood {
    first: Option<Bytes>,
    piece: Bytes,
    left: u64,
}

impl Flood {
    /// A text in JSON of so many bytes.
    pub(crate) fn text(bytes: u64) -> Self {
        Self { first: Some(Bytes::from_static(b"\"")), piece: vec![b'a'; PIECE].into(), left: pieces(bytes) }
    }

    /// Nothing but spaces, compressed: so many bytes when they are unpacked.
    pub(crate) fn packed(bytes: u64) -> Self {
        // A block that ends at a byte and leaves the window as it found it can be sent again and again.
        let mut packer = Compress::new(Compression::best(), false);
        let spaces = vec![b' '; PIECE];
        let mut pack = || {
            let mut block = Vec::with_capacity(64 * 1024);
            // A megabyte of spaces fits that many times.
            let _ = packer.compress_vec(&spaces, &mut block, FlushCompress::Sync);
            block
        };
        let mut first = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
        first.extend(pack());
        Self { first: Some(first.into()), piece: pack().into(), left: pieces(bytes) }
    }
}

fn pieces(bytes: u64) -> u64 {
    bytes.div_ceil(u64::try_from(PIECE).unwrap_or(u64::MAX))
}

impl Stream for Flood {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(Ok(first)));
        }
        if self.left == 0 {
            return Poll::Ready(None);
        }
        self.left -= 1;
        Poll::Ready(Some(Ok(self.piece.clone())))
    }
}
