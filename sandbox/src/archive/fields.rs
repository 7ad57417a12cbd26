//! The members of an object that was exported, read one by one; what is wrong is named by its place.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::object::Object;

/// An object, and where it stands: `users.all[3].`, or nothing for the whole.
pub(super) struct Fields<'a> {
    object: &'a Object,
    place: String,
}

impl<'a> Fields<'a> {
    pub(super) fn of(value: &'a Value, place: String) -> Result<Self, String> {
        match value {
            Value::Object(object) => Ok(Self { object, place }),
            other => {
                let name = match place.trim_end_matches('.') {
                    "" => "the state",
                    place => place,
                };
                Err(format!("{name} is {}: expected an object", kind(other)))
            }
        }
    }

    /// What a member is; null is none.
    pub(super) fn value(&self, name: &str) -> Option<&'a Value> {
        self.object.get(name).filter(|value| !value.is_null())
    }

    /// All members.
    pub(super) fn members(&self) -> &'a Object {
        self.object
    }

    /// What is wrong with a member.
    pub(super) fn wrong(&self, name: &str, expected: &str) -> String {
        let found = self.value(name).map_or("missing", kind);
        format!("{}{name} is {found}: expected {expected}", self.place)
    }

    /// A name that an object does not have was meant to be another.
    pub(super) fn only(&self, names: &[&str]) -> Result<(), String> {
        let mut own = self.object.keys();
        match own.find(|name| !names.contains(&name.as_str())) {
            None => Ok(()),
            Some(name) => {
                let names = names.join(", ");
                Err(format!(
                    "{}{name} is not known: expected {names}",
                    self.place
                ))
            }
        }
    }

    pub(super) fn optional_text(&self, name: &str) -> Result<Option<&'a str>, String> {
        let text = |value: &'a Value| value.as_str().ok_or_else(|| self.wrong(name, "a text"));
        self.value(name).map(text).transpose()
    }

    pub(super) fn text(&self, name: &str) -> Result<&'a str, String> {
        let text = self.optional_text(name)?;
        text.ok_or_else(|| self.wrong(name, "a text"))
    }

    /// A number that JavaScript can hold.
    pub(super) fn optional_number(&self, name: &str) -> Result<Option<u64>, String> {
        let wrong = || self.wrong(name, "a whole number from 0 to 9007199254740991");
        let Some(value) = self.value(name) else {
            return Ok(None);
        };
        whole(value).map(Some).ok_or_else(wrong)
    }

    pub(super) fn number(&self, name: &str) -> Result<u64, String> {
        let number = self.optional_number(name)?;
        number.ok_or_else(|| self.wrong(name, "a whole number"))
    }

    /// How many ids were given out: as many as dice can tell apart, or `usual`.
    pub(super) fn made(&self, name: &str, usual: usize) -> Result<usize, String> {
        let made = match self.optional_number(name)? {
            None => return Ok(usual),
            Some(made) => usize::try_from(made).ok().filter(|made| *made <= 1 << 24),
        };
        made.ok_or_else(|| self.wrong(name, "a whole number from 0 to 16777216"))
    }

    /// A flag that is down unless it is said to be up.
    pub(super) fn flag(&self, name: &str) -> Result<bool, String> {
        let flag = |value: &Value| value.as_bool().ok_or_else(|| self.wrong(name, "a boolean"));
        self.value(name).map_or(Ok(false), flag)
    }

    pub(super) fn optional_object(&self, name: &str) -> Result<Option<Self>, String> {
        let inner = |value| Self::of(value, format!("{}{name}.", self.place));
        self.value(name).map(inner).transpose()
    }

    pub(super) fn object(&self, name: &str) -> Result<Self, String> {
        let object = self.optional_object(name)?;
        object.ok_or_else(|| self.wrong(name, "an object"))
    }

    pub(super) fn list(&self, name: &str) -> Result<&'a Vec<Value>, String> {
        let list = self.value(name).and_then(Value::as_array);
        list.ok_or_else(|| self.wrong(name, "a list"))
    }

    /// The objects of a list.
    pub(super) fn objects(&self, name: &str) -> Result<Vec<Self>, String> {
        let objects = self.list(name)?.iter().enumerate();
        objects
            .map(|(number, value)| Self::of(value, format!("{}{name}[{number}].", self.place)))
            .collect()
    }

    /// A list of texts that is empty unless it is there.
    pub(super) fn texts(&self, name: &str) -> Result<Vec<String>, String> {
        let wrong = || self.wrong(name, "a list of texts");
        let Some(value) = self.value(name) else {
            return Ok(Vec::new());
        };
        let items = value.as_array().ok_or_else(wrong)?.iter();
        let texts = items.map(|item| item.as_str().map(str::to_owned));
        texts.collect::<Option<_>>().ok_or_else(wrong)
    }

    /// An object of texts that is empty unless it is there.
    pub(super) fn text_map(&self, name: &str) -> Result<BTreeMap<String, String>, String> {
        let Some(inner) = self.optional_object(name)? else {
            return Ok(BTreeMap::new());
        };
        let mut texts = BTreeMap::new();
        for key in inner.object.keys() {
            texts.insert(key.clone(), inner.text(key)?.to_owned());
        }
        Ok(texts)
    }
}

/// A whole number, as far as JavaScript has such.
pub(super) fn whole(value: &Value) -> Option<u64> {
    value.as_u64().filter(|number| *number < 1 << 53)
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
