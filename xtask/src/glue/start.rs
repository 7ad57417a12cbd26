//! What of the glue runs as soon as it is imported, put off until it is needed: a runtime that lacks something can still
//! be told so in words, by whoever starts the engine.

use anyhow::Result;

use super::once;

/// How the glue makes its decoder, which it makes again once that has decoded so many bytes.
const DECODER: &str = "let cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });\ncachedTextDecoder.decode();\n";

/// How many bytes it has decoded: enough for the first text to make a decoder.
const DECODED: [&str; 2] = [
    "let numBytesDecoded = 0;",
    "let cachedTextDecoder, numBytesDecoded = Infinity;",
];

/// How it makes its encoder, and what that lacks in browsers that are older than what the wasm file needs.
const ENCODER: &str = "const cachedTextEncoder = new TextEncoder();

if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = function (arg, view) {
        const buf = cachedTextEncoder.encode(arg);
        view.set(buf);
        return {
            read: arg.length,
            written: buf.length
        };
    };
}
";

/// How it writes a text into a memory that cannot grow, which no import of the engine does.
const ENCODE_WHOLE: &str = "    if (realloc === undefined) {
        const buf = cachedTextEncoder.encode(arg);
        const ptr = malloc(buf.length, 1) >>> 0;
        getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);
        WASM_VECTOR_LEN = buf.length;
        return ptr;
    }
";

/// How it writes what is not ASCII of a text: with room for the longest that it could be.
const ENCODE_REST: [&str; 2] = [
    "        ptr = realloc(ptr, len, len = offset + arg.length * 3, 1) >>> 0;
        const view = getUint8ArrayMemory0().subarray(ptr + offset, ptr + len);
        const ret = cachedTextEncoder.encodeInto(arg, view);

        offset += ret.written;
        ptr = realloc(ptr, len, offset, 1) >>> 0;
",
    "        const buf = (cachedTextEncoder ??= new TextEncoder()).encode(arg);
        ptr = realloc(ptr, len, len = offset + buf.length, 1) >>> 0;
        getUint8ArrayMemory0().set(buf, ptr + offset);
        offset = len;
",
];

/// How it begins to make a class disposable, which no class of this package is used as.
const DISPOSE: &str = "if (Symbol.dispose) ";

/// Returns the glue without what it does when it is imported.
///
/// # Errors
/// When the glue is of another wasm-bindgen, and does this in other words.
pub fn put_off(glue: &str) -> Result<String> {
    let changes = [
        [DECODER, ""],
        DECODED,
        [ENCODER, "let cachedTextEncoder;\n"],
        [ENCODE_WHOLE, ""],
        ENCODE_REST,
    ];
    let glue = changes
        .iter()
        .try_fold(glue.to_owned(), |glue, [old, new]| once(&glue, old, new))?;
    let lines = glue.lines().filter(|line| !line.starts_with(DISPOSE));
    Ok(lines.map(|line| format!("{line}\n")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARTS: [&str; 5] = [DECODER, DECODED[0], ENCODER, ENCODE_WHOLE, ENCODE_REST[0]];

    fn glue() -> String {
        PARTS.map(|part| format!("{part}\n")).concat()
    }

    #[test]
    fn nothing_is_made_before_the_first_text() {
        let idle = put_off(&glue()).unwrap();
        assert!(!idle.contains("r = new Text"), "{idle}");
        assert!(
            idle.contains("\nlet cachedTextDecoder, numBytesDecoded = Infinity;\n"),
            "{idle}"
        );
        assert!(idle.contains("??= new TextEncoder()"), "{idle}");
    }

    #[test]
    fn no_class_is_made_disposable() {
        let glue = format!(
            "{}if (Symbol.dispose) A.prototype[Symbol.dispose] = A.prototype.free;\n",
            glue()
        );
        assert!(!put_off(&glue).unwrap().contains("dispose"));
    }

    #[test]
    fn another_glue_is_an_error() {
        for part in PARTS {
            assert!(put_off(&glue().replace(part, "")).is_err(), "{part}");
        }
    }
}
