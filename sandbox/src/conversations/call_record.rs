//! What is kept of a call: its sound and its words.

use serde_json::json;

use crate::call::Call;
use crate::kinds::MESSAGE;
use crate::object::text_of;
use crate::refusal::Refusal;
use crate::response::Response;
use crate::state::State;

const SENTENCES: [&str; 3] = [
    "Good morning, how can I help you?",
    "I would like to make an appointment.",
    "Gladly. Does Thursday suit you?",
];

/// 16 samples of silence, at 8,000 a second, of one byte each.
const SILENCE: &[u8] = b"RIFF\x34\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\
    \x01\0\x08\0data\x10\0\0\0\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80";

pub(super) fn recording(_: &mut State, call: &Call) -> Result<Response, Refusal> {
    refuse_others(call)?;
    let response = Response::with_body(200, "audio/x-wav", SILENCE.to_vec());
    Ok(response.with_header("content-disposition", "attachment; filename=audio.wav"))
}

pub(super) fn transcription(_: &mut State, call: &Call) -> Result<Response, Refusal> {
    refuse_others(call)?;
    let sentences = SENTENCES.iter().enumerate().map(|(place, sentence)| {
        json!({
            "mediaChannel": 1 + place % 2,
            "sentenceIndex": place,
            "startTime": 5 * place,
            "endTime": 5 * place + 4,
            "transcript": sentence,
            "confidence": 0.9,
        })
    });
    Ok(Response::json(200, &sentences.collect::<Vec<_>>()))
}

pub(super) fn text(_: &mut State, call: &Call) -> Result<Response, Refusal> {
    refuse_others(call)?;
    let text = SENTENCES.join("\n").into_bytes();
    let response = Response::with_body(200, "text/plain; charset=utf-8", text);
    Ok(response.with_header(
        "content-disposition",
        "attachment; filename=transcription.txt",
    ))
}

fn refuse_others(call: &Call) -> Result<(), Refusal> {
    let message = call.thing(&MESSAGE)?;
    match text_of(&message.fields, "messageType") {
        "TYPE_CALL" => Ok(()),
        _ => Err(Refusal::Malformed("the message is no call".to_owned())),
    }
}
