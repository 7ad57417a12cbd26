//! Firefox and WebKitGTK with their drivers, for the matrix.

use std::{env, path::PathBuf};

use anyhow::{Context, Result};
use serde_json::json;
use xshell::{Shell, cmd};

use crate::{apt, driven::Driven, paths, toolchain};

const FIREFOXES: [&str; 2] = ["firefox", "firefox-esr"];
/// Where distributions put what is nobody's command.
const MINIBROWSERS: [&str; 3] = [
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
];
const GECKODRIVER: &str = "0.37.1";

/// A browser and its WebDriver.
#[derive(Debug)]
pub struct Browser {
    /// The browser.
    pub program: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
}

impl Browser {
    /// Firefox as the engine's tests need it.
    ///
    /// # Errors
    /// When the file cannot be written that tells the driver which browser to start.
    pub fn driven(self, sh: &Shell) -> Result<Driven> {
        let config = paths::state().join("geckodriver.json");
        let options = json!({ "moz:firefoxOptions": { "binary": self.program } });
        sh.write_file(&config, format!("{options:#}\n"))?;
        Ok(Driven {
            variable: "GECKODRIVER",
            driver: self.driver,
            config,
        })
    }
}

/// Finds Firefox (`FIREFOX`) and geckodriver (`GECKODRIVER`), or installs Debian's and that of crates.io.
///
/// # Errors
/// Names what to install where that fails.
pub fn firefox(sh: &Shell) -> Result<Browser> {
    let program = found("FIREFOX", &FIREFOXES).map_or_else(
        || {
            apt::install(sh, "Firefox", &["firefox-esr"])
                .context("install Firefox, or name it in FIREFOX")?;
            found("FIREFOX", &FIREFOXES).context("firefox-esr is installed, but not on PATH")
        },
        Ok,
    )?;
    let driver = match found("GECKODRIVER", &["geckodriver"]) {
        Some(driver) => driver,
        None => geckodriver(sh)?,
    };
    Ok(Browser { program, driver })
}

/// Finds WebKitGTK's MiniBrowser (`MINIBROWSER`), its driver (`WEBKITDRIVER`) and a display for it, or installs Debian's.
///
/// # Errors
/// Names what to install where that fails.
pub fn webkit(sh: &Shell) -> Result<Browser> {
    let find = || {
        let program = named("MINIBROWSER").or_else(|| {
            let mut places = MINIBROWSERS.iter().map(PathBuf::from);
            places.find(|place| place.exists())
        })?;
        let driver = found("WEBKITDRIVER", &["WebKitWebDriver"])?;
        which::which("xvfb-run").ok()?;
        Some(Browser { program, driver })
    };
    if let Some(browser) = find() {
        return Ok(browser);
    }
    apt::install(sh, "WebKitGTK with its driver and Xvfb", &["webkit2gtk-driver", "xvfb", "xauth"])
        .context("install WebKitGTK's MiniBrowser, WebKitWebDriver and xvfb-run, or name them in MINIBROWSER and WEBKITDRIVER")?;
    find().context("webkit2gtk-driver and xvfb are installed, but where is MiniBrowser? Name it in MINIBROWSER")
}

fn geckodriver(sh: &Shell) -> Result<PathBuf> {
    let root = paths::state().join("geckodriver");
    let driver = root.join("bin/geckodriver");
    if !driver.exists() {
        let cargo = toolchain::host_cargo();
        cmd!(
            sh,
            "{cargo} install geckodriver --version {GECKODRIVER} --locked --root {root}"
        )
        .run()?;
    }
    Ok(driver)
}

fn found(variable: &str, names: &[&str]) -> Option<PathBuf> {
    named(variable).or_else(|| names.iter().find_map(|name| which::which(name).ok()))
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from)
}
