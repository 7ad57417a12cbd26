//! The channels by which a contact may not want to be reached: each version has names of its own, and v3's are kept.

use crate::object::Object;

/// The names in v3 and in v2.
const CHANNELS: [(&str, &str); 6] = [
    ("call", "Call"),
    ("email", "Email"),
    ("sms", "SMS"),
    ("whatsApp", "WhatsApp"),
    ("gmb", "GMB"),
    ("fb", "FB"),
];

/// Settings as they are kept, in whichever names they were sent.
pub(super) fn in_v3(settings: &Object) -> Object {
    named(settings, |new, _| new)
}

/// Settings as v2 shows them.
pub(super) fn in_v2(settings: &Object) -> Object {
    named(settings, |_, old| old)
}

fn named(settings: &Object, choose: fn(&'static str, &'static str) -> &'static str) -> Object {
    let named = CHANNELS.iter().filter_map(|(new, old)| {
        let setting = settings.get(*new).or_else(|| settings.get(*old))?;
        Some((choose(new, old).to_owned(), setting.clone()))
    });
    named.collect()
}
