//! The body of an answer, read up to a limit.

use js_sys::{Array, JsString, Promise};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use super::{exchange::Trouble, value};
use crate::core::document::Document;

#[wasm_bindgen]
extern "C" {
    type TextDecoder;

    #[wasm_bindgen(catch, constructor)]
    fn new() -> Result<TextDecoder, JsValue>;

    #[wasm_bindgen(catch, method)]
    fn decode(this: &TextDecoder, bytes: &JsValue, options: &JsValue) -> Result<JsValue, JsValue>;
}

/// A body that is being read. Dropped, it cancels the rest.
pub struct Reading {
    source: Source,
    text: JsString,
    length: f64,
}

enum Source {
    /// A stream's reader, and what makes text of its parts.
    Stream(JsValue, TextDecoder),
    /// A stand-in for a `Response`, or a runtime whose bodies are no streams.
    Whole(JsValue),
}

/// What has been read.
pub enum Part {
    /// There may be more.
    More,
    /// That was all.
    Last,
}

impl Reading {
    /// Begins to read the body of a response.
    ///
    /// # Errors
    /// [`Trouble::Thrown`], if somebody else is reading it.
    pub fn begin(response: &JsValue) -> Result<Reading, Trouble> {
        let stream = response.member("body").unwrap_or_default();
        let source = match value::function(&stream, "getReader") {
            Some(_) => {
                let reader = value::call(&stream, "getReader").map_err(broken)?;
                Source::Stream(reader, TextDecoder::new().map_err(broken)?)
            }
            None => Source::Whole(response.clone()),
        };
        Ok(Reading {
            source,
            text: JsString::from(""),
            length: 0.0,
        })
    }

    /// Asks for the next part.
    pub fn next(&self) -> Result<JsValue, JsValue> {
        match &self.source {
            Source::Stream(reader, _) => value::call(reader, "read"),
            Source::Whole(response) => value::call(response, "text"),
        }
    }

    /// Takes the next part, of a body of at most so many bytes.
    ///
    /// # Errors
    /// [`Trouble`].
    pub fn take(&mut self, part: Result<JsValue, JsValue>, most: f64) -> Result<Part, Trouble> {
        let part = part.map_err(broken)?;
        let (bytes, decoder) = match &self.source {
            Source::Stream(_, decoder) => (part.member("value"), decoder),
            Source::Whole(_) => {
                self.text = part.dyn_into().map_err(|_| Trouble::NoResponse)?;
                return match f64::from(self.text.length()) <= most {
                    true => Ok(Part::Last),
                    false => Err(Trouble::TooLong),
                };
            }
        };
        let more = bytes.is_some();
        let bytes = bytes.unwrap_or_default();
        let size = bytes.member("byteLength").and_then(|size| size.as_f64());
        self.length += size.unwrap_or_default();
        if self.length > most {
            return Err(Trouble::TooLong);
        }
        let options = value::object(&[("stream", more.into())]);
        let text = decoder.decode(&bytes, &options).map_err(broken)?;
        self.text = self.text.concat(&text);
        if !more {
            // There is nothing left to cancel.
            self.source = Source::Whole(JsValue::UNDEFINED);
            return Ok(Part::Last);
        }
        Ok(Part::More)
    }

    /// Returns what has been read.
    pub fn text(&self) -> JsString {
        self.text.clone()
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        if let Source::Stream(reader, _) = &self.source
            && let Ok(cancelled) = value::call(reader, "cancel")
        {
            // Whether it worked is of no interest, but a promise that nobody looks at is reported when it fails.
            let _ = Promise::all_settled(&Array::of1(&cancelled));
        }
    }
}

fn broken(thrown: JsValue) -> Trouble {
    Trouble::Thrown("the answer broke off", thrown)
}
