//! What an entry weighs, and whether it may.

use std::{fmt, io::Write, iter::Sum, path::Path};

use anyhow::{Result, ensure};
use flate2::{Compression, write::GzEncoder};
use xshell::Shell;

use crate::manifest::Entry;

/// The bytes of one or more files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// As they stand on the disk.
    pub raw: u64,
    /// As a server sends them: each file compressed on its own, as `gzip -9` does.
    pub gzip: u64,
}

impl Size {
    /// Weighs one file's content.
    ///
    /// # Errors
    /// When compressing fails.
    pub fn of(content: &[u8]) -> Result<Self> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(content)?;
        let gzip = encoder.finish()?;
        Ok(Self {
            raw: content.len() as u64,
            gzip: gzip.len() as u64,
        })
    }
}

impl Sum for Size {
    fn sum<I: Iterator<Item = Self>>(sizes: I) -> Self {
        sizes.fold(Self::default(), |total, size| Self {
            raw: total.raw + size.raw,
            gzip: total.gzip + size.gzip,
        })
    }
}

/// An entry with its weight: one line of the report.
#[derive(Debug)]
pub struct Weighed<'a> {
    entry: &'a Entry,
    size: Size,
}

impl<'a> Weighed<'a> {
    fn new(sh: &Shell, package: &Path, entry: &'a Entry) -> Result<Self> {
        let sizes = entry
            .files
            .iter()
            .map(|file| Size::of(&sh.read_binary_file(package.join(file))?));
        Ok(Self {
            entry,
            size: sizes.sum::<Result<Size>>()?,
        })
    }

    fn is_too_heavy(&self) -> bool {
        self.entry
            .max_gzip
            .is_some_and(|limit| self.size.gzip > limit)
    }
}

impl fmt::Display for Weighed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:<22} {:>9} {:>9}",
            self.entry.name,
            kilobytes(self.size.raw),
            kilobytes(self.size.gzip)
        )?;
        match self.entry.max_gzip {
            Some(limit) if self.is_too_heavy() => {
                write!(f, "  too heavy: the limit is {}", kilobytes(limit))
            }
            Some(limit) => write!(f, "  of {}", kilobytes(limit)),
            None => Ok(()),
        }
    }
}

/// Prints what every entry of the package weighs, and fails when one weighs too much.
///
/// # Errors
/// Names the entries that are over their limit, or a file that is not there.
pub fn report(sh: &Shell, package: &Path, entries: &[Entry]) -> Result<()> {
    let weighed = entries
        .iter()
        .map(|entry| Weighed::new(sh, package, entry))
        .collect::<Result<Vec<_>>>()?;
    println!("\n{:<22} {:>9} {:>9}", "entry", "raw", "gzip -9");
    for line in &weighed {
        println!("{line}");
    }
    let heavy: Vec<_> = weighed
        .iter()
        .filter(|line| line.is_too_heavy())
        .map(|line| &*line.entry.name)
        .collect();
    ensure!(
        heavy.is_empty(),
        "over the budget of wasm-pack.toml: {}",
        heavy.join(", ")
    );
    Ok(())
}

/// 1 KB is 1,000 bytes.
fn kilobytes(bytes: u64) -> String {
    format!("{}.{} KB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(max_gzip: Option<u64>) -> Entry {
        Entry {
            name: "workerd".to_owned(),
            files: Vec::new(),
            max_gzip,
        }
    }

    fn weighed(entry: &Entry, gzip: u64) -> Weighed<'_> {
        Weighed {
            entry,
            size: Size { raw: 60_000, gzip },
        }
    }

    #[test]
    fn gzip_compresses_what_repeats() {
        let size = Size::of(&[b'a'; 10_000]).unwrap();
        assert_eq!(size.raw, 10_000);
        assert!((20..100).contains(&size.gzip), "{size:?}");
    }

    #[test]
    fn an_entry_weighs_the_sum_of_its_files() {
        let total: Size = [Size { raw: 3, gzip: 1 }, Size { raw: 40, gzip: 20 }]
            .into_iter()
            .sum();
        assert_eq!(total, Size { raw: 43, gzip: 21 });
    }

    #[test]
    fn the_limit_itself_is_allowed() {
        let entry = entry(Some(24_000));
        assert!(!weighed(&entry, 24_000).is_too_heavy());
        assert!(weighed(&entry, 24_001).is_too_heavy());
    }

    #[test]
    fn an_entry_without_a_limit_is_never_too_heavy() {
        assert!(!weighed(&entry(None), u64::MAX).is_too_heavy());
    }

    #[test]
    fn the_report_says_how_much_of_the_budget_is_used() {
        let entry = entry(Some(24_000));
        assert!(
            weighed(&entry, 21_990)
                .to_string()
                .ends_with("60.0 KB   21.9 KB  of 24.0 KB")
        );
        assert!(
            weighed(&entry, 24_001)
                .to_string()
                .ends_with("24.0 KB  too heavy: the limit is 24.0 KB")
        );
    }
}
