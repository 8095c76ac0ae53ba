//! Answers on their way out of actix-web.

use super::super::ErrorBody;
use super::super::arrival::Arrival;
use super::super::departure::{Seen, Whose, replace_headers};
use super::super::run::unpanicked;
use super::super::text::{LONGEST, add};
use super::convert::{
    header, headers_of_ours, headers_of_theirs, status_of_ours, status_of_theirs,
};
use super::departed::Departed;
use crate::{Caught, Fallback};
use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderValue};
use actix_web::{Error, HttpResponse};
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::pin;

/// The way of one request's answer out of the layer.
pub(super) struct Exit<F> {
    pub(super) fallback: PhantomData<fn() -> F>,
    pub(super) arrival: Arrival,
}

impl<F: Fallback> Exit<F> {
    /// Lets an answer go, unless the framework has made it itself; `error` is
    /// what it was made of, where it does not know that.
    pub(super) async fn send<B: MessageBody>(
        &self,
        response: HttpResponse<B>,
        error: Option<&Error>,
    ) -> HttpResponse<ErrorBody<B>> {
        let (mut head, body) = response.into_parts();
        let length = match body.size() {
            BodySize::None => Some(0),
            BodySize::Sized(length) => Some(length),
            BodySize::Stream => None,
        };
        let whose = self.arrival.whose(Seen {
            status: head.status().as_u16(),
            content_type: head.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes),
            is_encoded: head.headers().contains_key(header::CONTENT_ENCODING),
            length,
            is_stream: length.is_none(),
        });
        if matches!(whose, Whose::Framework) {
            // What has no known end is not waited for.
            let text = match length {
                None => Vec::new(),
                Some(_) => match self.arrival.run(read(body)).await {
                    Ok(text) => text,
                    Err(caught) => return self.replace(&caught, no_answer()),
                },
            };
            let mut caught =
                Caught::answer(status_of_theirs(head.status()), &String::from_utf8_lossy(&text));
            if caught.status().is_server_error() && caught.private_text().is_none() {
                if let Some(error) = error.or(head.error()) {
                    caught = Caught::answer(caught.status(), &error.to_string());
                }
            }
            return self.replace(&caught, head);
        }
        self.arrival.depart(status_of_theirs(head.status()), whose, None);
        self.sign(head.headers_mut());
        let is_there = body.size().is_eof();
        head.set_body(ErrorBody::theirs(body, is_there, &self.arrival.context))
    }

    /// The answer to an error of a service, which has no response yet.
    pub(super) async fn send_error(&self, error: Error) -> Error {
        match unpanicked(|| self.arrival.step(|| error.error_response())) {
            Ok(response) => {
                let response = self.send(response, Some(&error)).await;
                Departed::new(response, Some(error)).into()
            }
            Err(caught) => self.send_caught(&caught),
        }
    }

    /// The answer to a panic, which has left no request to answer.
    pub(super) fn send_caught(&self, caught: &Caught) -> Error {
        Departed::new(self.replace::<BoxBody>(caught, no_answer()), None).into()
    }

    /// Answers in the place of the framework.
    fn replace<B>(
        &self,
        caught: &Caught,
        mut head: HttpResponse<()>,
    ) -> HttpResponse<ErrorBody<B>> {
        let (ours, whose) = self.arrival.answer::<F>(caught);
        let (ours, body) = ours.into_parts();
        let mut headers = headers_of_theirs(head.headers());
        replace_headers(caught.status(), &mut headers, ours.headers);
        *head.headers_mut() = headers_of_ours(&headers);
        *head.status_mut() = status_of_ours(ours.status);
        head.head_mut().reason = None;
        self.arrival.depart(ours.status, whose, Some(caught));
        self.sign(head.headers_mut());
        head.set_body(ErrorBody::ours(body))
    }

    /// Every answer has the request's id.
    fn sign(&self, headers: &mut HeaderMap) {
        let id = self.arrival.id.as_ref();
        if let Some((name, value)) = id.and_then(|(name, id)| header(name, id)) {
            headers.insert(name, value);
        }
    }
}

/// Reads what the framework says.
async fn read<B: MessageBody>(body: B) -> Vec<u8> {
    let mut body = pin!(body);
    let mut text = Vec::new();
    while text.len() < LONGEST {
        match poll_fn(|cx| body.as_mut().poll_next(cx)).await {
            Some(Ok(chunk)) => add(&mut text, &chunk),
            Some(Err(_)) | None => break,
        }
    }
    text
}

/// What stands for the framework's answer where there is none.
fn no_answer() -> HttpResponse<()> {
    HttpResponse::new(StatusCode::INTERNAL_SERVER_ERROR).drop_body()
}
