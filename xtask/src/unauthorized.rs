//! The generated table of what a 401 is about, for the package's TypeScript half.

use std::fmt::Write;

use ghl_users::core::answer::unauthorized::{SILENT, WORDS};

use crate::typescript::HEADER;

/// Writes `errors/unauthorized.ts`.
pub fn file() -> String {
    let mut rows = String::new();
    // What stands together and has one code is one row: whichever of its words is found, the code is the same.
    for row in WORDS.chunk_by(|(_, code), (_, next)| code == next) {
        let words: Vec<&str> = row.iter().map(|(words, _)| *words).collect();
        let code = row.first().map_or("", |(_, code)| code.as_str());
        let _ = writeln!(rows, "  [/{}/, \"{code}\"],", words.join("|"));
    }
    format!(
        "{HEADER}import type {{ ErrorCode }} from \"./code.js\";\n\n\
         /** What the words of a 401, in small letters, are about: the first row that they have decides. */\n\
         export const WORDS: readonly (readonly [words: RegExp, code: ErrorCode])[] = [\n{rows}];\n\n\
         /** What says no more than the status does. */\n\
         export const SILENT = \"{SILENT}\";\n"
    )
}
