//! Chromium and its driver, for the tests that need a real browser.

use std::{env, path::PathBuf};

use anyhow::{Context, Result};
use serde_json::json;
use xshell::Shell;

use crate::{apt, paths};

const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// A browser and the WebDriver of the same version.
#[derive(Debug)]
pub struct Chromium {
    /// `CHROME`, or else found on `PATH`.
    pub browser: PathBuf,
    /// `CHROMEDRIVER`, or else found on `PATH`.
    pub driver: PathBuf,
}

impl Chromium {
    /// Finds both, or installs Debian's.
    ///
    /// # Errors
    /// Names what to install where apt-get cannot.
    pub fn ensure(sh: &Shell) -> Result<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        apt::install(sh, "Chromium with its driver", &["chromium", "chromium-driver"])
            .context("install Chromium and chromedriver of the same version, or name them in CHROME and CHROMEDRIVER")?;
        Self::find().context("chromium and chromium-driver are installed, but not on PATH")
    }

    /// Writes the file from which the test runner learns which browser to start.
    pub fn webdriver_config(&self, sh: &Shell) -> Result<PathBuf> {
        let file = paths::state().join("webdriver.json");
        let config = json!({ "goog:chromeOptions": { "binary": self.browser, "args": ["disable-gpu", "disable-quic", "no-first-run"] } });
        sh.write_file(&file, format!("{config:#}\n"))?;
        Ok(file)
    }

    fn find() -> Option<Self> {
        Some(Self {
            browser: program("CHROME", &BROWSERS)?,
            driver: program("CHROMEDRIVER", &["chromedriver"])?,
        })
    }
}

fn program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    let named = env::var_os(variable).map(PathBuf::from);
    named.or_else(|| names.iter().find_map(|name| which::which(name).ok()))
}
