//! What the calls about locations take.

use super::countries::COUNTRIES;
use crate::validate::{Field, fields};

pub(super) const SEARCH: &[Field] = fields! {
    "companyId" Text;
    "skip" NumberText;
    "limit" NumberText;
    "order" Text;
    "email" Text;
};

pub(super) const CREATE: &[Field] = fields! {
    "name" Text, must;
    "phone" Text;
    "companyId" Text, must;
    "address" Text;
    "city" Text;
    "state" Text;
    "country" OneOf(COUNTRIES);
    "postalCode" Text;
    "website" Text;
    "timezone" Text;
    "prospectInfo" Fields(PROSPECT_INFO);
    "settings" Fields(SETTINGS);
    "social" Fields(SOCIAL);
    "twilio" Fields(TWILIO);
    "mailgun" Fields(MAILGUN);
    "snapshotId" Text;
};

pub(super) const UPDATE: &[Field] = fields! {
    "name" Text;
    "phone" Text;
    "companyId" Text, must;
    "address" Text;
    "city" Text;
    "state" Text;
    "country" OneOf(COUNTRIES);
    "postalCode" Text;
    "website" Text;
    "timezone" Text;
    "prospectInfo" Fields(PROSPECT_INFO);
    "settings" Fields(SETTINGS);
    "social" Fields(SOCIAL);
    "twilio" Fields(TWILIO);
    "mailgun" Fields(MAILGUN);
    "snapshot" Fields(SNAPSHOT);
};

pub(super) const DELETE: &[Field] = fields! {
    "deleteTwilioAccount" FlagText, must;
};

const PROSPECT_INFO: &[Field] = fields! {
    "firstName" Text, must;
    "lastName" Text, must;
    "email" Text, must;
};

const SETTINGS: &[Field] = fields! {
    "allowDuplicateContact" Flag;
    "allowDuplicateOpportunity" Flag;
    "allowFacebookNameMerge" Flag;
    "disableContactTimezone" Flag;
};

const SOCIAL: &[Field] = fields! {
    "facebookUrl" Text;
    "googlePlus" Text;
    "linkedIn" Text;
    "foursquare" Text;
    "twitter" Text;
    "yelp" Text;
    "instagram" Text;
    "youtube" Text;
    "pinterest" Text;
    "blogRss" Text;
    "googlePlacesId" Text;
};

const TWILIO: &[Field] = fields! {
    "sid" Text, must;
    "authToken" Text, must;
};

const MAILGUN: &[Field] = fields! {
    "apiKey" Text, must;
    "domain" Text, must;
};

const SNAPSHOT: &[Field] = fields! {
    "id" Text, must;
    "override" Flag;
};
