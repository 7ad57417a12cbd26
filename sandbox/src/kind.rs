//! What a kind of things is like; which kinds there are stands in `kinds`.

use crate::dice::{Dice, Purpose};
use crate::object::Object;

/// A kind of things.
#[derive(Debug)]
pub(crate) struct Kind {
    /// What refusals call it.
    pub(crate) name: &'static str,
    /// What its ids are thrown with: never another kind's, and never changed.
    pub(crate) number: usize,
    pub(crate) form: Form,
    /// The field that has the id.
    pub(crate) id_key: &'static str,
    /// What paths call its id; where a path is about it, they may call it `id`.
    pub(crate) path_name: &'static str,
    /// The field that has the location; empty where a thing does not show it.
    pub(crate) location_key: &'static str,
    /// The fields that have the moments of creation and of the last change; empty where a thing does not show them.
    pub(crate) dates: [&'static str; 2],
    /// What it belongs to and goes with, each with the field that has its id.
    pub(crate) parents: &'static [(&'static Kind, &'static str)],
    /// Further fields by whose values things are found at once.
    pub(crate) indexed: &'static [&'static str],
    /// What a search for a text looks at, in small letters.
    pub(crate) words: fn(&Object) -> String,
    /// What a new one has unless it is told otherwise, as JSON.
    pub(crate) defaults: &'static str,
    /// What an id that nothing has is answered with.
    pub(crate) unknown: u16,
}

/// What an id looks like.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Form {
    /// 20 letters and digits.
    Letters,
    /// 24 hexadecimal digits.
    Hex,
    /// Hexadecimal digits in groups of 8, 4, 4, 4 and 12.
    Uuid,
}

impl Kind {
    /// A kind with what most have in common.
    pub(crate) const fn new(name: &'static str, number: usize) -> Self {
        Self {
            name,
            number,
            form: Form::Letters,
            id_key: "id",
            path_name: "",
            location_key: "locationId",
            dates: ["", ""],
            parents: &[],
            indexed: &[],
            words: |_| String::new(),
            defaults: "{}",
            unknown: 404,
        }
    }

    /// The id of the thing of this kind that is made at this place, from 0.
    pub(crate) fn id(&self, place: usize) -> String {
        let mut dice = Dice::new(self.number << 24 | place, Purpose::Thing);
        match self.form {
            Form::Letters => dice.letters(20),
            Form::Hex => dice.hex(24),
            Form::Uuid => dice.uuid(),
        }
    }
}
