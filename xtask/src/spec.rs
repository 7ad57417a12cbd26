//! Our declarations against HighLevel's OpenAPI files, field by field.
//!
//! Every difference is printed, unless `tests/conformance/differences.toml` has it with a reason; and so is what that has and no
//! longer differs.

mod compare;
mod declared;
mod listed;
mod schema;
mod thing;
mod vendor;

use std::path::PathBuf;

use anyhow::{Result, ensure};
use clap::Args;
use ghl_users::core::model::version::Api;
use xshell::Shell;

use self::{listed::Listed, vendor::Vendor};
use crate::{catalogue, paths};

const LISTED: &str = "tests/conformance/differences.toml";

/// What to compare with.
#[derive(Debug, Args)]
pub struct Options {
    /// The folder with HighLevel's files: `v2` and `v3`, and in them a file of OpenAPI per resource
    directory: PathBuf,
    /// Only operations whose id begins so
    #[arg(default_value = "")]
    ids: String,
}

impl Options {
    /// Compares all operations.
    pub fn all(directory: PathBuf) -> Self {
        Options {
            directory,
            ids: String::new(),
        }
    }
}

/// Compares every operation of v2 and v3 with what HighLevel says of it.
///
/// # Errors
/// When something differs that is not listed, or something is listed that does not differ.
pub fn run(sh: &Shell, options: &Options) -> Result<()> {
    let mut listed = Listed::read(&sh.read_file(paths::root().join(LISTED))?)?;
    let mut operations = 0;
    let mut differences = Vec::new();
    for api in [Api::V2, Api::V3] {
        let vendor = Vendor::read(sh, &options.directory, api)?;
        let wanted = catalogue::documented()
            .filter(|(row, _)| row.access(api).is_some() && row.id.starts_with(&options.ids));
        for (row, docs) in wanted {
            operations += 1;
            let found = compare::operation(api, row, docs, &vendor);
            differences.extend(found.into_iter().filter(|found| !listed.has(found)));
        }
    }
    for difference in &differences {
        println!("{difference}");
    }
    let stale = if options.ids.is_empty() {
        listed.unused()
    } else {
        Vec::new()
    };
    for pattern in &stale {
        println!("listed in {LISTED}, and no difference any more: {pattern}");
    }
    let (different, known) = (differences.len() + stale.len(), listed.count());
    println!(
        "{operations} operations agree with HighLevel's files but for {known} differences that are listed with their reasons"
    );
    ensure!(
        different == 0,
        "{different} differences: mend them, or list them in {LISTED}"
    );
    Ok(())
}
