//! The crates that are really in the engine: its functions are named after them until wasm-bindgen takes the names away.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use wasmparser::{KnownCustom, Name, Parser, Payload};

/// The crates that the functions of a wasm file are named after.
///
/// # Errors
/// When there are none, as in a file without names.
pub fn crates(wasm: &[u8]) -> Result<BTreeSet<String>> {
    let mut crates = BTreeSet::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CustomSection(section) = payload? else {
            continue;
        };
        let KnownCustom::Name(names) = section.as_known() else {
            continue;
        };
        for subsection in names {
            let Name::Function(functions) = subsection? else {
                continue;
            };
            for function in functions {
                let name = rustc_demangle::demangle(function?.name).to_string();
                crates.extend(crates_in(&name).map(str::to_owned));
            }
        }
    }
    ensure!(
        !crates.is_empty(),
        "the wasm file has no names of functions"
    );
    Ok(crates)
}

/// The crates that a name has, each with its hash: `<js_sys[1f2e3d4c]::Object as core[5b6a7988]::fmt::Debug>::fmt`.
fn crates_in(name: &str) -> impl Iterator<Item = &str> {
    let is_word = |character: char| character == '_' || character.is_ascii_alphanumeric();
    name.match_indices('[').filter_map(move |(place, _)| {
        let (before, rest) = name.split_at(place);
        let (hash, _) = rest.get(1..)?.split_once("]::")?;
        let is_hash = hash.len() > 6 && hash.chars().all(|character| character.is_ascii_hexdigit());
        // The compiler's own name for what it adds: a part of the standard library.
        let name = before.rsplit(|character| !is_word(character)).next()?;
        (is_hash && name != "__rustc").then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crates_of_a_name_are_those_with_a_hash() {
        let names = |name| crates_in(name).collect::<Vec<_>>();
        assert_eq!(
            names("<js_sys[1f2e3d4c]::Object as core[5b6a7988]::fmt::Debug>::fmt"),
            ["js_sys", "core"]
        );
        for none in [
            "<[u8; 4]>::len",
            "memcpy",
            "main[7]::x",
            "[[T]]::f",
            "__rustc[5b6a7988]::__rust_alloc",
        ] {
            assert!(names(none).is_empty(), "{none}");
        }
    }

    #[test]
    fn a_file_without_names_is_an_error() {
        assert!(crates(b"\0asm\x01\0\0\0").is_err());
    }
}
