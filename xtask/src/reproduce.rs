//! Whether the package can be made again: two builds of one commit, in different places, byte by byte.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    path::{Path, PathBuf},
};

use anyhow::{Result, ensure};
use sha2::{Digest, Sha256};
use xshell::{Shell, cmd};

use crate::{build_info::hex, package, paths};

/// Folders whose names have neither length nor characters in common.
const PLACES: [&str; 2] = ["a", "somewhere else/with a longer name"];

/// The content of files by their paths.
type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Clones the commit that is checked out into two folders, builds and packs the package in each, and compares.
///
/// # Errors
/// Names the files that differ.
pub fn run(sh: &Shell) -> Result<()> {
    let commit = cmd!(sh, "git rev-parse HEAD").quiet().read()?;
    if !cmd!(sh, "git status --porcelain")
        .quiet()
        .read()?
        .is_empty()
    {
        eprintln!("What is not committed is left out: this builds {commit}.");
    }
    let folder = tempfile::tempdir()?;
    let places = PLACES.map(|place| folder.path().join(place));
    let tarballs = places
        .iter()
        .map(|place| build(sh, place))
        .collect::<Result<Vec<_>>>()?;

    let [first, second] = places.map(|place| contents(sh, &place.join("pkg")));
    let (first, second) = (first?, second?);
    let differing = differences(&first, &second);
    ensure!(
        differing.is_empty(),
        "two builds of {commit} differ in {}",
        Vec::from_iter(differing).join(", ")
    );
    let digests: Vec<_> = tarballs
        .iter()
        .map(|tarball| hex(&Sha256::digest(tarball)))
        .collect();
    ensure!(
        tarballs.windows(2).all(|pair| pair.first() == pair.last()),
        "two builds of {commit} have the same files, but not the same tarball: {}",
        digests.join(", ")
    );
    println!(
        "two builds of {commit} are the same {} files\nsha256 of the tarball: {}",
        first.len(),
        digests.first().map_or("", String::as_str)
    );
    Ok(())
}

/// Builds a fresh clone with a target folder of its own, and returns the tarball.
fn build(sh: &Shell, place: &Path) -> Result<Vec<u8>> {
    let (root, xtask) = (paths::root(), env::current_exe()?);
    cmd!(sh, "git clone --quiet --no-hardlinks {root} {place}").run()?;
    cmd!(sh, "{xtask} build")
        .env("CARGO_MANIFEST_DIR", place.join("xtask"))
        .env("CARGO_TARGET_DIR", place.join("target"))
        .run()?;
    let tarball = package::pack_into(sh, &place.join("pkg"), &place.join("target"))?;
    Ok(sh.read_binary_file(tarball)?)
}

/// The files that only one of the two has, or that they have with other bytes.
fn differences(first: &Files, second: &Files) -> BTreeSet<String> {
    first
        .keys()
        .chain(second.keys())
        .filter(|file| first.get(*file) != second.get(*file))
        .map(|file| file.display().to_string())
        .collect()
}

/// Every file under a folder, by its path from there.
fn contents(sh: &Shell, folder: &Path) -> Result<Files> {
    let mut files = BTreeMap::new();
    let mut pending = vec![folder.to_owned()];
    while let Some(next) = pending.pop() {
        for path in sh.read_dir(next)? {
            if path.is_dir() {
                pending.push(path);
            } else {
                files.insert(
                    path.strip_prefix(folder)?.to_owned(),
                    sh.read_binary_file(&path)?,
                );
            }
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> Files {
        let owned = |(path, content): &(&str, &str)| (path.into(), content.as_bytes().to_vec());
        files.iter().map(owned).collect()
    }

    #[test]
    fn the_same_files_do_not_differ() {
        let build = files(&[("package.json", "{}"), ("dist/index.js", "1")]);
        assert!(differences(&build, &build.clone()).is_empty());
    }

    #[test]
    fn names_what_differs_and_what_one_build_lacks() {
        let first = files(&[("package.json", "{}"), ("dist/index.js", "1"), ("a", "")]);
        let second = files(&[("package.json", "{}"), ("dist/index.js", "2"), ("b", "")]);
        assert_eq!(
            Vec::from_iter(differences(&first, &second)),
            ["a", "b", "dist/index.js"]
        );
    }
}
