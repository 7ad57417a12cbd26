//! The order of the functions in the wasm file: gzip finds again what stands near, so functions that resemble each other
//! stand side by side.

use std::collections::{HashMap, HashSet, VecDeque};

use anyhow::{Context, Result};
use wasm_encoder::{NameMap, NameSection, Section};
use wasmparser::{Parser, Payload, TypeRef};

/// The flag that makes wasm-opt order functions by their names.
pub const BY_NAME: &str = "--reorder-functions-by-name";

/// How many bytes in a row two functions have in common, for it to count. Found by trying, as is the next.
const PART: usize = 4;

/// With how many functions before it the next one is compared.
const LOOKED_AT: usize = 6;

/// Returns the wasm file with names that have the functions in a good order: the longest one first, and then always the one
/// that has the most in common with those before it, the nearer ones above all.
///
/// # Errors
/// When it is no wasm file.
pub fn name(wasm: &[u8]) -> Result<Vec<u8>> {
    let (mut imported, mut functions) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.context("this is no wasm file")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => functions.push(body.as_bytes()),
            _ => {}
        }
    }
    let mut ranks = vec![0; functions.len()];
    for (rank, function) in order(&functions).into_iter().enumerate() {
        if let Some(place) = ranks.get_mut(function) {
            *place = rank;
        }
    }
    let mut names = NameMap::new();
    for (index, rank) in (imported..).zip(ranks) {
        names.append(index, &format!("{rank:05}"));
    }
    let mut section = NameSection::new();
    section.functions(&names);
    let mut named = wasm.to_vec();
    section.append_to(&mut named);
    Ok(named)
}

fn order(functions: &[&[u8]]) -> Vec<usize> {
    let parts: Vec<HashSet<&[u8]>> = functions
        .iter()
        .map(|function| function.windows(PART).collect())
        .collect();
    let mut having: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (function, parts) in parts.iter().enumerate() {
        for part in parts {
            having.entry(part).or_default().push(function);
        }
    }
    let mut left: Vec<usize> = (0..functions.len()).collect();
    left.sort_by_key(|index| {
        std::cmp::Reverse(functions.get(*index).map_or(0, |function| function.len()))
    });
    left.reverse();
    let mut order = Vec::new();
    // What each of the last functions has in common with every function, the nearest first.
    let mut common: VecDeque<Vec<usize>> = VecDeque::new();
    let mut next = left.pop();
    while let Some(function) = next {
        order.push(function);
        let mut counts = vec![0; functions.len()];
        let own = parts.get(function).into_iter().flatten();
        for other in own.filter_map(|part| having.get(part)).flatten() {
            if let Some(count) = counts.get_mut(*other) {
                *count += 1;
            }
        }
        common.push_front(counts);
        common.truncate(LOOKED_AT);
        let in_common = |other: &usize| {
            let shares = common.iter().enumerate().map(|(distance, counts)| {
                12 * counts.get(*other).copied().unwrap_or(0) / (distance + 1)
            });
            shares.sum::<usize>()
        };
        let place = (0..left.len()).max_by_key(|place| left.get(*place).map_or(0, in_common));
        next = place.map(|place| left.remove(place));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_resembles_the_last_one_comes_next() {
        let functions: [&[u8]; 4] = [b"abcdefgh", b"0123456789", b"abcdefg!", b"23456789"];
        assert_eq!(order(&functions), [1, 3, 0, 2]);
        assert_eq!(order(&[]), [0; 0]);
    }
}
