//! Circles of imports in TypeScript: of types, too, since who reads a file reads those that it has its words from.
//!
//! Files of a folder are compared with each other, and folders with each other. A folder is what lies directly in it:
//! `generated` has folders for what stands above the client and for what stands below.

use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;
use xshell::{Shell, cmd};

use super::ways;
use crate::{npm, paths};

/// A line of one file that imports another, as `imports.mjs` prints it.
#[derive(Deserialize)]
struct Import {
    from: String,
    line: usize,
    to: String,
}

/// The circles of a project, each as a few lines to be read.
///
/// # Errors
/// When its imports cannot be read.
pub fn circles(sh: &Shell, project: &Path) -> Result<Vec<String>> {
    npm::ensure(sh)?;
    let script = paths::root().join("pkg-template/imports.mjs");
    let printed = cmd!(sh, "node {script} {project}").quiet().read()?;
    let imports: Vec<Import> =
        serde_json::from_str(&printed).context("imports.mjs does not print what xtask expects")?;
    let needs = imports.iter().map(|import| {
        let [from, to] = [import.from.as_str(), import.to.as_str()];
        match (folder(from), folder(to)) {
            (here, there) if here == there => (from, to, import),
            (here, there) => (here, there, import),
        }
    });
    let told = ways::around(needs).into_iter().map(|imports| {
        let lines = imports
            .iter()
            .map(|Import { from, line, to }| format!("  {from}:{line} needs {to}"));
        let lines: Vec<_> = lines.collect();
        format!("a circle of imports:\n{}", lines.join("\n"))
    });
    Ok(told.collect())
}

fn folder(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The circles of a project that has these sources.
    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let sh = Shell::new().unwrap();
        let folder = sh.create_temp_dir().unwrap();
        let config = paths::root().join("pkg-template/tsconfig.json");
        sh.copy_file(config, folder.path().join("tsconfig.json"))
            .unwrap();
        for (file, text) in files {
            sh.write_file(folder.path().join("src").join(file), text)
                .unwrap();
        }
        circles(&sh, folder.path()).unwrap()
    }

    #[test]
    fn a_circle_of_files_is_told_with_each_line_that_it_goes_through() {
        let files = [
            ("a/x.ts", "/** X */\nimport { y } from \"./y.js\";"),
            ("a/y.ts", "import { z } from \"./z.js\";"),
            ("a/z.ts", "import type { X } from \"./x.js\";"),
        ];
        assert_eq!(
            found(&files),
            ["a circle of imports:\n\
             \x20 src/a/x.ts:2 needs src/a/y.ts\n\
             \x20 src/a/y.ts:1 needs src/a/z.ts\n\
             \x20 src/a/z.ts:1 needs src/a/x.ts"]
        );
    }

    #[test]
    fn a_circle_of_folders_is_one_though_no_file_is_in_a_circle() {
        let files = [
            ("a/x.ts", "import { y } from \"../b/y.js\";"),
            ("a/z.ts", ""),
            ("b/y.ts", ""),
            ("b/w.ts", "export type * from \"../a/z.js\";"),
        ];
        assert_eq!(
            found(&files),
            ["a circle of imports:\n\
             \x20 src/a/x.ts:1 needs src/b/y.ts\n\
             \x20 src/b/w.ts:1 needs src/a/z.ts"]
        );
    }

    #[test]
    fn a_folder_inside_of_a_folder_counts_for_itself() {
        let files = [
            ("a/top/x.ts", "import { y } from \"../../b/y.js\";"),
            ("a/low/z.ts", ""),
            ("b/y.ts", "import { z } from \"../a/low/z.js\";"),
        ];
        assert_eq!(found(&files), Vec::<String>::new());
    }

    #[test]
    fn every_form_of_import_counts() {
        let forms = [
            "import \"FILE\";",
            "import x, { type X } from \"FILE\";",
            "import type * as x from \"FILE\";",
            "export * from \"FILE\";",
            "export * as x from \"FILE\";",
            "export type { X } from \"FILE\";",
            "const load = () => import(\"FILE\");",
            "let x: import(\"FILE\").X;",
            "let x: typeof import(\"FILE\");",
            "const quote = /\"/; export { x } from \"FILE\";",
        ];
        // A circle for each form, in a folder of its own.
        let folders = (0..forms.len()).map(|number| format!("form{number}"));
        let files: Vec<_> = folders
            .zip(forms)
            .flat_map(|(folder, form)| {
                [("x", "./y.js"), ("y", "./x.js")].map(|(file, other)| {
                    (format!("{folder}/{file}.ts"), form.replace("FILE", other))
                })
            })
            .collect();
        let files: Vec<_> = files
            .iter()
            .map(|(file, text)| (file.as_str(), text.as_str()))
            .collect();
        assert_eq!(found(&files).len(), forms.len());
    }

    #[test]
    fn words_in_comments_and_other_modules_are_none() {
        let files = [
            (
                "x.ts",
                "// import \"./y.js\";\nimport { z } from \"cloudflare:workers\";\nconst s = 'from \"./y.js\"';",
            ),
            ("y.ts", "import \"./x.js\";"),
        ];
        assert_eq!(found(&files), Vec::<String>::new());
    }
}
