//! `THIRD-PARTY.md`: whose work the npm package contains, and the licence that it is there under.

mod crates;
mod linked;

use std::{collections::BTreeSet, path::Path};

use anyhow::{Result, ensure};
use xshell::Shell;

use crate::{
    manifest::{Manifest, Module},
    paths,
};
use crates::{Metadata, Package, of_module};

const HEAD: &str = "# Third parties

`ghl-users` contains work of others. All of it is, or may be taken, under the MIT licence, whose text follows at the end.
`cargo xtask generate` writes this file.

## In the WebAssembly and the code around it

The crates that are compiled with it; the linker keeps what is used of each.

| crate | licence | notice |
|---|---|---|
";

/// Compiled with the engine, and in no lock file.
const STD: &str = "| the Rust standard library: `core`, `alloc`, `std`, `compiler_builtins` | MIT OR Apache-2.0 | \
                   Copyright (c) The Rust Project Contributors |\n\
                   | `dlmalloc`, which comes with it | MIT OR Apache-2.0 | Copyright (c) 2014 Alex Crichton |\n\
                   | `hashbrown`, which comes with it | MIT OR Apache-2.0 | Copyright (c) 2016 Amanieu d'Antras |\n";

const MIT: &str = "
## The MIT licence

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the \"Software\"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
";

/// The whole file.
///
/// # Errors
/// When cargo does not tell the crates, or one of them cannot be had under the MIT licence.
pub fn file(sh: &Shell) -> Result<String> {
    let mut file = HEAD.to_owned();
    let mut lines = BTreeSet::new();
    let metadata = Metadata::read(sh)?;
    for module in &Manifest::read(sh)?.modules {
        let names = of_module(sh, module)?;
        for package in metadata.compiled_in(&module.crate_name)? {
            if names.contains(&package.name) {
                lines.insert(line(sh, package)?);
            }
        }
    }
    file.extend(lines);
    file.push_str(STD);
    file.push_str(MIT);
    Ok(file)
}

/// Checks that `THIRD-PARTY.md` names all crates of a compiled module that its symbols tell of.
///
/// # Errors
/// When one of them is missing there.
pub fn check(sh: &Shell, module: &Module, wasm: &[u8]) -> Result<()> {
    let file = sh.read_file(paths::root().join("pkg-template/THIRD-PARTY.md"))?;
    let listed: Vec<String> = file.split('`').map(|name| name.replace('-', "_")).collect();
    for name in linked::crates(wasm)? {
        ensure!(
            listed.contains(&name) || name == module.stem(),
            "{} contains {name}, and THIRD-PARTY.md does not say so: run `cargo xtask generate`",
            module.file()
        );
    }
    Ok(())
}

fn line(sh: &Shell, package: &Package) -> Result<String> {
    let (name, version) = (&package.name, &package.version);
    let license = package.license.as_deref().unwrap_or("none");
    ensure!(
        license.split(" OR ").any(|one| one == "MIT"),
        "{name} is under {license}: its text has to be in THIRD-PARTY.md"
    );
    Ok(format!(
        "| `{name}` {version} | {license} | {} |\n",
        notice(sh, package)
    ))
}

/// The copyright lines of a licence file, or else the authors.
fn notice(sh: &Shell, package: &Package) -> String {
    let folder = package.manifest_path.parent().unwrap_or(Path::new(""));
    for file in ["LICENSE-MIT", "LICENSE", "LICENSE.txt", "LICENSE.md"] {
        let Ok(text) = sh.read_file(folder.join(file)) else {
            continue;
        };
        let lines: Vec<&str> = text
            .lines()
            .map(str::trim)
            .filter(|line| line.starts_with("Copyright (c)"))
            .collect();
        if !lines.is_empty() {
            return lines.join("; ");
        }
    }
    // An address is nobody's notice.
    let names: Vec<&str> = package
        .authors
        .iter()
        .filter_map(|author| author.split(" <").next())
        .collect();
    match names.is_empty() {
        true => format!("the authors of {}", package.name),
        false => names.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::{crates::tests::metadata, *};

    #[test]
    fn a_crate_without_a_notice_has_its_authors() {
        let sh = Shell::new().unwrap();
        let [_, used, ..] = &metadata().packages[..] else {
            panic!("two packages")
        };
        assert_eq!(
            line(&sh, used).unwrap(),
            "| `used` 1.0.0 | Apache-2.0 OR MIT | A. Author |\n"
        );
    }

    #[test]
    fn a_licence_that_is_not_mit_is_an_error() {
        let sh = Shell::new().unwrap();
        for license in [
            None,
            Some("Apache-2.0"),
            Some("MIT AND MPL-2.0"),
            Some("MIT-0"),
        ] {
            let mut packages = metadata().packages;
            packages[1].license = license.map(str::to_owned);
            assert!(line(&sh, &packages[1]).is_err(), "{license:?}");
        }
    }
}
