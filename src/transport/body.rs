//! The body of an answer, read up to a limit.

use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use super::{exchange::Trouble, promise, value};
use crate::core::document::Document;

#[wasm_bindgen]
extern "C" {
    /// A stream's reader.
    #[wasm_bindgen(js_name = ReadableStreamDefaultReader)]
    type Reader;

    #[wasm_bindgen(catch, method)]
    fn read(this: &Reader) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, method)]
    fn cancel(this: &Reader) -> Result<JsValue, JsValue>;

    /// What has a body, but no stream of it.
    #[wasm_bindgen(js_name = Response)]
    type Whole;

    #[wasm_bindgen(catch, method)]
    fn text(this: &Whole) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = Uint8Array)]
    type Bytes;

    #[wasm_bindgen(catch, constructor, js_class = Uint8Array)]
    fn new(length: f64) -> Result<Bytes, JsValue>;

    #[wasm_bindgen(catch, method)]
    fn set(this: &Bytes, part: &JsValue, offset: f64) -> Result<(), JsValue>;

    type TextDecoder;

    #[wasm_bindgen(constructor)]
    fn new() -> TextDecoder;

    #[wasm_bindgen(catch, method)]
    fn decode(this: &TextDecoder, bytes: &JsValue) -> Result<JsString, JsValue>;
}

/// A body that is being read. Dropped, it cancels the rest.
pub struct Reading {
    source: Source,
    parts: Vec<JsValue>,
    length: f64,
}

enum Source {
    Stream(Reader),
    /// A stand-in for a `Response`, or a runtime whose bodies are no streams.
    Whole(Whole),
    /// There is nothing left.
    End,
}

/// What has been read.
pub enum Part {
    /// There may be more.
    More,
    /// That was all, and this is its text.
    Last(JsString),
}

impl Reading {
    /// Begins to read the body of a response.
    ///
    /// # Errors
    /// [`Trouble::Thrown`], if somebody else is reading it; [`Trouble::NoResponse`], if it has none.
    pub fn begin(response: &JsValue) -> Result<Reading, Trouble> {
        let stream = response.member("body").unwrap_or_default();
        let source = match value::function(&stream, "getReader") {
            Some(open) => Source::Stream(open.call0(&stream).map_err(broken)?.unchecked_into()),
            None if value::function(response, "text").is_none() => return Err(Trouble::NoResponse),
            None => Source::Whole(response.clone().unchecked_into()),
        };
        Ok(Reading {
            source,
            parts: Vec::new(),
            length: 0.0,
        })
    }

    /// Asks for the next part.
    pub fn next(&self) -> Result<JsValue, JsValue> {
        match &self.source {
            Source::Stream(reader) => reader.read(),
            Source::Whole(response) => response.text(),
            Source::End => Ok(JsValue::UNDEFINED),
        }
    }

    /// Takes the next part, of a body of at most so many bytes.
    ///
    /// # Errors
    /// [`Trouble`].
    pub fn take(&mut self, part: Result<JsValue, JsValue>, most: f64) -> Result<Part, Trouble> {
        let part = part.map_err(broken)?;
        if let Source::Whole(_) = self.source {
            let text: JsString = part.dyn_into().map_err(|_| Trouble::NoResponse)?;
            return match f64::from(text.length()) <= most {
                true => Ok(Part::Last(text)),
                false => Err(Trouble::TooLong),
            };
        }
        let bytes = value::get(&part, "value").map_err(broken)?;
        if bytes.is_undefined() || bytes.is_null() {
            // There is nothing left to cancel.
            self.source = Source::End;
            return self.text().map(Part::Last).map_err(broken);
        }
        self.length += size(&bytes).ok_or(Trouble::NoResponse)?;
        // A stand-in may say that its length is no number, which is not within either.
        match self.length <= most {
            true => {
                self.parts.push(bytes);
                Ok(Part::More)
            }
            false => Err(Trouble::TooLong),
        }
    }

    /// Returns the text of the parts. Node decodes it in one go in less time than part by part.
    fn text(&self) -> Result<JsString, JsValue> {
        match self.parts.as_slice() {
            [part] => TextDecoder::new().decode(part),
            parts => {
                let whole = joined(parts, self.length)?;
                TextDecoder::new().decode(&whole)
            }
        }
    }
}

/// Puts parts one behind the other. One that is another kind of buffer leaves zeros behind, which JSON does not have.
fn joined(parts: &[JsValue], length: f64) -> Result<Bytes, JsValue> {
    let bytes = Bytes::new(length)?;
    let mut offset = 0.0;
    for part in parts {
        bytes.set(part, offset)?;
        offset += size(part).unwrap_or_default();
    }
    Ok(bytes)
}

fn size(bytes: &JsValue) -> Option<f64> {
    value::number(bytes, "byteLength")
}

impl Drop for Reading {
    fn drop(&mut self) {
        if let Source::Stream(reader) = &self.source
            && let Ok(cancelled) = reader.cancel()
        {
            promise::ignore(&cancelled);
        }
    }
}

fn broken(thrown: JsValue) -> Trouble {
    Trouble::Thrown("the answer broke off", thrown)
}
