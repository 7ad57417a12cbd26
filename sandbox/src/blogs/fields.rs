//! What the calls about blogs take.

use crate::validate::{Field, fields};

pub(super) const SLUG: &[Field] = fields! {
    "urlSlug" Text, must;
    "locationId" Text, must;
    "postId" Text;
};

pub(super) const PAGE: &[Field] = fields! {
    "locationId" Text, must;
    "limit" NumberText, must;
    "offset" NumberText, must;
};

pub(super) const POSTS: &[Field] = fields! {
    "locationId" Text, must;
    "blogId" Text, must;
    "limit" NumberText, must;
    "offset" NumberText, must;
    "searchTerm" Text;
    "status" OneOf(&["PUBLISHED", "SCHEDULED", "ARCHIVED", "DRAFT"]), v2;
    "status" OneOf(&["ALL", "PUBLISHED", "SCHEDULED", "ARCHIVED", "DRAFT"]), v3;
};

pub(super) const SITES: &[Field] = fields! {
    "locationId" Text, must;
    "skip" NumberText, must;
    "limit" NumberText, must;
    "searchTerm" Text;
};

pub(super) const CREATE: &[Field] = fields! {
    "title" Text, must;
    "locationId" Text, must;
    "blogId" Text, must;
    "imageUrl" Text, must;
    "description" Text, must;
    "rawHTML" Text, must;
    "status" OneOf(&["DRAFT", "PUBLISHED", "SCHEDULED", "ARCHIVED"]), must;
    "imageAltText" Text, must;
    "categories" TextList, must;
    "tags" TextList;
    "author" Text, must;
    "urlSlug" Text, must;
    "canonicalLink" Text;
    "publishedAt" Text, must;
};

pub(super) const UPDATE: &[Field] = fields! {
    "title" Text, must;
    "locationId" Text, must;
    "blogId" Text, must;
    "imageUrl" Text, must;
    "description" Text, must;
    "rawHTML" Text, must;
    "status" OneOf(&["DRAFT", "PUBLISHED", "SCHEDULED", "ARCHIVED"]), must;
    "imageAltText" Text, must;
    "categories" TextList, must;
    "tags" TextList;
    "author" Text, must;
    "urlSlug" Text, must;
    "canonicalLink" Text;
    "publishedAt" Text, must;
    "wordCount" Number, must, v3;
};
