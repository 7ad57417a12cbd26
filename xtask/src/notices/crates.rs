//! The crates that are compiled into a module, as cargo tells of them.

use std::{
    collections::{BTreeSet, HashMap},
    path::PathBuf,
};

use anyhow::{Context, Result};
use serde::Deserialize;
use xshell::{Shell, cmd};

use crate::{manifest::Module, paths};

const TARGET: &str = "wasm32-unknown-unknown";
/// Compiled for macros, which alone call it.
const FOR_MACROS: &str = "wasm-bindgen-shared";

/// What cargo tells of the crates, as far as it is needed here.
#[derive(Debug, Deserialize)]
pub struct Metadata {
    /// All that there are.
    pub packages: Vec<Package>,
    resolve: Resolve,
}

/// A crate, or a package from npm.
#[derive(Debug, Deserialize)]
pub struct Package {
    #[serde(default)]
    id: String,
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence, as SPDX writes it.
    pub license: Option<String>,
    /// Who wrote it, with or without an address.
    #[serde(default)]
    pub authors: Vec<String>,
    /// Where its licence is, too.
    #[serde(default)]
    pub manifest_path: PathBuf,
    #[serde(default)]
    targets: Vec<Target>,
}

#[derive(Debug, Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Debug, Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Debug, Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

/// `kind` is nothing for what is compiled into the crate, or `dev` or `build`.
#[derive(Debug, Deserialize)]
struct Kind {
    kind: Option<String>,
}

impl Package {
    fn is_for_macros(&self) -> bool {
        let mut kinds = self.targets.iter().flat_map(|target| &target.kind);
        self.name == FOR_MACROS || kinds.any(|kind| kind == "proc-macro")
    }
}

impl Metadata {
    /// Asks cargo.
    ///
    /// # Errors
    /// When cargo does not tell.
    pub fn read(sh: &Shell) -> Result<Self> {
        let manifest = paths::root().join("Cargo.toml");
        let told = cmd!(
            sh,
            "cargo metadata --format-version 1 --locked --filter-platform {TARGET} --manifest-path {manifest}"
        );
        serde_json::from_str(&told.quiet().read()?).context("cargo told no metadata")
    }

    /// The crates whose code can be in the module of the crate `root`, by name: no macros, and nothing that only those need.
    ///
    /// # Errors
    /// When cargo has not told of one of them.
    pub fn compiled_in(&self, root: &str) -> Result<Vec<&Package>> {
        let packages: HashMap<&str, &Package> = self
            .packages
            .iter()
            .map(|package| (package.id.as_str(), package))
            .collect();
        let nodes: HashMap<&str, &Node> = self
            .resolve
            .nodes
            .iter()
            .map(|node| (node.id.as_str(), node))
            .collect();
        let root = self.packages.iter().find(|package| package.name == root);
        let mut waiting = vec![
            root.context("cargo does not know the module's crate")?
                .id
                .as_str(),
        ];
        let mut found = BTreeSet::new();
        while let Some(id) = waiting.pop() {
            let node = nodes
                .get(id)
                .with_context(|| format!("cargo told nothing of {id}"))?;
            for Dependency { pkg, dep_kinds } in &node.deps {
                let package = packages
                    .get(pkg.as_str())
                    .with_context(|| format!("cargo told nothing of {pkg}"))?;
                let is_compiled_in = dep_kinds.iter().any(|kind| kind.kind.is_none());
                if is_compiled_in
                    && !package.is_for_macros()
                    && found.insert((&package.name, &package.version, pkg))
                {
                    waiting.push(pkg);
                }
            }
        }
        Ok(found
            .iter()
            .filter_map(|(_, _, id)| packages.get(id.as_str()).copied())
            .collect())
    }
}

/// Names the crates of a module with its own features: what cargo tells of all crates has everybody's.
///
/// # Errors
/// When cargo does not tell.
pub fn of_module(sh: &Shell, module: &Module) -> Result<BTreeSet<String>> {
    let (manifest, name) = (paths::root().join("Cargo.toml"), &module.crate_name);
    let features = (!module.default_features).then_some("--no-default-features");
    let format = "{p}";
    let told = cmd!(
        sh,
        "cargo tree --locked --manifest-path {manifest} --package {name} {features...} --target {TARGET} --edges normal,no-proc-macro --prefix none --format {format}"
    );
    let lines = told.quiet().read()?;
    let names = lines.lines().filter_map(|line| line.split(' ').next());
    Ok(names.map(str::to_owned).collect())
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// Whose dependencies they are.
    const ROOT: &str = "ghl-users";

    /// What cargo could tell.
    pub fn metadata() -> Metadata {
        let package = |name: &str, kind: &str| {
            serde_json::json!({ "id": name, "name": name, "version": "1.0.0",
            "license": "Apache-2.0 OR MIT", "authors": ["A. Author <a@example.com>"], "manifest_path": "/nowhere/Cargo.toml",
            "targets": [{ "kind": [kind] }] })
        };
        let needs = |name: &str, needed: &[(&str, Option<&str>)]| {
            let deps: Vec<_> = needed
                .iter()
                .map(|(pkg, kind)| serde_json::json!({ "pkg": pkg, "dep_kinds": [{ "kind": kind }] }))
                .collect();
            serde_json::json!({ "id": name, "deps": deps })
        };
        let told = serde_json::json!({
            "packages": [package(ROOT, "lib"), package("used", "lib"), package("beneath", "lib"), package("derive", "proc-macro"),
                package("of-the-macro", "lib"), package("of-the-tests", "lib"), package("of-the-build", "lib")],
            "resolve": { "nodes": [
                needs(ROOT, &[("used", None), ("derive", None), ("of-the-tests", Some("dev")), ("of-the-build", Some("build"))]),
                needs("used", &[("beneath", None)]), needs("beneath", &[("used", None)]), needs("derive", &[("of-the-macro", None)]),
                needs("of-the-macro", &[]), needs("of-the-tests", &[]), needs("of-the-build", &[]),
            ] },
        });
        serde_json::from_value(told).unwrap()
    }

    #[test]
    fn what_is_compiled_in_is_listed_and_nothing_else() {
        let metadata = metadata();
        let names: Vec<_> = metadata
            .compiled_in(ROOT)
            .unwrap()
            .iter()
            .map(|package| package.name.as_str())
            .collect();
        assert_eq!(names, ["beneath", "used"]);
    }
}
