//! The table of functions that are called by number, and those that stand there for nobody.
//!
//! wasm-bindgen and js-sys bring functions for closures and tasks of every kind along, and the linker keeps them all, since
//! JavaScript might call them. Those that this package needs are exported by name by now; the others only stand in the table,
//! where wasm-opt takes them for called. They are the last ones there: what is left out so is a place without a function,
//! which traps if ever it is called.

use std::collections::{HashMap, HashSet};

use anyhow::{Context, Result};
use wasm_encoder::{ConstExpr, ElementSection, Elements, Module, RawSection};
use wasmparser::{ElementItems, ElementKind, KnownCustom, Name, Operator, Parser, Payload};

/// What the names of such functions have in them.
const UNUSED: [&str; 2] = [
    "convert::closures::_::invoke::<",
    "futures::jspi::task_waker::",
];

/// Returns the wasm file without those at the end of its table. It has to have the names of its functions.
///
/// # Errors
/// When it is no wasm file, or its table is not as the linker makes it.
pub fn prune(wasm: &[u8]) -> Result<Vec<u8>> {
    let names = names(wasm)?;
    let unused: HashSet<u32> = names
        .iter()
        .filter(|(_, name)| {
            UNUSED
                .iter()
                .any(|part| without_hashes(name).contains(part))
        })
        .map(|(index, _)| *index)
        .collect();
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.context("this is no wasm file")?;
        if let Payload::ElementSection(segments) = &payload {
            let mut section = ElementSection::new();
            for segment in segments.clone() {
                let segment = segment?;
                let (
                    ElementKind::Active {
                        table_index,
                        offset_expr,
                    },
                    ElementItems::Functions(functions),
                ) = (segment.kind, segment.items)
                else {
                    anyhow::bail!("the table of functions has another form");
                };
                let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
                else {
                    anyhow::bail!("the table of functions begins nowhere");
                };
                let mut functions = functions.into_iter().collect::<Result<Vec<u32>, _>>()?;
                while functions.last().is_some_and(|last| unused.contains(last)) {
                    functions.pop();
                }
                section.active(
                    table_index,
                    &ConstExpr::i32_const(value),
                    Elements::Functions(functions.into()),
                );
            }
            module.section(&section);
        } else if let Some((id, range)) = payload.as_section() {
            let data = wasm.get(range).context("a section is cut off")?;
            module.section(&RawSection { id, data });
        }
    }
    Ok(module.finish())
}

/// The names of the functions, by their index.
fn names(wasm: &[u8]) -> Result<HashMap<u32, &str>> {
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CustomSection(custom) = payload.context("this is no wasm file")? else {
            continue;
        };
        let KnownCustom::Name(sections) = custom.as_known() else {
            continue;
        };
        for section in sections {
            if let Name::Function(functions) = section? {
                for function in functions {
                    let function = function?;
                    names.insert(function.index, function.name);
                }
            }
        }
    }
    Ok(names)
}

/// `js_sys[586faa3aa7eb39a5]::futures` becomes `js_sys::futures`.
fn without_hashes(name: &str) -> String {
    let mut parts = name.split('[');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| {
        let rest = part.split_once("]::").map(|(_, rest)| format!("::{rest}"));
        name + &rest.unwrap_or_else(|| format!("[{part}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_without_the_hash_of_its_crate() {
        let name = "wasm_bindgen[e44edd6d937718a7]::convert::closures::_::invoke::<f64, [u8]>";
        assert_eq!(
            without_hashes(name),
            "wasm_bindgen::convert::closures::_::invoke::<f64, [u8]>"
        );
    }

    #[test]
    fn functions_for_nobody_go_from_the_end_of_the_table_and_no_other() {
        let wat = |table: &str| {
            format!(
                "(module (table 4 4 funcref) (elem (i32.const 1) func {table})
                   (func $used) (func $\"js_sys::futures::jspi::task_waker::raw_drop\"))"
            )
        };
        let unused = "$\"js_sys::futures::jspi::task_waker::raw_drop\"";
        let before = wat::parse_str(wat(&format!("{unused} $used {unused}"))).unwrap();
        let after = wat::parse_str(wat(&format!("{unused} $used"))).unwrap();
        assert_eq!(prune(&before).unwrap(), after);
    }
}
