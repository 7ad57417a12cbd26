//! A browser that tests can drive.

use std::path::PathBuf;

/// A browser for the tests of the engine.
pub struct Driven {
    /// The environment variable that names its driver.
    pub variable: &'static str,
    /// Its driver.
    pub driver: PathBuf,
    /// The file that tells the driver which browser to start.
    pub config: PathBuf,
}
