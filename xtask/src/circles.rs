//! Circles of imports: files, and folders with the file of their name, that need each other. What follows is said of Rust;
//! [`typescript`] has what is different there.
//!
//! # What an import is
//! A path that another file of the crate answers: in a `use`, in code, or in the tokens of a macro. It counts for the file of
//! the deepest module that it names, and, where that file only hands the name on, for the file that it has the name from,
//! too: a child that takes from its parent what another child has made imports both of them, since it needs the one to be
//! found and the other to be there. Through a `pub use x::*` that is known of what stands in the file, not of what a macro makes.
//!
//! `mod x;` is none: a parent has to declare its children. Nor is a `pub use` of something that a child has made: it says where
//! others find that, and the parent itself does not need it. A `use` without `pub` does, and then that child may take nothing
//! from its parent. Modules of tests are no part of this.
//!
//! # What a circle is
//! In each module, what lies side by side is compared: its children, each with all that lies beneath it, and the module's own
//! file. So a folder counts as one, and files in a circle are found where their ways part.

mod source;
mod typescript;
mod ways;

use std::slice::from_ref;

use anyhow::{Context, Result, ensure};
use xshell::Shell;

use crate::paths;
use source::{Name, Source};

/// The folders that are free of circles.
const ROOTS: [&str; 3] = ["sandbox/src", "src", "xtask/src"];

/// A line of one file that needs another file.
struct Import<'a> {
    from: &'a Source,
    to: &'a Source,
    name: &'a Name,
}

/// Looks for circles in [`ROOTS`], and in the package's TypeScript half.
///
/// # Errors
/// Names the files of each circle, and the lines that close it.
pub fn check(sh: &Shell) -> Result<()> {
    let mut found = Vec::new();
    for root in ROOTS {
        // A folder inside of a crate is looked at alone, but its paths begin at the crate's root.
        let (home, inside) = root.rsplit_once("src").unwrap_or((root, ""));
        let home = format!("{home}src");
        let inside: Vec<_> = inside.split('/').filter(|name| !name.is_empty()).collect();
        let sources = read(sh, &home)?;
        found.extend(circles(&sources, &inside));
    }
    found.extend(typescript::circles(
        sh,
        &paths::root().join("pkg-template"),
    )?);
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// The modules of the crate whose sources lie in this folder.
fn read(sh: &Shell, home: &str) -> Result<Vec<Source>> {
    let (mut folders, mut files) = (vec![paths::root().join(home)], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in sh.read_dir(folder)? {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|name| name == "rs") {
                files.push(entry);
            }
        }
    }
    files.sort();
    let has_library = files.iter().any(|file| file.ends_with("src/lib.rs"));
    // Beside a library, a program is a crate of its own.
    files.retain(|file| !(has_library && file.ends_with("src/main.rs")));
    let sources = files.iter().map(|file| {
        let path = file.strip_prefix(paths::root())?.to_string_lossy();
        Source::parse(&path, home, &sh.read_file(file)?)
            .with_context(|| format!("{path} is no Rust"))
    });
    sources.collect()
}

/// The circles among the modules inside of one, each as a few lines to be read.
fn circles(sources: &[Source], inside: &[&str]) -> Vec<String> {
    let imports = imports(sources, inside);
    let folders = sources.iter().filter(|folder| {
        let is_parent = |source: &Source| folder.owns(source) && folder.module != source.module;
        sources.iter().any(is_parent)
    });
    folders
        .flat_map(|folder| circles_in(folder, &imports))
        .collect()
}

fn imports<'a>(sources: &'a [Source], inside: &[&str]) -> Vec<Import<'a>> {
    let is_inside = |source: &&Source| {
        let mut names = source.module.iter();
        inside
            .iter()
            .all(|name| names.next().is_some_and(|own| own == name))
    };
    let mut imports = Vec::new();
    for from in sources.iter().filter(is_inside) {
        for name in &from.names {
            for to in answering(sources, &name.path, &mut Vec::new()) {
                let is_offer = name.offered.is_some() && from.owns(to);
                if to.file != from.file && is_inside(&to) && !is_offer {
                    imports.push(Import { from, to, name });
                }
            }
        }
    }
    imports
}

/// The files that a path needs: the one it names, and those that this one has the name from.
fn answering<'a>(
    sources: &'a [Source],
    path: &[String],
    seen: &mut Vec<&'a str>,
) -> Vec<&'a Source> {
    let named = sources
        .iter()
        .filter(|source| path.starts_with(&source.module));
    let Some(named) = named.max_by_key(|source| source.module.len()) else {
        return Vec::new();
    };
    let mut found = vec![named];
    let Some((wanted, rest)) = path.get(named.module.len()..).and_then(<[_]>::split_first) else {
        return found;
    };
    if seen.contains(&named.file.as_str()) {
        return found;
    }
    seen.push(&named.file);
    for name in &named.names {
        match (name.offered.as_deref(), name.path.split_last()) {
            (Some("*"), Some((_, all))) if wanted != "*" => {
                let path = [all, from_ref(wanted), rest].concat();
                let behind = answering(sources, &path, seen);
                // Of what a macro makes, nobody knows here which file it is in.
                if behind.first().is_some_and(|first| first.makes(wanted)) {
                    found.extend(behind);
                }
            }
            (Some(offered), _) if offered == wanted || wanted == "*" => {
                found.extend(answering(sources, &[&name.path, rest].concat(), seen));
            }
            _ => {}
        }
    }
    seen.pop();
    found
}

/// The circles among what lies directly in a module.
fn circles_in(folder: &Source, imports: &[Import]) -> Vec<String> {
    let depth = folder.module.len();
    let beneath = imports
        .iter()
        .filter(|import| folder.owns(import.from) && folder.owns(import.to));
    let needs = beneath.map(|import| {
        let [from, to] =
            [import.from, import.to].map(|end| end.module.get(depth).map_or("", String::as_str));
        (from, to, import)
    });
    let told = ways::around(needs).into_iter().map(|imports| {
        let lines = imports.iter().map(|Import { from, to, name }| {
            format!(
                "  {}:{} needs {}: {}",
                from.file,
                name.line,
                to.file,
                name.path.join("::")
            )
        });
        let lines: Vec<_> = lines.collect();
        format!(
            "a circle of imports in {}:\n{}",
            folder.file,
            lines.join("\n")
        )
    });
    told.collect()
}

#[cfg(test)]
mod tests;
