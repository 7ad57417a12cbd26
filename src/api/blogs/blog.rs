//! Blogs, their authors and their categories, as HighLevel sends them.

crate::wire! {
    /// A blog.
    answer Blog in [V2 V3] {
        /// The blog's id.
        id = "_id": Text, required;
        /// The name.
        name = "name": Text, required;
    }
}

crate::wire! {
    /// One page of blogs.
    answer BlogPage in [V2 V3] {
        /// The blogs.
        data = "data": List(Blog), required;
    }
}

crate::wire! {
    /// An author of posts.
    answer BlogAuthor in [V2 V3] {
        /// The author's id.
        id = "_id": Text, required;
        /// The name.
        name = "name": Text, required;
        /// The location that has the author.
        location_id = "locationId": Text, required;
        /// When the author was last changed: ISO 8601, in UTC.
        updated_at = "updatedAt": Text, required;
        /// The canonical URL of the author's page.
        canonical_link = "canonicalLink": Text, required;
    }
}

crate::wire! {
    /// One page of authors.
    answer BlogAuthorPage in [V2 V3] {
        /// The authors.
        authors = "authors": List(BlogAuthor), required;
    }
}

crate::wire! {
    /// A category of posts.
    answer BlogCategory in [V2 V3] {
        /// The category's id.
        id = "_id": Text, required;
        /// The name. The specs require a field `name` instead, which they do not have.
        label = "label": Text, optional;
        /// The location that has it.
        location_id = "locationId": Text, required;
        /// When it was last changed: ISO 8601, in UTC.
        updated_at = "updatedAt": Text, required;
        /// The canonical URL of the category's page.
        canonical_link = "canonicalLink": Text, required;
        /// The last part of that page's URL.
        url_slug = "urlSlug": Text, required;
    }
}

crate::wire! {
    /// One page of categories.
    answer BlogCategoryPage in [V2 V3] {
        /// The categories.
        categories = "categories": List(BlogCategory), required;
    }
}
