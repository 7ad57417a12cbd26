//! Every test, each suite with the question it answers.

use std::{path::PathBuf, time::Instant};

use anyhow::{Context, Result, ensure};
use clap::ValueEnum;
use xshell::{Shell, cmd};

use crate::{
    browsers, check,
    chromium::Chromium,
    driven::Driven,
    lanes::{self, Environment},
    nudge::Nudge,
    package, paths, serve, spec,
    toolchain::{self, Toolchain},
};

/// The wasm tests learn the sandbox's address when they are compiled: a port that stays the same spares compiling them again.
const WASM_SANDBOX_PORT: u16 = 4011;

/// A group of tests that runs by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Suite {
    /// Formatting, circles of imports, lints, types and generated files
    Check,
    /// The core and the sandbox on this machine
    Native,
    /// The engine in Node
    Node,
    /// The engine in headless Chromium
    Browser,
    /// The npm package and its weight
    Build,
    /// The packed npm package, installed elsewhere
    Consumers,
    /// The code and the links of README and docs
    Docs,
    /// The packed npm package against servers and networks that misbehave
    Chaos,
    /// The requests and the sandbox against HighLevel's own specs and SDK
    Conformance,
    /// The demo page in headless Chromium
    Page,
}

impl Suite {
    fn question(self) -> &'static str {
        match self {
            Self::Check => {
                "Is the code formatted, free of warnings and of circles, and in agreement with what is generated from it?"
            }
            Self::Native => "Do the core, the sandbox and xtask decide as they should?",
            Self::Node => "Does the compiled engine work in Node?",
            Self::Browser => "Does the compiled engine work in a browser?",
            Self::Build => "Does the package build, and stay within its budget?",
            Self::Consumers => "Does the package work for those who install it?",
            Self::Docs => "Is every block of code in README and docs true, and every link?",
            Self::Chaos => "Does the package stay true and alive when nothing else does?",
            Self::Conformance => {
                "Do the declarations and the requests conform to HighLevel's own OpenAPI files?"
            }
            Self::Page => "Does the page work for a person?",
        }
    }

    fn takes_package(self) -> bool {
        matches!(
            self,
            Self::Consumers | Self::Docs | Self::Chaos | Self::Conformance | Self::Page
        )
    }

    fn run(self, sh: &Shell) -> Result<()> {
        match self {
            Self::Check => check::run(sh),
            Self::Native => native(sh),
            Self::Node => wasm(sh, None),
            Self::Browser => wasm(sh, Some(Chromium::ensure(sh)?.driven(sh)?)),
            Self::Build => package::build(sh),
            Self::Consumers => installed(
                sh,
                "tests/consumers",
                Some(Chromium::ensure(sh)?),
                Vec::new(),
            ),
            Self::Docs => installed(sh, "tests/docs", None, Vec::new()),
            Self::Chaos => installed(sh, "tests/chaos", None, Vec::new()),
            Self::Conformance => conformance(sh),
            Self::Page => page(sh, Vec::new()),
        }
    }
}

/// Runs one suite, or all of them: a failure does not keep the next suite from running.
///
/// # Errors
/// Names the suites that failed.
pub fn run(sh: &Shell, suite: Option<Suite>) -> Result<()> {
    // The suites that take pkg/ run after the one that builds it; one that runs alone has it built here.
    if suite.is_some_and(Suite::takes_package) {
        package::make(sh)?;
    }
    let suites = suite
        .as_ref()
        .map_or(Suite::value_variants(), std::slice::from_ref);
    let mut failed = Vec::new();
    for suite in suites {
        let name = format!("{suite:?}").to_lowercase();
        println!("\n=== {name}: {}", suite.question());
        let start = Instant::now();
        let verdict = match suite.run(sh) {
            Ok(()) => "passed",
            Err(error) => {
                eprintln!("{error:#}");
                failed.push(name.clone());
                "FAILED"
            }
        };
        println!(
            "=== {name} {verdict} in {:.1} s",
            start.elapsed().as_secs_f32()
        );
    }
    ensure!(failed.is_empty(), "failed: {}", failed.join(", "));
    Ok(())
}

fn native(sh: &Shell) -> Result<()> {
    let cargo = toolchain::host_cargo();
    Ok(cmd!(sh, "{cargo} test --workspace").run()?)
}

/// The tests of `tests/browser` in Firefox.
///
/// # Errors
/// When Firefox cannot be had, or a test fails.
pub fn engine_in_firefox(sh: &Shell) -> Result<()> {
    wasm(sh, Some(browsers::firefox(sh)?.driven(sh)?))
}

/// The tests of `tests/browser`: in Node, unless a browser is given.
fn wasm(sh: &Shell, browser: Option<Driven>) -> Result<()> {
    let toolchain = Toolchain::ensure(sh)?;
    let runner = test_runner(sh)?;
    let sandbox = serve::sandbox(WASM_SANDBOX_PORT).or_else(|_| serve::sandbox(0))?;
    let tests = toolchain
        .cargo(sh, "test", &["--package", "ghl-users", "--test", "browser"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("GHL_SANDBOX_URL", sandbox.url());
    let Some(browser) = browser else {
        return finished(tests);
    };
    let nudge = Nudge::start()?;
    let tests = tests
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .env("WASM_BINDGEN_TEST_ADDRESS", nudge.address.to_string())
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.config)
        // Generous, since nothing here waits for them unless a machine is slow.
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env(browser.variable, browser.driver);
    Ok(tests.run()?)
}

/// Runs tests in Node, which ends without a word, and without an error, when it waits for nothing but a promise that is
/// never settled.
fn finished(tests: xshell::Cmd) -> Result<()> {
    let output = tests.ignore_status().output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    print!("{said}");
    eprint!("{}", String::from_utf8_lossy(&output.stderr));
    ensure!(output.status.success(), "a test failed");
    ensure!(
        said.contains("test result: ok"),
        "Node ended before the tests did: a promise is never settled"
    );
    Ok(())
}

/// Built before the tests and by the pinned compiler, whichever compiles the tests; with the features that the whole workspace
/// asks for, as everything else is, so that nothing is compiled again for it alone.
fn test_runner(sh: &Shell) -> Result<PathBuf> {
    let (cargo, target) = (toolchain::host_cargo(), paths::cargo_target());
    cmd!(
        sh,
        "{cargo} build --quiet --workspace --bin wasm-bindgen-test-runner --target-dir {target}"
    )
    .run()?;
    Ok(target.join("debug/wasm-bindgen-test-runner"))
}

/// The tests of a folder that install the packed package and use it against a sandbox, some of them in a browser.
///
/// # Errors
/// When `pkg/` cannot be packed or installed, or a test fails.
pub fn installed(
    sh: &Shell,
    folder: &str,
    chromium: Option<Chromium>,
    mut environment: Environment,
) -> Result<()> {
    let tarball = package::pack(sh)?;
    environment.push(("GHL_INSTALLED", package::install(sh, &tarball)?.into()));
    environment.push(("GHL_TARBALL", tarball.into()));
    environment.extend(chromium.map(|found| ("CHROMIUM", found.browser.into())));
    lanes::run(&test_files(sh, folder)?, &environment)
}

/// Runs the page's tests in Firefox: `cargo xtask consumers` does, not `cargo xtask test`.
///
/// # Errors
/// When there is no Firefox, or a test fails.
pub fn page_in_firefox(sh: &Shell) -> Result<()> {
    let firefox = browsers::firefox(sh)?.program;
    page(
        sh,
        vec![
            ("GHL_BROWSER", "firefox".into()),
            ("FIREFOX", firefox.into()),
        ],
    )
}

/// Compares with HighLevel's own files, which are not part of the project.
fn conformance(sh: &Shell) -> Result<()> {
    let files = paths::root().join("../shared/spec");
    if files.exists() {
        spec::run(sh, &spec::Options::all(files))?;
    } else {
        println!(
            "skipped: HighLevel's OpenAPI files are not in {}",
            files.display()
        );
    }
    installed(sh, "tests/conformance", None, Vec::new())
}

fn page(sh: &Shell, mut environment: Environment) -> Result<()> {
    let chromium = Chromium::ensure(sh)?;
    let page = serve::page(0)?;
    environment.push(("GHL_PAGE_URL", format!("{page}/").into()));
    environment.push(("CHROMIUM", chromium.browser.into()));
    lanes::run(&test_files(sh, "tests/page")?, &environment)
}

fn test_files(sh: &Shell, folder: &str) -> Result<Vec<PathBuf>> {
    let files = sh
        .read_dir(paths::root().join(folder))
        .with_context(|| format!("{folder} is missing"))?;
    let tests: Vec<_> = files
        .into_iter()
        .filter(|file| file.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    // `node --test` without a file would look for tests elsewhere, and pass where it finds none.
    ensure!(
        !tests.is_empty(),
        "{folder} holds no file that ends in .test.mjs"
    );
    Ok(tests)
}
