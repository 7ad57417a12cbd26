//! The glue between JavaScript and the wasm file, as wasm-bindgen writes it, made short and quick.
//!
//! wasm-bindgen's names carry hashes, which no compression can shorten; wasm-opt renames them in the wasm file, and this
//! renames them in the glue.
//!
//! Decoding texts is the largest part of what a call takes, and most of them are constants, such as the names of members.

use std::ops::Range;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use wasmparser::{DataKind, Operator, Parser, Payload};

/// The flag that makes wasm-opt rename, and print the names.
pub const RENAME: &str = "--minify-imports-and-exports-and-modules";

/// What wasm-opt prints: each import as (module, name, new name), each export as (name, new name).
#[derive(Debug, Deserialize)]
struct Names {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

/// Returns the glue with the names of the renamed wasm file.
///
/// # Errors
/// When wasm-opt printed something else than names, or the glue lacks one of them.
pub fn rename(glue: &str, printed: &str) -> Result<String> {
    let names: Names = serde_json::from_str(printed).context("wasm-opt printed no names")?;
    let mut renamed = glue.to_owned();
    let mut exported = Vec::new();
    for (_, name, short) in &names.imports {
        let found = [
            format!("export function {name}("),
            format!("export const {name} ="),
        ]
        .into_iter()
        .find(|declaration| renamed.contains(declaration));
        let declaration = found.with_context(|| format!("the glue does not export {name}"))?;
        let private = declaration.trim_start_matches("export ").to_owned();
        renamed = renamed.replace(&declaration, &private);
        exported.push(format!("{name} as {short}"));
    }
    for (name, short) in &names.exports {
        for end in ["(", ".", ";", ",", ")"] {
            renamed = renamed.replace(&format!("wasm.{name}{end}"), &format!("wasm.{short}{end}"));
        }
    }
    Ok(format!(
        "{renamed}\nexport {{ {} }};\n",
        exported.join(", ")
    ))
}

/// How wasm-bindgen's glue reads a text from the memory.
const DECODE: &str = "    return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));\n}";

/// Returns the glue with a memory for the texts that are constants of the wasm file, each of which is decoded once.
///
/// # Errors
/// When the wasm file has no constants, or the glue does not read texts as expected.
pub fn remember_constants(glue: &str, wasm: &[u8]) -> Result<String> {
    let Range { start, end } = constants(wasm)?;
    ensure!(
        glue.matches(DECODE).count() == 1,
        "the glue of another wasm-bindgen: it does not read texts by `{DECODE}`"
    );
    let most = end - start + 1;
    let remember = format!(
        "    const decode = () => decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));
    if (ptr < {start} || ptr >= {end}) return decode();
    const place = (ptr - {start}) * {most} + len;
    const text = constants.get(place) ?? decode();
    constants.set(place, text);
    return text;
}}

const constants = new Map();"
    );
    Ok(glue.replace(DECODE, &remember))
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

    #[test]
    fn constants_are_decoded_once_and_other_texts_each_time() {
        let glue = format!("function getStringFromWasm0(ptr, len) {{\n{DECODE}");
        let quick = remember_constants(&glue, WASM).unwrap();
        assert!(
            quick.contains("if (ptr < 65536 || ptr >= 65539) return decode();"),
            "{quick}"
        );
        assert!(quick.contains("\nconst constants = new Map();"));
    }

    #[test]
    fn another_glue_or_a_file_without_data_is_an_error() {
        assert!(remember_constants("", WASM).is_err());
        assert!(remember_constants(DECODE, b"\0asm\x01\0\0\0").is_err());
    }

    const PRINTED: &str = r#"{ "imports": [["./m.js", "__wbg_f_12", "a"]], "exports": [["memory", "b"], ["run", "c"]] }"#;

    #[test]
    fn both_sides_get_the_same_names() {
        let glue = "export function __wbg_f_12(x) { return wasm.run(wasm.memory.buffer, wasm.runner(x)); }";
        let renamed = rename(glue, PRINTED).unwrap();
        assert_eq!(
            renamed,
            "function __wbg_f_12(x) { return wasm.c(wasm.b.buffer, wasm.runner(x)); }\nexport { __wbg_f_12 as a };\n"
        );
    }

    #[test]
    fn a_name_that_the_glue_lacks_is_an_error() {
        assert!(rename("export function other() {}", PRINTED).is_err());
        assert!(rename("", "no names").is_err());
    }
}
