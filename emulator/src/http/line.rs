//! A connection whose answer can be spoilt on its way: what a handler answers leaves as its fault wants it, or never.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::time::{Sleep, sleep};

use crate::faults::Action;
use crate::http::stream::Stream;
use crate::server::record_connection;
use crate::shared::Shared;
use crate::tls::Acceptor;

/// Accepts connections that can be spoilt.
pub(crate) struct Lines {
    listener: TcpListener,
    shared: Arc<Shared>,
    tls: Option<Acceptor>,
}

impl Lines {
    pub(crate) fn new(listener: TcpListener, shared: Arc<Shared>, tls: Option<Acceptor>) -> Self {
        Self { listener, shared, tls }
    }

    /// Closes the door for so long: connections are refused by the system. The one that was accepted already breaks off after
    /// that, so that whoever sees it finds the door closed.
    async fn refuse(&mut self, accepted: TcpStream, duration: Duration) -> io::Result<()> {
        let address = self.listener.local_addr()?;
        // Another port, only so that this one is given up.
        drop(std::mem::replace(&mut self.listener, bind(SocketAddr::new(address.ip(), 0))?));
        drop(accepted);
        sleep(duration).await;
        self.listener = bind(address)?;
        Ok(())
    }
}

fn bind(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(1024)
}

impl Listener for Lines {
    type Io = Line;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Line, SocketAddr) {
        loop {
            let (stream, address) = Listener::accept(&mut self.listener).await;
            // Small answers must not wait for the acknowledgement of earlier ones.
            let _ = stream.set_nodelay(true);
            let fired = {
                let world = &mut *self.shared.world();
                world.faults.meet_connection(&mut world.random)
            };
            let Some(fired) = fired else {
                let stream = Stream::new(stream, self.tls.as_ref());
                return (Line { stream, hand: Hand::default(), writer: Writer::Plain, ends: false }, address);
            };
            record_connection(&self.shared, &fired.id);
            let _ = stream.set_zero_linger();
            if let Action::Refuse { ms } = fired.action {
                // A port that somebody else has taken meanwhile is lost: nobody can connect any more, as wanted.
                let _ = self.refuse(stream, Duration::from_millis(ms)).await;
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// How an answer leaves.
#[derive(Debug)]
pub(crate) enum Delivery {
    /// Not at all.
    Nothing { reset: bool },
    /// So much of its body, and then the connection breaks off.
    Part { body: usize },
    /// Its head, and its body after so long.
    Paused(Duration),
    /// In pieces of so many bytes, each after so long.
    Drip { bytes: usize, each: Duration },
    /// These bytes in its place, and the end after so long.
    Instead { bytes: Vec<u8>, end: Duration },
    /// Whole, and then the connection closes.
    Last,
}

/// What a handler holds of its connection.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hand(Arc<Mutex<Option<Delivery>>>);

impl Hand {
    /// The next answer leaves so.
    pub(crate) fn deliver(&self, delivery: Delivery) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(delivery);
    }

    fn take(&self) -> Option<Delivery> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Connected<IncomingStream<'_, Lines>> for Hand {
    fn connect_info(stream: IncomingStream<'_, Lines>) -> Self {
        stream.io().hand.clone()
    }
}

/// A connection.
pub(crate) struct Line {
    stream: Stream,
    hand: Hand,
    writer: Writer,
    /// Nothing more is read once this answer is out.
    ends: bool,
}

enum Writer {
    Plain,
    Broken { reset: bool },
    Part { head: Head, body: usize },
    Paused { head: Head, pause: Duration },
    Waiting(Pin<Box<Sleep>>),
    Drip { bytes: usize, each: Duration, wait: Pin<Box<Sleep>> },
    Instead { bytes: Vec<u8>, at: usize, end: Pin<Box<Sleep>>, rest: Duration },
}

impl From<Delivery> for Writer {
    fn from(delivery: Delivery) -> Self {
        match delivery {
            Delivery::Nothing { reset } => Self::Broken { reset },
            Delivery::Part { body } => Self::Part { head: Head::default(), body },
            Delivery::Paused(pause) => Self::Paused { head: Head::default(), pause },
            Delivery::Drip { bytes, each } => Self::Drip { bytes, each, wait: Box::pin(sleep(each)) },
            Delivery::Instead { bytes, end } => {
                Self::Instead { bytes, at: 0, end: Box::pin(sleep(end)), rest: end }
            }
            Delivery::Last => Self::Plain,
        }
    }
}

/// Finds the end of a head in bytes that come in pieces.
#[derive(Clone, Copy, Default)]
struct Head {
    /// How much of the empty line was seen.
    seen: usize,
}

impl Head {
    /// How many of these bytes belong to the head.
    fn part(mut self, bytes: &[u8]) -> usize {
        bytes.iter().take_while(|byte| !self.is_over() && self.step(**byte)).count()
    }

    fn is_over(self) -> bool {
        self.seen == END.len()
    }

    fn step(&mut self, byte: u8) -> bool {
        self.seen = if byte == END[self.seen] { self.seen + 1 } else { usize::from(byte == END[0]) };
        true
    }

    fn pass(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if !self.is_over() {
                self.step(*byte);
            }
        }
    }
}

const END: &[u8; 4] = b"\r\n\r\n";

fn aborted() -> io::Error {
    io::ErrorKind::ConnectionAborted.into()
}

impl Line {
    /// Whether the answer leaves as it is.
    fn is_plain(&mut self) -> bool {
        if let Some(delivery) = self.hand.take() {
            self.ends = matches!(delivery, Delivery::Last);
            self.writer = delivery.into();
        }
        matches!(self.writer, Writer::Plain)
    }

    fn write(&mut self, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        if self.is_plain() {
            return Pin::new(&mut self.stream).poll_write(context, bytes);
        }
        loop {
            match &mut self.writer {
                Writer::Plain => return Pin::new(&mut self.stream).poll_write(context, bytes),
                Writer::Broken { reset } => {
                    if *reset {
                        self.stream.set_zero_linger();
                    }
                    return Poll::Ready(Err(aborted()));
                }
                Writer::Part { head, body } => {
                    let of_head = head.part(bytes);
                    let allowed = of_head + (*body).min(bytes.len() - of_head);
                    if allowed == 0 {
                        self.writer = Writer::Broken { reset: true };
                        continue;
                    }
                    let written = ready!(Pin::new(&mut self.stream).poll_write(context, &bytes[..allowed]))?;
                    head.pass(&bytes[..written]);
                    *body -= written.saturating_sub(of_head).min(*body);
                    return Poll::Ready(Ok(written));
                }
                Writer::Paused { head, pause } => {
                    if head.is_over() {
                        ready!(Pin::new(&mut self.stream).poll_flush(context))?;
                        self.writer = Writer::Waiting(Box::pin(sleep(*pause)));
                        continue;
                    }
                    let of_head = head.part(bytes);
                    let written = ready!(Pin::new(&mut self.stream).poll_write(context, &bytes[..of_head]))?;
                    head.pass(&bytes[..written]);
                    return Poll::Ready(Ok(written));
                }
                Writer::Waiting(wait) => {
                    ready!(wait.as_mut().poll(context));
                    self.writer = Writer::Plain;
                }
                Writer::Drip { bytes: most, each, wait } => {
                    ready!(Pin::new(&mut self.stream).poll_flush(context))?;
                    ready!(wait.as_mut().poll(context));
                    let piece = &bytes[..bytes.len().min(*most)];
                    let written = ready!(Pin::new(&mut self.stream).poll_write(context, piece))?;
                    *wait = Box::pin(sleep(*each));
                    return Poll::Ready(Ok(written));
                }
                Writer::Instead { bytes: own, at, end, rest } => {
                    if *at < own.len() {
                        *at += ready!(Pin::new(&mut self.stream).poll_write(context, &own[*at..]))?;
                        *end = Box::pin(sleep(*rest));
                        continue;
                    }
                    ready!(Pin::new(&mut self.stream).poll_flush(context))?;
                    ready!(end.as_mut().poll(context));
                    // An end that is meant: over TLS it has a mark.
                    ready!(Pin::new(&mut self.stream).poll_shutdown(context))?;
                    self.writer = Writer::Broken { reset: false };
                }
            }
        }
    }
}

impl AsyncRead for Line {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let line = self.get_mut();
        if line.ends {
            // Nothing read is the end.
            return Poll::Ready(Ok(()));
        }
        Pin::new(&mut line.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Line {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.get_mut().write(context, bytes)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let line = self.get_mut();
        if line.is_plain() {
            return Pin::new(&mut line.stream).poll_write_vectored(context, parts);
        }
        let first = parts.iter().find(|part| !part.is_empty()).map_or(&[][..], |part| part);
        line.write(context, first)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::Head;

    #[test]
    fn the_end_of_a_head_is_found_in_any_pieces() {
        let whole = b"HTTP/1.1 200 OK\r\nx: \r\r\n\r\nbody";
        for cut in 0..whole.len() {
            let mut head = Head::default();
            let (first, second) = whole.split_at(cut);
            let of_first = head.part(first);
            head.pass(first);
            assert_eq!(of_first + head.part(second), whole.len() - "body".len(), "{cut}");
        }
    }
}
