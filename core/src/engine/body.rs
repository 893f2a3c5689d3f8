//! Reading an answer's body within limits, also when it is compressed.

use std::io::{self, Write};

use bytes::{Bytes, BytesMut};
use flate2::write::GzDecoder;
use reqwest::header::{CONTENT_ENCODING, CONTENT_LENGTH, HeaderMap};

use super::retry::Class;
use super::transport::TransportFailure;
use crate::error::ErrorKind;

/// Larger answers are an error: no answer of this API comes near.
const LARGEST_ANSWER: usize = 8 * 1024 * 1024;
/// Of an error's body no more is read than this.
const LARGEST_ERROR: usize = 64 * 1024;
/// Beyond this size, what is unpacked to more than so many times its length is a trap.
const RATIO_FROM: usize = 1024 * 1024;
const LARGEST_RATIO: usize = 100;

/// Takes in the body of an answer, chunk by chunk.
pub(super) struct Reader {
    packed: usize,
    kind: Kind,
}

enum Kind {
    Plain(Limited),
    Gzip(Box<GzDecoder<Limited>>),
}

impl Reader {
    /// A reader for what the headers announce.
    pub(super) fn new(status: u16, headers: &HeaderMap) -> Result<Self, TransportFailure> {
        let refused = status >= 400;
        let announced = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
        let limited = Limited {
            // Only announced, and perhaps a lie: no more than a page is set aside for it.
            unpacked: BytesMut::with_capacity(announced.unwrap_or(0).min(LARGEST_ERROR)),
            limit: if refused { LARGEST_ERROR } else { LARGEST_ANSWER },
            // The first words of a refusal are worth more than a complaint about its length.
            cuts: refused,
            full: false,
        };
        let encoding = headers.get(CONTENT_ENCODING).map(|value| value.as_bytes().to_ascii_lowercase());
        let kind = match encoding.as_deref() {
            None | Some(b"" | b"identity") => Kind::Plain(limited),
            Some(b"gzip" | b"x-gzip") => Kind::Gzip(Box::new(GzDecoder::new(limited))),
            Some(other) => {
                let name = String::from_utf8_lossy(other).chars().take(40).collect::<String>();
                return Err(failed(
                    Class::Final,
                    ErrorKind::DecodeError,
                    format!("the answer is packed as {name}"),
                ));
            }
        };
        Ok(Self { packed: 0, kind })
    }

    /// Takes in a chunk, and says whether more is wanted.
    pub(super) fn push(&mut self, chunk: &[u8]) -> Result<bool, TransportFailure> {
        self.packed += chunk.len();
        let written = match &mut self.kind {
            Kind::Plain(limited) => limited.write_all(chunk),
            Kind::Gzip(decoder) => decoder.write_all(chunk),
        };
        let limited = self.limited();
        if written.is_err() && !limited.full {
            let message = "the answer cannot be unpacked".to_owned();
            return Err(failed(Class::Ambiguous, ErrorKind::DecodeError, message));
        }
        if limited.full && limited.cuts {
            return Ok(false);
        }
        if limited.full || is_trap(self.packed, limited.unpacked.len()) {
            let message = format!(
                "the answer is larger than {} bytes, or unpacks to far more than it is",
                limited.limit
            );
            return Err(failed(Class::Final, ErrorKind::ResponseTooLarge, message));
        }
        Ok(true)
    }

    /// The whole body.
    pub(super) fn finish(self) -> Result<Bytes, TransportFailure> {
        match self.kind {
            Kind::Plain(limited) => Ok(limited.unpacked.freeze()),
            Kind::Gzip(mut decoder) => match decoder.try_finish() {
                Err(_) if !decoder.get_ref().cuts => Err(failed(
                    Class::Ambiguous,
                    ErrorKind::DecodeError,
                    "the answer ends before it is unpacked".to_owned(),
                )),
                _ => Ok(std::mem::take(&mut decoder.get_mut().unpacked).freeze()),
            },
        }
    }

    fn limited(&self) -> &Limited {
        match &self.kind {
            Kind::Plain(limited) => limited,
            Kind::Gzip(decoder) => decoder.get_ref(),
        }
    }
}

fn is_trap(packed: usize, unpacked: usize) -> bool {
    unpacked > RATIO_FROM && unpacked / packed.max(1) > LARGEST_RATIO
}

fn failed(class: Class, kind: ErrorKind, message: String) -> TransportFailure {
    TransportFailure { kind, class, message }
}

/// Holds no more than its limit.
struct Limited {
    unpacked: BytesMut,
    limit: usize,
    cuts: bool,
    full: bool,
}

impl Write for Limited {
    fn write(&mut self, chunk: &[u8]) -> io::Result<usize> {
        let room = self.limit - self.unpacked.len();
        let taken = &chunk[..chunk.len().min(room)];
        self.unpacked.extend_from_slice(taken);
        if taken.len() < chunk.len() {
            self.full = true;
            return Err(io::Error::from(io::ErrorKind::StorageFull));
        }
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use reqwest::header::HeaderValue;

    use super::*;

    fn read(status: u16, encoding: Option<&'static str>, body: &[u8]) -> Result<Bytes, ErrorKind> {
        let mut headers = HeaderMap::new();
        if let Some(encoding) = encoding {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        let mut reader = Reader::new(status, &headers).map_err(|failure| failure.kind)?;
        for chunk in body.chunks(16 * 1024) {
            if !reader.push(chunk).map_err(|failure| failure.kind)? {
                break;
            }
        }
        reader.finish().map_err(|failure| failure.kind)
    }

    fn gzip(body: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(body).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn plain_and_packed_bodies_are_read() {
        assert_eq!(read(200, None, b"{}").unwrap(), "{}");
        assert_eq!(read(200, Some("identity"), b"{}").unwrap(), "{}");
        assert_eq!(read(200, Some("GZIP"), &gzip(b"{}")).unwrap(), "{}");
    }

    #[test]
    fn what_is_too_large_is_stopped() {
        assert_eq!(read(200, None, &vec![b' '; LARGEST_ANSWER + 1]), Err(ErrorKind::ResponseTooLarge));
        assert!(read(200, None, &vec![b' '; LARGEST_ANSWER]).is_ok());
        let bomb = gzip(&vec![0; 4 * RATIO_FROM]);
        assert_eq!(read(200, Some("gzip"), &bomb), Err(ErrorKind::ResponseTooLarge));
    }

    #[test]
    fn a_refusal_is_cut_instead() {
        assert_eq!(read(500, None, &vec![b'x'; 1024 * 1024]).unwrap().len(), LARGEST_ERROR);
        assert_eq!(read(500, Some("gzip"), &gzip(&vec![b'x'; 1024 * 1024])).unwrap().len(), LARGEST_ERROR);
    }

    #[test]
    fn broken_and_unknown_packing_is_an_error() {
        assert_eq!(read(200, Some("gzip"), b"not packed at all"), Err(ErrorKind::DecodeError));
        let packed = gzip(b"{\"a\": 1}");
        assert_eq!(read(200, Some("gzip"), &packed[..packed.len() - 6]), Err(ErrorKind::DecodeError));
        assert_eq!(read(200, Some("br"), b"x"), Err(ErrorKind::DecodeError));
    }
}
