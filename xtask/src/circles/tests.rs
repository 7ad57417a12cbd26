//! Made-up crates, and the circles in them.

use super::{circles, source::Source};

/// The circles of a crate in the folder `src`, as the files that they go through.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    found_inside(files, &[])
}

fn found_inside(files: &[(&str, &str)], inside: &[&str]) -> Vec<String> {
    let sources = files
        .iter()
        .map(|(file, text)| Source::parse(&format!("src/{file}"), "src", text).unwrap());
    circles(&sources.collect::<Vec<_>>(), inside)
}

/// How many circles there are beneath a root that declares these modules.
fn count(files: &[(&str, &str)]) -> usize {
    let root = ("lib.rs", "mod a; mod b; mod c;");
    found(&[&[root], files].concat()).len()
}

#[test]
fn imports_that_run_one_way_are_no_circle() {
    let files = [
        ("a.rs", "use crate::b::B; use crate::c::C;"),
        ("b.rs", "use crate::c::C;"),
        ("c.rs", ""),
    ];
    assert_eq!(count(&files), 0);
}

#[test]
fn a_circle_is_told_with_each_line_that_it_goes_through() {
    let files = [
        ("lib.rs", "mod a; mod b; mod c;"),
        ("a.rs", "//! A\nuse crate::{\n    b::B,\n};"),
        ("b.rs", "use super::c;"),
        ("c.rs", "use std::fmt;\n\nfn c() -> crate::a::A {}"),
    ];
    assert_eq!(
        found(&files),
        ["a circle of imports in src/lib.rs:\n\
         \x20 src/a.rs:3 needs src/b.rs: b::B\n\
         \x20 src/b.rs:1 needs src/c.rs: c\n\
         \x20 src/c.rs:3 needs src/a.rs: a::A"]
    );
}

#[test]
fn every_circle_is_told() {
    let files = [
        ("lib.rs", "mod a; mod b; mod c; mod d;"),
        ("a.rs", "use crate::b;"),
        ("b.rs", "use crate::a;"),
        ("c.rs", "use crate::d;"),
        ("d.rs", "use crate::c;"),
    ];
    assert_eq!(found(&files).len(), 2);
}

#[test]
fn paths_in_code_in_types_and_in_macros_are_imports() {
    for code in [
        "fn f() { crate::b::f() }",
        "type T = super::b::T;",
        "fn f() { println!(\"{}\", crate::b::f()) }",
        "fn f() { vec![vec![self::super::b::f()]]; }",
        "impl crate::b::T for A {}",
        "use crate::b as other;",
        "use crate::b::*;",
        "mod inside { use super::super::b::T; }",
    ] {
        assert_eq!(
            count(&[("a.rs", code), ("b.rs", "use crate::a::A;")]),
            1,
            "{code}"
        );
    }
}

#[test]
fn names_of_other_crates_of_tests_and_of_the_file_itself_are_none() {
    for code in [
        "use b::T;",
        "use std::b::T;",
        "fn f(b: u8) { self.b.f() }",
        "pub(crate) struct T;",
        "#[cfg(test)] mod tests { use crate::b::T; }",
        "mod inside { use super::T; }",
        "/// [`crate::b`]\nstruct T;",
    ] {
        assert_eq!(
            count(&[("a.rs", code), ("b.rs", "use crate::a::A;")]),
            0,
            "{code}"
        );
    }
}

#[test]
fn to_declare_a_child_and_to_offer_what_it_makes_is_no_import() {
    let child = ("a/x.rs", "use super::Word;");
    assert_eq!(
        count(&[("a.rs", "mod x; pub use x::X; struct Word;"), child]),
        0
    );
    assert_eq!(
        count(&[
            ("a/mod.rs", "mod x; pub(super) use self::x::{X, Y as Z};"),
            child
        ]),
        0
    );
}

#[test]
fn a_parent_that_needs_its_child_closes_a_circle_with_what_the_child_takes_from_it() {
    let child = ("a/x.rs", "use super::Word;");
    assert_eq!(count(&[("a.rs", "mod x; use x::X;"), child]), 1);
    assert_eq!(count(&[("a.rs", "mod x; fn f() { x::f() }"), child]), 1);
    assert_eq!(
        count(&[("a.rs", "mod x; use x::X;"), ("a/x.rs", "use crate::b;")]),
        0
    );
}

#[test]
fn what_a_parent_hands_on_is_imported_from_the_child_that_made_it_too() {
    let parent = ("a.rs", "mod x; mod y; pub use x::X; pub use y::*;");
    let y = ("a/y.rs", "use super::X; pub struct Y;");
    assert_eq!(count(&[parent, ("a/x.rs", "use super::Y;"), y]), 1);
    assert_eq!(count(&[parent, ("a/x.rs", "use super::Z;"), y]), 0);
    assert_eq!(count(&[parent, ("a/x.rs", "use crate::a::*;"), y]), 1);
    assert_eq!(count(&[parent, ("a/x.rs", ""), y]), 0);
}

#[test]
fn a_folder_counts_as_one_with_the_file_of_its_name() {
    // No file needs one that needs it, but neither folder can be read before the other.
    let files = [
        ("a.rs", "mod x; mod y;"),
        ("a/x.rs", "use crate::b::z::Z;"),
        ("a/y.rs", ""),
        ("b.rs", "mod z; mod w;"),
        ("b/z.rs", ""),
        ("b/w.rs", "use crate::a::y::Y;"),
    ];
    assert_eq!(count(&files), 1);
}

#[test]
fn files_in_a_circle_are_told_once_where_their_ways_part() {
    let files = [
        ("lib.rs", "mod a;"),
        ("a.rs", "mod x; mod y;"),
        ("a/x.rs", "use super::y::Y;"),
        ("a/y.rs", "use crate::a::x::X;"),
    ];
    let found = found(&files);
    assert_eq!(found.len(), 1);
    assert!(
        found
            .concat()
            .starts_with("a circle of imports in src/a.rs:"),
        "{found:?}"
    );
}

#[test]
fn a_folder_can_be_looked_at_alone() {
    let files = [
        ("lib.rs", "mod a; mod b;"),
        ("a.rs", "mod x; mod y; use crate::b;"),
        ("a/x.rs", "use super::y::Y;"),
        ("a/y.rs", ""),
        ("b.rs", "use crate::a;"),
    ];
    assert_eq!(found(&files).len(), 1);
    assert_eq!(found_inside(&files, &["a"]).len(), 0);
}

#[test]
fn what_is_no_rust_is_refused() {
    assert!(Source::parse("src/a.rs", "src", "use").is_err());
}
