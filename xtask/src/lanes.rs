//! Files of tests, several at a time: a lane takes one after the other, and has a sandbox of its own, which they reset.

use std::{
    collections::VecDeque,
    ffi::OsString,
    io::{Write, stdout},
    num::NonZero,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::{Mutex, PoisonError},
    thread,
    time::Instant,
};

use anyhow::{Context, Result, anyhow, ensure};

use crate::{paths, serve};

/// More of them would wait for each other's browsers.
const MOST: usize = 4;
/// What measures how long something takes, or gives it little time. Nothing else runs meanwhile.
const ALONE: [&str; 5] = [
    "tests/chaos/pacing.test.mjs",
    "tests/chaos/storm.test.mjs",
    "tests/chaos/time.test.mjs",
    "tests/consumers/redaction.test.mjs",
    "tests/consumers/workers-budget.test.mjs",
];

/// What the tests' processes have in their environment, beside the address of their sandbox.
pub type Environment = Vec<(&'static str, OsString)>;

/// Runs all of these files, whichever of them fails, and prints what each has said when it is over.
///
/// # Errors
/// Names the files that failed.
pub fn run(files: &[PathBuf], environment: &Environment) -> Result<()> {
    let (alone, together): (Vec<&Path>, Vec<&Path>) = files
        .iter()
        .map(|file| file.strip_prefix(paths::root()).unwrap_or(file))
        .partition(|file| ALONE.iter().any(|name| *file == Path::new(name)));
    let lanes = thread::available_parallelism().map_or(1, NonZero::get);
    let mut failed = side_by_side(together, lanes.min(MOST), environment)?;
    failed.extend(side_by_side(alone, 1, environment)?);
    ensure!(failed.is_empty(), "failed: {}", failed.join(", "));
    Ok(())
}

/// Runs files in so many lanes, and names those that failed.
fn side_by_side(files: Vec<&Path>, lanes: usize, environment: &Environment) -> Result<Vec<String>> {
    let waiting = Mutex::new(VecDeque::from(files));
    let failed = Mutex::new(Vec::new());
    let lane = || -> Result<()> {
        let sandbox = serve::sandbox(0)?;
        while let Some(file) = take(&waiting) {
            let start = Instant::now();
            let output = tested(file, &sandbox.url(), environment)?;
            let verdict = if output.status.success() {
                "passed"
            } else {
                "FAILED"
            };
            let seconds = start.elapsed().as_secs_f32();
            let file = file.display().to_string();
            // In one piece, since lanes would mix their lines.
            let mut out = stdout().lock();
            out.write_all(&output.stdout)?;
            out.write_all(&output.stderr)?;
            writeln!(out, "--- {file} {verdict} in {seconds:.1} s\n")?;
            if !output.status.success() {
                failed
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(file);
            }
        }
        Ok(())
    };
    thread::scope(|scope| {
        let running: Vec<_> = (0..lanes).map(|_| scope.spawn(lane)).collect();
        running.into_iter().try_for_each(|lane| {
            lane.join()
                .map_err(|_| anyhow!("a lane of tests has panicked"))?
        })
    })?;
    Ok(failed.into_inner().unwrap_or_else(PoisonError::into_inner))
}

fn take<'a>(waiting: &Mutex<VecDeque<&'a Path>>) -> Option<&'a Path> {
    waiting
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .pop_front()
}

fn tested(file: &Path, sandbox: &str, environment: &Environment) -> Result<Output> {
    Command::new("node")
        .args(["--test", "--test-reporter=spec"])
        .arg(file)
        .current_dir(paths::root())
        .env("GHL_SANDBOX_URL", sandbox)
        .envs(environment.iter().map(|(name, value)| (name, value)))
        .output()
        .with_context(|| format!("node cannot run {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_alone_is_there() {
        for file in ALONE {
            assert!(paths::root().join(file).is_file(), "{file}");
        }
    }
}
