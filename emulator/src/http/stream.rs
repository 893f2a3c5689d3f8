//! What a connection runs over: plain TCP, or TLS, which is agreed on with the first byte that is wanted.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::Accept;
use tokio_rustls::server::TlsStream;

use crate::tls::Acceptor;

/// The bytes of a connection.
pub(crate) enum Stream {
    Plain(TcpStream),
    /// Not agreed on yet: that waits until somebody reads, so that nobody else waits for it.
    Greeting(Box<Accept<TcpStream>>),
    Secure(Box<TlsStream<TcpStream>>),
    /// It was not agreed on.
    Failed,
}

impl Stream {
    pub(crate) fn new(stream: TcpStream, tls: Option<&Acceptor>) -> Self {
        match tls {
            Some(acceptor) => Self::Greeting(Box::new(acceptor.accept(stream))),
            None => Self::Plain(stream),
        }
    }

    /// Closing breaks the connection off from now on.
    pub(crate) fn set_zero_linger(&self) {
        let stream = match self {
            Self::Plain(stream) => Some(stream),
            Self::Greeting(accept) => accept.get_ref(),
            Self::Secure(stream) => Some(stream.get_ref().0),
            Self::Failed => None,
        };
        // Then it closes like any other.
        let _ = stream.map(TcpStream::set_zero_linger);
    }

    /// The stream once both sides have agreed.
    fn ready(&mut self, context: &mut Context<'_>) -> Poll<io::Result<&mut Self>> {
        if let Self::Greeting(accept) = self {
            *self = match ready!(Pin::new(accept.as_mut()).poll(context)) {
                Ok(stream) => Self::Secure(Box::new(stream)),
                Err(error) => {
                    *self = Self::Failed;
                    return Poll::Ready(Err(error));
                }
            };
        }
        Poll::Ready(Ok(self))
    }
}

fn failed<T>() -> Poll<io::Result<T>> {
    Poll::Ready(Err(io::ErrorKind::NotConnected.into()))
}

impl AsyncRead for Stream {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        match ready!(self.get_mut().ready(context))? {
            Self::Plain(stream) => Pin::new(stream).poll_read(context, buffer),
            Self::Secure(stream) => Pin::new(stream).poll_read(context, buffer),
            Self::Greeting(_) | Self::Failed => failed(),
        }
    }
}

impl AsyncWrite for Stream {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match ready!(self.get_mut().ready(context))? {
            Self::Plain(stream) => Pin::new(stream).poll_write(context, bytes),
            Self::Secure(stream) => Pin::new(stream).poll_write(context, bytes),
            Self::Greeting(_) | Self::Failed => failed(),
        }
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        match ready!(self.get_mut().ready(context))? {
            Self::Plain(stream) => Pin::new(stream).poll_write_vectored(context, parts),
            Self::Secure(stream) => Pin::new(stream).poll_write_vectored(context, parts),
            Self::Greeting(_) | Self::Failed => failed(),
        }
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match ready!(self.get_mut().ready(context))? {
            Self::Plain(stream) => Pin::new(stream).poll_flush(context),
            Self::Secure(stream) => Pin::new(stream).poll_flush(context),
            Self::Greeting(_) | Self::Failed => failed(),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_shutdown(context),
            Self::Secure(stream) => Pin::new(stream).poll_shutdown(context),
            // There is nobody to say goodbye to.
            Self::Greeting(_) | Self::Failed => Poll::Ready(Ok(())),
        }
    }
}
