//! The glue between JavaScript and the wasm file, as wasm-bindgen writes it, made short, quick and idle.
//!
//! wasm-bindgen's names carry hashes, which no compression can shorten; wasm-opt renames them in the wasm file, and this
//! renames them in the glue.

mod speed;
mod start;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

pub use speed::quicken;
pub use start::put_off;

/// The flag that makes wasm-opt rename, and print the names.
pub const RENAME: &str = "--minify-imports-and-exports-and-modules";

/// What wasm-opt prints: each import as (module, name, new name), each export as (name, new name).
#[derive(Debug, Deserialize)]
struct Names {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

/// Returns the glue with the names of the renamed wasm file, whose imports it exports as one object: a bundler would make
/// a getter of each for a namespace.
///
/// # Errors
/// When wasm-opt printed something else than names, or the glue lacks one of them.
pub fn rename(glue: &str, printed: &str) -> Result<String> {
    let names: Names = serde_json::from_str(printed).context("wasm-opt printed no names")?;
    let mut renamed = glue.to_owned();
    let mut imports = Vec::new();
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
        imports.push(format!("{short}: {name}"));
    }
    for (name, short) in &names.exports {
        for end in ["(", ".", ";", ",", ")"] {
            renamed = renamed.replace(&format!("wasm.{name}{end}"), &format!("wasm.{short}{end}"));
        }
    }
    Ok(format!(
        "{renamed}\nexport const imports = {{ {} }};\n",
        imports.join(", ")
    ))
}

/// Replaces what is there once.
fn once(text: &str, old: &str, new: &str) -> Result<String> {
    let count = text.matches(old).count();
    ensure!(
        count == 1,
        "the glue of another wasm-bindgen: it has `{old}` {count} times"
    );
    Ok(text.replace(old, new))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = r#"{ "imports": [["./m.js", "__wbg_f_12", "a"]], "exports": [["memory", "b"], ["run", "c"]] }"#;

    #[test]
    fn both_sides_get_the_same_names() {
        let glue = "export function __wbg_f_12(x) { return wasm.run(wasm.memory.buffer, wasm.runner(x)); }";
        let renamed = rename(glue, PRINTED).unwrap();
        assert_eq!(
            renamed,
            "function __wbg_f_12(x) { return wasm.c(wasm.b.buffer, wasm.runner(x)); }\nexport const imports = { a: __wbg_f_12 };\n"
        );
    }

    #[test]
    fn a_name_that_the_glue_lacks_is_an_error() {
        assert!(rename("export function other() {}", PRINTED).is_err());
        assert!(rename("", "no names").is_err());
    }
}
