//! What of the glue takes most of a call's time, written in another way.

use std::ops::Range;

use anyhow::{Context, Result, ensure};
use wasmparser::{DataKind, Operator, Parser, Payload};

use super::once;

/// How the glue reads a text from the memory. Most are constants, such as the names of members.
const DECODE: &str = "    return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));\n}";

/// How it begins and ends a function that may throw: with a list of arguments, and another function.
const GUARDED: [&str; 2] = ["() { return handleError(function (", "}, arguments); }"];

/// How it catches what such a function throws.
const CATCH: &str = "function handleError(f, args) {
    try {
        return f.apply(this, args);
    } catch (e) {";

/// How it gives a result to the engine.
const GIVE: [&str; 2] = ["    const ret = ", "    return addHeapObject(ret);"];

/// How it sees that the memory has grown. Where the runtime does not know `detached`, it asks for the memory each time.
const GROWN: [&str; 2] = [
    "cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && \
     cachedDataViewMemory0.buffer !== wasm.",
    ".buffer))",
];

/// Returns the glue with a memory for the texts that are constants of the wasm file, each of which is decoded once, and
/// without the detours by which it catches what is thrown and sees that the memory has grown.
///
/// # Errors
/// When the wasm file has no constants, or the glue is of another wasm-bindgen, and does all this in other words.
pub fn quicken(glue: &str, wasm: &[u8]) -> Result<String> {
    let glue = remember_constants(glue, constants(wasm)?)?;
    see_growth(&give_at_once(&catch_in_place(&glue)?))
}

fn remember_constants(glue: &str, Range { start, end }: Range<u32>) -> Result<String> {
    let most = end - start + 1;
    let decode = "decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len))";
    let remember = format!(
        "    if (ptr < {start} || ptr >= {end}) return {decode};
    const place = (ptr - {start}) * {most} + len;
    let text = constants.get(place);
    if (text === undefined) constants.set(place, (text = {decode}));
    return text;
}}

const constants = new Map();"
    );
    once(glue, DECODE, &remember)
}

fn catch_in_place(glue: &str) -> Result<String> {
    let [begin, end] = GUARDED;
    let glue = once(glue, CATCH, "function handleError(e) {\n    {")?;
    let (begins, ends) = (glue.matches(begin).count(), glue.matches(end).count());
    ensure!(
        begins == ends,
        "the glue begins {begins} functions that may throw, and ends {ends}"
    );
    let lines = glue.lines().map(|line| match line.split_once(begin) {
        Some((name, rest)) => format!("{name}({rest} try {{\n"),
        None => format!("{line}\n"),
    });
    let opened: String = lines.collect();
    Ok(opened.replace(end, "} catch (e) { handleError(e); } }"))
}

/// A minifier cannot know that nothing happens between the two lines.
fn give_at_once(glue: &str) -> String {
    let [named, given] = GIVE;
    let mut lines: Vec<String> = Vec::new();
    for line in glue.lines() {
        let value = lines.last().and_then(|last| last.strip_prefix(named));
        match value.and_then(|value| value.strip_suffix(';')) {
            Some(value) if line == given => {
                let at_once = given.replace("ret)", &format!("{value})"));
                lines.pop();
                lines.push(at_once);
            }
            _ => lines.push(line.to_owned()),
        }
    }
    lines.join("\n") + "\n"
}

fn see_growth(glue: &str) -> Result<String> {
    let [begin, end] = GROWN;
    let found = glue.split_once(begin).and_then(|(before, after)| {
        let (_, rest) = after.split_once(end)?;
        Some(format!(
            "{before}cachedDataViewMemory0.buffer.byteLength === 0){rest}"
        ))
    });
    found.with_context(|| format!("the glue of another wasm-bindgen: it lacks `{begin}`"))
}

/// Returns where the constants are in the memory: the linker puts them first of all data, and nothing writes there.
fn constants(wasm: &[u8]) -> Result<Range<u32>> {
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::DataSection(section) = payload? else {
            continue;
        };
        let first = section.into_iter().next().context("there is no data")??;
        if let DataKind::Active { offset_expr, .. } = first.kind
            && let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
        {
            let start = u32::try_from(value)?;
            return Ok(start..start + u32::try_from(first.data.len())?);
        }
    }
    anyhow::bail!("the wasm file has no data of a known place")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module of nothing but the text "abc" at 65536.
    const WASM: &[u8] =
        b"\0asm\x01\0\0\0\x05\x03\x01\0\x02\x0b\x0b\x01\0\x41\x80\x80\x04\x0b\x03abc";

    fn glue() -> String {
        format!(
            "function getStringFromWasm0(ptr, len) {{\n{DECODE}
function getDataViewMemory0() {{
    if (cachedDataViewMemory0 === null || {}m{} {{ grow(); }}
}}
{CATCH}
        wasm.e(addHeapObject(e));
    }}
}}
function __wbg_new() {{
    const ret = new Object();
    return addHeapObject(ret);
}}
function __wbg_get(){}arg0, arg1) {{
    return getObject(arg0)[arg1];
{}
",
            GROWN[0],
            GROWN[1],
            &GUARDED[0][2..],
            GUARDED[1]
        )
    }

    #[test]
    fn constants_are_decoded_once_and_other_texts_each_time() {
        let quick = quicken(&glue(), WASM).unwrap();
        assert!(
            quick.contains("if (ptr < 65536 || ptr >= 65539) return decodeText("),
            "{quick}"
        );
        assert!(quick.contains("\nconst constants = new Map();"));
    }

    #[test]
    fn what_may_throw_catches_for_itself() {
        let quick = quicken(&glue(), WASM).unwrap();
        let function = "function __wbg_get(arg0, arg1) { try {
    return getObject(arg0)[arg1];
} catch (e) { handleError(e); } }
";
        assert!(quick.contains(function), "{quick}");
        assert!(
            quick.contains("function handleError(e) {\n    {\n        wasm.e("),
            "{quick}"
        );
    }

    #[test]
    fn what_is_given_is_not_named() {
        let quick = quicken(&glue(), WASM).unwrap();
        assert!(
            quick.contains("    return addHeapObject(new Object());\n}"),
            "{quick}"
        );
    }

    #[test]
    fn a_memory_that_has_grown_is_known_by_its_old_buffer() {
        let quick = quicken(&glue(), WASM).unwrap();
        let condition =
            "(cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer.byteLength === 0) {";
        assert!(quick.contains(condition), "{quick}");
    }

    #[test]
    fn another_glue_or_a_file_without_data_is_an_error() {
        assert!(quicken(&glue(), b"\0asm\x01\0\0\0").is_err());
        for part in [DECODE, CATCH, GROWN[0], GUARDED[1]] {
            assert!(quicken(&glue().replace(part, ""), WASM).is_err(), "{part}");
        }
    }
}
