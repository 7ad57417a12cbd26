//! The reasons that a server gives for a refusal.

use crate::core::{
    answer::unauthorized,
    document::{Document, Type},
    error::Code,
    text,
};

/// Finds the server's words in the body of a refusal, in any of the forms that HighLevel uses.
pub fn find<D: Document>(body: &D) -> Vec<String> {
    let mut reasons = Vec::new();
    for key in ["message", "msg"] {
        said(body, key, &mut reasons);
    }
    if let (true, Some(error)) = (reasons.is_empty(), body.member("error")) {
        said(&error, "message", &mut reasons);
        if reasons.is_empty() {
            sentences(&error, &mut reasons);
        }
    }
    if reasons.is_empty() {
        // v1's 422: a map from field to `{ message, rule }`.
        for field in body.keys().unwrap_or_default() {
            let mut problems = Vec::new();
            if let Some(problem) = body.member(&field) {
                said(&problem, "message", &mut problems);
            }
            for problem in problems {
                reasons.push(text::say("%: %", &[&field, &problem]));
            }
        }
    }
    reasons
}

fn said<D: Document>(object: &D, key: &str, reasons: &mut Vec<String>) {
    if let Some(value) = object.member(key) {
        sentences(&value, reasons);
    }
}

/// Takes a text, or the texts of a list; nothing of other values.
fn sentences<D: Document>(value: &D, reasons: &mut Vec<String>) {
    match value.kind() {
        Type::Text => reasons.extend(value.text().filter(|text| !text.is_empty())),
        Type::List => {
            let mut index = 0;
            while let Some(item) = value.item(index) {
                if item.kind() == Type::Text {
                    sentences(&item, reasons);
                }
                index += 1;
            }
        }
        _ => {}
    }
}

/// Reads the reasons together with the status, which alone says too little.
pub fn classify(status: u16, reasons: &[String]) -> Code {
    let says = |words| reasons.iter().any(|reason| text::has(reason, words));
    let taken = |reason: &String| {
        text::has(reason, "email") && (text::has(reason, "already") || text::has(reason, "taken"))
    };
    match status {
        0 | 300..400 => Code::UnexpectedRedirect,
        401 => unauthorized::code(reasons).unwrap_or(Code::InvalidToken),
        403 if says("access to this location") => Code::WrongLocation,
        403 => Code::Forbidden,
        // A server that has no such path: "Cannot GET /v1/user".
        404 if says("cannot ") && says(" /") => Code::UnexpectedResponse,
        404 => Code::NotFound,
        400 | 409 | 422 if reasons.iter().any(taken) => Code::DuplicateEmail,
        429 => Code::RateLimited,
        408 | 500.. => Code::Server,
        400..500 => Code::Rejected,
        _ => Code::UnexpectedResponse,
    }
}
