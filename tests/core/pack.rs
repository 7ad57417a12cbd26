//! Rows that travel: what is written and read again is the same, and what is spoiled is refused.

use ghl_users::{
    api::RESOURCES,
    core::{
        error::Code,
        model::{
            EMPTY, Field, Kind, Many, Marks, Shape,
            operation::{Access, Body, Form, Method, Operation, Output},
            pack,
            version::Apis,
        },
    },
};
use proptest::{prelude::*, sample::select};

use crate::support::cases;

/// Rows last as long as the program: what a test makes up is never given back.
fn kept<T>(list: Vec<T>) -> &'static [T] {
    list.leak()
}

fn text() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        select(vec![
            "",
            "id",
            "users.get",
            "/a/{b}",
            "2021-07-28",
            "é",
            "💥 0?_"
        ]),
        "[ -{}~]{0,12}".prop_map(|text| &*text.leak()),
    ]
}

fn field(shapes: Vec<&'static Shape>) -> impl Strategy<Value = Field> {
    let bits = (0..8u8, 0..8u8, 0..16u8);
    let many = select(vec![Many::One, Many::List, Many::Csv]);
    (text(), select(&Kind::WIRE[..]), many, select(shapes), bits).prop_map(
        |(name, kind, many, of, (apis, required, marks))| Field {
            name,
            kind,
            many,
            of,
            apis: Apis::from_bits(apis),
            required: Apis::from_bits(required),
            marks: Marks::from_bits(marks),
        },
    )
}

/// A shape made of these, or of others made of these.
fn shape(inner: Vec<&'static Shape>) -> impl Strategy<Value = &'static Shape> {
    let fields = prop::collection::vec(field(inner), 0..6);
    let rest = prop::option::of(select(&Kind::WIRE[..]));
    let words = prop::collection::vec(text(), 0..4);
    (fields, rest, words).prop_map(|(fields, rest, words)| {
        &*Box::leak(Box::new(Shape {
            fields: kept(fields),
            rest,
            words: kept(words),
        }))
    })
}

/// Shapes up to three deep.
fn input() -> impl Strategy<Value = &'static Shape> {
    shape(vec![&EMPTY])
        .prop_flat_map(|first| shape(vec![&EMPTY, first]).prop_map(move |second| (first, second)))
        .prop_flat_map(|(first, second)| shape(vec![&EMPTY, first, second]))
}

fn row() -> impl Strategy<Value = Operation> {
    let access = || prop::option::of(select(&Access::ALL[..]));
    let output = (select(&Form::ALL[..]), text(), text());
    let how = (
        select(&Method::ALL[..]),
        select(&Body::ALL[..]),
        any::<bool>(),
    );
    let words = (text(), text(), text(), text());
    (how, words, [access(), access(), access()], input(), output).prop_map(
        |(
            (method, body, reads),
            (id, path, version, hint),
            access,
            input,
            (form, within, list),
        )| {
            Operation {
                id,
                method,
                path,
                version,
                access,
                input,
                body,
                output: Output { form, within, list },
                reads,
                hint,
            }
        },
    )
}

#[test]
fn the_rows_of_every_resource_come_out_as_they_went_in() {
    for rows in RESOURCES {
        let pack = pack::write(rows).unwrap();
        assert_eq!(pack::read(pack).unwrap(), *rows);
    }
}

#[test]
fn a_text_that_would_end_too_early_is_not_written() {
    let row = Operation {
        hint: "either | or",
        ..RESOURCES[0][0]
    };
    assert_eq!(pack::write(&[row]), None);
}

#[test]
fn a_pack_of_another_form_or_of_none_is_refused_in_words() {
    let whole = pack::write(RESOURCES[0]).unwrap();
    let other = format!("{}{}", (b'0' + pack::FORM as u8 + 1) as char, &whole[1..]);
    for text in [
        &other,
        "",
        "{}",
        &whole[..whole.len() - 1],
        &format!("{whole}0"),
    ] {
        let error = pack::read(text.to_owned()).unwrap_err();
        assert_eq!(error.code, Code::InvalidConfig);
        assert_eq!(
            error.message,
            "this resource is damaged, or of another version of ghl-users than the client: install one"
        );
    }
}

/// Numbers that no text is long enough for, and shapes that refer to themselves or to later ones.
#[test]
fn a_count_or_a_place_beyond_the_text_is_refused_at_once() {
    let huge = "ooooo";
    let form = char::from(b'0' + pack::FORM as u8);
    for rest in [
        format!("{huge}O"),
        format!("1{huge}O"),
        "0ooooooooooooooo".to_owned(),
        // One shape with one field, which is made of the shape itself; and one that is made of the next.
        "11a|6710000".to_owned(),
        "11a|6720000".to_owned(),
    ] {
        assert!(pack::read(format!("{form}{rest}")).is_err(), "{rest}");
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn made_up_rows_come_out_as_they_went_in(rows in prop::collection::vec(row(), 0..5)) {
        let pack = pack::write(&rows).unwrap();
        prop_assert_eq!(pack::read(pack).unwrap(), &rows[..]);
    }
}

/// A generator that is the same everywhere (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }
}

/// Cut, swapped, overwritten, or nothing but chance. What is read of it may be rows, but nothing traps and nothing hangs.
#[test]
fn a_hundred_thousand_spoiled_packs_are_refused_or_read_without_a_trap() {
    let packs: Vec<Vec<u8>> = RESOURCES
        .iter()
        .map(|rows| {
            pack::write(&rows[rows.len().saturating_sub(2)..])
                .unwrap()
                .into_bytes()
        })
        .collect();
    let mut dice = Dice(0x2026_1130);
    let mut refused = 0;
    for number in 0..100_000 {
        let mut bytes = packs[dice.below(packs.len())].clone();
        match number % 4 {
            0 => bytes.truncate(dice.below(bytes.len())),
            1 => {
                let (one, other) = (dice.below(bytes.len()), dice.below(bytes.len()));
                bytes.swap(one, other);
            }
            2 => {
                for _ in 0..=dice.below(4) {
                    let place = dice.below(bytes.len());
                    bytes[place] = b' ' + dice.below(95) as u8;
                }
            }
            _ => {
                let length = dice.below(200);
                bytes = (0..length).map(|_| b' ' + dice.below(95) as u8).collect();
                bytes.insert(0, b'0' + pack::FORM as u8);
            }
        }
        let text = String::from_utf8(bytes).unwrap();
        refused += usize::from(pack::read(text).is_err());
    }
    assert!(refused > 60_000, "{refused}");
}
