//! Debian's packages, for what neither cargo nor npm brings.

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

/// Installs Debian packages, or says which command would. `purpose` completes the sentence "… is missing".
pub fn install(sh: &Shell, purpose: &str, packages: &[&str]) -> Result<()> {
    let by_hand = format!(
        "apt-get install --no-install-recommends {}",
        packages.join(" ")
    );
    if which::which("apt-get").is_err() {
        bail!(
            "{purpose} is missing, and there is no apt-get to install it with. On Debian it comes with: {by_hand}"
        );
    }
    if cmd!(sh, "id -u").quiet().read()? != "0" {
        bail!("{purpose} is missing. Install it with: sudo {by_hand}");
    }
    let install = || {
        cmd!(
            sh,
            "apt-get install -y --no-install-recommends {packages...}"
        )
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()
    };
    // A fresh image has no package lists, and old lists name files that are gone: both are cured by an update.
    install()
        .or_else(|_| cmd!(sh, "apt-get update").run().and_then(|()| install()))
        .with_context(|| format!("{purpose} is missing, and `{by_hand}` failed"))
}
