//! What a value is, as far as both sides can say it.

/// What a body is called that is no object.
pub const WHOLE: &str = "(body)";

/// What a value is.
#[derive(Clone, Debug)]
pub enum Thing {
    /// Whatever JSON can carry.
    Anything,
    /// A text: one of these words, if there are any.
    Text(Vec<String>),
    /// A number.
    Number,
    /// A number, or its digits.
    Digits,
    /// A boolean.
    Flag,
    /// An object.
    Object(Vec<Member>),
    /// An object whose members are all alike.
    Map(Box<Thing>),
    /// A list.
    List(Box<Thing>),
}

/// A member of an object, or a field of an input.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// What it is.
    pub thing: Thing,
    /// Whether it has to be there.
    pub is_required: bool,
    /// Where it travels: `path`, `query`, `body`; nothing within an object.
    pub place: &'static str,
}

impl Thing {
    /// Says what it is.
    pub fn words(&self) -> String {
        match self {
            Thing::Anything => "anything".to_owned(),
            Thing::Text(words) if words.is_empty() => "a text".to_owned(),
            Thing::Text(_) => "a word".to_owned(),
            Thing::Number => "a number".to_owned(),
            Thing::Digits => "a number or its digits".to_owned(),
            Thing::Flag => "a boolean".to_owned(),
            Thing::Object(_) => "an object".to_owned(),
            Thing::Map(item) => format!("a map of {}", item.words()),
            Thing::List(item) => format!("a list of {}", item.words()),
        }
    }
}
