//! The differences that are meant, each with its reason.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// What `differences.toml` has.
#[derive(Deserialize)]
struct File {
    because: Vec<Because>,
}

/// Differences with one reason.
#[derive(Deserialize)]
struct Because {
    reason: String,
    /// As they are printed. A `*` stands for anything.
    differences: Vec<String>,
}

/// The patterns, and how often each was met.
pub struct Listed(Vec<(String, usize)>);

impl Listed {
    /// Reads the file.
    ///
    /// # Errors
    /// When it is none, or a reason is missing.
    pub fn read(text: &str) -> Result<Self> {
        let file: File = toml::from_str(text).context("differences.toml cannot be read")?;
        let mut patterns = Vec::new();
        for Because {
            reason,
            differences,
        } in file.because
        {
            ensure!(
                !reason.trim().is_empty(),
                "a reason is missing before {differences:?}"
            );
            patterns.extend(differences.into_iter().map(|pattern| (pattern, 0)));
        }
        Ok(Self(patterns))
    }

    /// Returns whether a difference is listed, and counts it.
    pub fn has(&mut self, difference: &str) -> bool {
        let found = self
            .0
            .iter_mut()
            .find(|(pattern, _)| matches(pattern, difference));
        found.is_some_and(|(_, met)| {
            *met += 1;
            true
        })
    }

    /// How many differences were met.
    pub fn count(&self) -> usize {
        self.0.iter().map(|(_, met)| met).sum()
    }

    /// The patterns that were not met.
    pub fn unused(&self) -> Vec<&str> {
        let unused = self.0.iter().filter(|(_, met)| *met == 0);
        unused.map(|(pattern, _)| pattern.as_str()).collect()
    }
}

/// Whether a text is what a pattern says.
fn matches(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(text) = text.strip_prefix(start) else {
        return false;
    };
    let places = (0..=text.len()).filter(|place| text.is_char_boundary(*place));
    places
        .into_iter()
        .any(|place| matches(rest, text.get(place..).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_stands_for_anything() {
        for (pattern, text, is_met) in [
            ("v2 a: b", "v2 a: b", true),
            ("v2 a: b", "v2 a: bc", false),
            ("v* a: *", "v3 a: only ours", true),
            ("v* a: *x", "v3 a: only ours", false),
            ("*", "", true),
            ("**b", "aab", true),
        ] {
            assert_eq!(matches(pattern, text), is_met, "{pattern} {text}");
        }
    }
}
