//! Answers that come while they are made: a chat, piece by piece.

use std::collections::VecDeque;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use super::sse::Events;
use super::{Door, RuntimeTarget, ToRuntime};
use crate::client::Client;
use crate::engine::Unreadable;
use crate::engine::transport::Chunks;
use crate::error::{Error, ErrorKind, Result, ServerWords};
use crate::generated::models::ChatChunk;
use crate::request::Request;
use crate::wire::JsonValue;

/// What comes piece by piece: a [`Stream`]. After an error it ends; dropping it ends the request.
#[must_use = "a stream does nothing until pieces are taken from it"]
pub struct Streamed<T> {
    state: State<T>,
}

enum State<T> {
    Resting(Box<dyn Source<T>>),
    Coming(Coming<T>),
    Over,
}

pub(crate) type Coming<T> = Pin<Box<dyn Future<Output = (Box<dyn Source<T>>, Option<Result<T>>)> + Send>>;

/// Where pieces come from.
pub(crate) trait Source<T>: Send {
    fn next(self: Box<Self>) -> Coming<T>;
}

impl<T> Streamed<T> {
    pub(crate) fn new(source: Box<dyn Source<T>>) -> Self {
        Self { state: State::Resting(source) }
    }

    /// The next piece; nothing at the end.
    pub async fn next(&mut self) -> Option<Result<T>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// The next piece, or nothing at the end.
    ///
    /// # Errors
    ///
    /// Whatever the call may meet.
    pub async fn try_next(&mut self) -> Result<Option<T>> {
        self.next().await.transpose()
    }
}

impl<T> Stream for Streamed<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut coming = match std::mem::replace(&mut self.state, State::Over) {
            State::Resting(source) => source.next(),
            State::Coming(coming) => coming,
            State::Over => return Poll::Ready(None),
        };
        let Poll::Ready((source, piece)) = coming.as_mut().poll(context) else {
            self.state = State::Coming(coming);
            return Poll::Pending;
        };
        if matches!(piece, Some(Ok(_))) {
            self.state = State::Resting(source);
        }
        Poll::Ready(piece)
    }
}

impl<T> fmt::Debug for Streamed<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Streamed")
    }
}

/// A chat that answers piece by piece.
pub(crate) fn chat(client: Client, target: RuntimeTarget, request: Request) -> Streamed<ChatChunk> {
    let chat = Chat {
        client,
        target,
        request,
        chunks: None,
        events: Events::default(),
        ready: VecDeque::new(),
        over: false,
    };
    Streamed::new(Box::new(chat))
}

struct Chat {
    client: Client,
    target: RuntimeTarget,
    request: Request,
    chunks: Option<Chunks>,
    events: Events,
    ready: VecDeque<String>,
    over: bool,
}

impl Source<ChatChunk> for Chat {
    fn next(mut self: Box<Self>) -> Coming<ChatChunk> {
        Box::pin(async move {
            let piece = self.piece().await.transpose();
            (self as Box<dyn Source<ChatChunk>>, piece)
        })
    }
}

impl Chat {
    async fn piece(&mut self) -> Result<Option<ChatChunk>> {
        loop {
            if let Some(data) = self.ready.pop_front() {
                if data == "[DONE]" {
                    return Ok(None);
                }
                return self.read(&data).map(Some);
            }
            if self.over {
                return Ok(None);
            }
            self.fill().await?;
        }
    }

    /// Waits for more of the answer.
    async fn fill(&mut self) -> Result<()> {
        let chunks = if let Some(chunks) = &mut self.chunks {
            chunks
        } else {
            let opened = self.open().await?;
            self.chunks.insert(opened)
        };
        if let Some(bytes) = self.client.chunk(chunks, self.request.operation).await? {
            let found = self.events.push(&bytes).map_err(|_| {
                Error::new(ErrorKind::ResponseTooLarge, "an event of the answer is too long")
                    .of(self.request.operation)
            })?;
            self.ready.extend(found);
        } else {
            self.over = true;
            self.ready.extend(self.events.finish());
        }
        Ok(())
    }

    /// Asks. An app's key that is refused may have been replaced since it was fetched: then it is fetched anew, once.
    async fn open(&mut self) -> Result<Chunks> {
        let door = self.client.door(&self.target).await?;
        let asked = |door: &Door| {
            let to = ToRuntime { door: door.clone(), text: None, accept: "text/event-stream" };
            Request { runtime: Some(to), ..self.request.clone() }
        };
        let (first, client) = (asked(&door), self.client.clone());
        let error = match client.open(first).await {
            Ok(chunks) => return Ok(chunks),
            Err(error) => error,
        };
        match client.newer_door(&self.target, &door, &error).await? {
            Some(newer) => client.open(asked(&newer)).await,
            None => Err(error),
        }
    }

    fn read(&self, data: &str) -> Result<ChatChunk> {
        // A model that fails half-way says so in an event, because the status was sent long before.
        if serde_json::from_str::<JsonValue>(data).is_ok_and(|event| !event["error"].is_null()) {
            let words = ServerWords::of_runtime(data.as_bytes(), str::to_owned);
            return Err(words.into_error_on_the_way().of(self.request.operation));
        }
        let mut chunk: ChatChunk = Unreadable::model(data.as_bytes()).map_err(|unreadable| {
            let message = format!("an event of the answer {}", unreadable.message);
            Error::new(ErrorKind::DecodeError, message).of(self.request.operation)
        })?;
        chunk.content = Some(content(&chunk));
        Ok(chunk)
    }
}

/// The words that a piece adds.
fn content(chunk: &ChatChunk) -> String {
    let delta = chunk.choices.first().and_then(|choice| choice.get("delta")?.get("content")?.as_str());
    delta.unwrap_or_default().to_owned()
}
