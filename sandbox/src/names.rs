//! Names of people, and their addresses.

use crate::case::Small;
use crate::object::{Object, text_of};

// 40 and 30 names, walked together, make 120 different pairs.
pub(crate) const FIRST_NAMES: [&str; 40] = [
    "Olivia",
    "Mateo",
    "Aisha",
    "Noah",
    "Zoë",
    "Liam",
    "Priya",
    "José",
    "Emma",
    "Kenji",
    "Amélie",
    "Omar",
    "Sofia",
    "Björn",
    "Chloe",
    "Diego",
    "Fatima",
    "Lukas",
    "Grace",
    "Thabo",
    "Hannah",
    "Ivan",
    "Leïla",
    "Marcus",
    "Nina",
    "Pablo",
    "Quinn",
    "Rosa",
    "Søren",
    "Tessa",
    "Umar",
    "Violet",
    "Wei",
    "Ximena",
    "Yusuf",
    "Zara",
    "Joan",
    "Jonas",
    "Anna-Lena",
    "Johan",
];
pub(crate) const LAST_NAMES: [&str; 30] = [
    "Smith",
    "García",
    "Okafor",
    "Müller",
    "Johnson",
    "Tanaka",
    "O'Brien",
    "Silva",
    "Kowalski",
    "Nguyen",
    "Dubois",
    "Patel",
    "Andersson",
    "Rossi",
    "van Dijk",
    "Hernández",
    "Kim",
    "Haddad",
    "Novák",
    "Taylor",
    "Mbeki",
    "Fischer",
    "Lopez",
    "Ibrahim",
    "Lindqvist",
    "Moreau",
    "Chen",
    "Walker",
    "Costa",
    "Jørgensen",
];
pub(crate) const DOMAINS: [&str; 4] = [
    "example.com",
    "example.org",
    "example.net",
    "mail.example.com",
];

/// A name in the letters of an address.
pub(crate) fn plain(name: &str) -> String {
    let letters = name.small();
    let letters = letters.chars().map(|letter| match letter {
        'á' => 'a',
        'é' | 'ë' => 'e',
        'í' | 'ï' => 'i',
        'ö' | 'ø' => 'o',
        'ü' => 'u',
        other => other,
    });
    letters
        .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-')
        .collect()
}

/// The two names of a person, or the one that there is.
pub(crate) fn full_name(person: &Object) -> String {
    let (first, last) = (text_of(person, "firstName"), text_of(person, "lastName"));
    [first, last].join(" ").trim().to_owned()
}

/// What a person is found by, in small letters. What lies between stands in no name.
pub(crate) fn words(person: &Object) -> String {
    let others = ["email", "phone", "companyName"].map(|name| text_of(person, name));
    [&full_name(person), &*others.join("\0")].join("\0").small()
}
