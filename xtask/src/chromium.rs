//! Chromium and its driver, for the tests that need a real browser.

use std::{env, path::PathBuf};

use anyhow::{Context, Result};
use serde_json::json;
use xshell::Shell;

use crate::{apt, driven::Driven, paths};

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

    /// The browser as the engine's tests need it.
    ///
    /// # Errors
    /// When the file cannot be written that tells the driver which browser to start.
    pub fn driven(self, sh: &Shell) -> Result<Driven> {
        let config = paths::state().join("webdriver.json");
        let options = json!({ "goog:chromeOptions": { "binary": self.browser, "args": ["disable-gpu", "disable-quic", "no-first-run"] } });
        sh.write_file(&config, format!("{options:#}\n"))?;
        Ok(Driven {
            variable: "CHROMEDRIVER",
            driver: self.driver,
            config,
        })
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
