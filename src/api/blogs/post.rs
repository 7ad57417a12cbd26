//! A post, as HighLevel sends it.

crate::words! {
    /// What has become of a post.
    closed BlogPostStatus {
        /// Not published yet.
        Draft = "DRAFT",
        /// Published.
        Published = "PUBLISHED",
        /// Published at its time.
        Scheduled = "SCHEDULED",
        /// Put away.
        Archived = "ARCHIVED",
    }
}

crate::words! {
    /// Posts in which status are looked for.
    closed BlogPostStatusFilter {
        /// Published ones.
        Published = "PUBLISHED",
        /// Those that will be published at their time.
        Scheduled = "SCHEDULED",
        /// Archived ones.
        Archived = "ARCHIVED",
        /// Drafts.
        Draft = "DRAFT",
        /// Any. v3 only.
        All = "ALL",
    }
}

crate::wire! {
    /// A post. What it says is not among its fields.
    answer BlogPost in [V2 V3] {
        /// The post's id.
        id = "_id": Text, required;
        /// The title.
        title = "title": Text, required;
        /// The short description.
        description = "description": Text, required;
        /// The ids of its categories.
        categories = "categories": Texts, required;
        /// Its tags.
        tags = "tags": Texts, optional;
        /// Whether it is archived.
        archived = "archived": Flag, required;
        /// The URL of its image.
        image_url = "imageUrl": Text, required;
        /// The text in place of the image.
        image_alt_text = "imageAltText": Text, required;
        /// What has become of it.
        status = "status": Choice(BlogPostStatus), required;
        /// The last part of its URL.
        url_slug = "urlSlug": Text, required;
        /// Its canonical URL.
        canonical_link = "canonicalLink": Text, optional;
        /// The author's id.
        author = "author": Text, optional;
        /// When it was or will be published: ISO 8601, in UTC.
        published_at = "publishedAt": Text, required;
        /// When it was last changed: ISO 8601, in UTC.
        updated_at = "updatedAt": Text, required;
    }
}

crate::wire! {
    /// One page of posts.
    answer BlogPostPage in [V2 V3] {
        /// The posts.
        blogs = "blogs": List(BlogPost), required;
    }
}

crate::wire! {
    /// Whether a slug is taken.
    answer BlogSlug in [V2 V3] {
        /// Whether a post has it.
        exists = "exists": Flag, required;
    }
}
