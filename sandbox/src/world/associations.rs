//! Associations, which relate nothing at the start.

use serde_json::json;

use super::place::Place;
use crate::kinds::ASSOCIATION;
use crate::object::object;
use crate::store::Store;

/// Key, and label and object of either side.
const ASSOCIATIONS: [[&str; 5]; 3] = [
    [
        "student_teacher",
        "Student",
        "custom_objects.students",
        "Teacher",
        "contact",
    ],
    [
        "owner_pet",
        "Owner",
        "contact",
        "Pet",
        "custom_objects.pets",
    ],
    [
        "employer_employee",
        "Employer",
        "business",
        "Employee",
        "contact",
    ],
];

pub(super) fn plant(store: &mut Store, place: &Place) {
    for (number, [key, first, first_key, second, second_key]) in ASSOCIATIONS.iter().enumerate() {
        let fields = json!({
            "key": key,
            "firstObjectLabel": first,
            "firstObjectKey": first_key,
            "secondObjectLabel": second,
            "secondObjectKey": second_key,
        });
        store.insert(
            &ASSOCIATION,
            place.id,
            object(fields),
            place.moment(number, 8),
        );
    }
}
