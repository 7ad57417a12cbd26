//! The generated table of what a 401 is about, for the package's TypeScript half.

use std::fmt::Write;

use ghl_users::core::unauthorized::{SILENT, WORDS};

use crate::typescript::HEADER;

/// Writes `unauthorized.ts`.
pub fn file() -> String {
    let mut rows = String::new();
    for (words, code) in WORDS {
        let _ = writeln!(rows, "  [\"{words}\", \"{}\"],", code.as_str());
    }
    format!(
        "{HEADER}import type {{ ErrorCode }} from \"./types.js\";\n\n\
         /** What the words of a 401 are about: the first row that they have, in whatever case, decides. */\n\
         export const WORDS: readonly (readonly [words: string, code: ErrorCode])[] = [\n{rows}];\n\n\
         /** What says no more than the status does. */\n\
         export const SILENT = \"{SILENT}\";\n"
    )
}
