//! What the operations on blogs take.

use super::{BlogPostStatus, BlogPostStatusFilter};

crate::wire! {
    /// Which blogs `blogs.list` lists.
    input BlogListParams in [V2 V3] {
        /// The location (sub-account). The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// The number of blogs to skip; 0 for the first page.
        skip = "skip": Count, required;
        /// The most blogs to return.
        limit = "limit": Count, required;
        /// Text to find in the names.
        search_term = "searchTerm": Text, optional;
    }
}

crate::wire! {
    /// Whose authors `blogs.authors.list` lists.
    input BlogAuthorListParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// The number of authors to skip; 0 for the first page.
        offset = "offset": Count, required;
        /// The most authors to return.
        limit = "limit": Count, required;
    }
}

crate::wire! {
    /// Whose categories `blogs.categories.list` lists.
    input BlogCategoryListParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// The number of categories to skip; 0 for the first page.
        offset = "offset": Count, required;
        /// The most categories to return.
        limit = "limit": Count, required;
    }
}

crate::wire! {
    /// Which posts `blogs.posts.list` lists.
    input BlogPostListParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// The blog.
        blog_id = "blogId": Id, required;
        /// The number of posts to skip; 0 for the first page.
        offset = "offset": Count, required;
        /// The most posts to return.
        limit = "limit": Count, required;
        /// Text to find in the titles.
        search_term = "searchTerm": Text, optional;
        /// Posts in this status only. `ALL` in v3 only.
        status = "status": Choice(BlogPostStatusFilter), optional;
    }
}

crate::wire! {
    /// The slug that `blogs.posts.slugExists` looks for.
    input BlogSlugParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// The slug: the last part of a post's URL.
        url_slug = "urlSlug": Text, required;
        /// The post that may have it, if it is there already.
        post_id = "postId": Id, optional;
    }
}

crate::wire! {
    /// A new post.
    input BlogPostCreateParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// The blog. Its id is also in the URL of its dashboard.
        blog_id = "blogId": Id, required;
        /// The title.
        title = "title": Text, required;
        /// The short description.
        description = "description": Text, required;
        /// What it says, as HTML.
        raw_html = "rawHTML": Text, required;
        /// What is to become of it.
        status = "status": Choice(BlogPostStatus), required;
        /// The URL of its image.
        image_url = "imageUrl": Text, required;
        /// The text in place of the image.
        image_alt_text = "imageAltText": Text, required;
        /// The ids of its categories, from `blogs.categories.list`.
        categories = "categories": Ids, required;
        /// Its tags.
        tags = "tags": Texts, optional;
        /// The author's id, from `blogs.authors.list`.
        author = "author": Id, required;
        /// The last part of its URL. `blogs.posts.slugExists` says whether it is taken.
        url_slug = "urlSlug": Text, required;
        /// Its canonical URL.
        canonical_link = "canonicalLink": Text, optional;
        /// When it was or is to be published: ISO 8601, in UTC.
        published_at = "publishedAt": Date(Iso), required;
    }
}

crate::wire! {
    /// The whole of a post, as it is to be.
    input BlogPostUpdateParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
        /// The blog. Its id is also in the URL of its dashboard.
        blog_id = "blogId": Id, required;
        /// The title.
        title = "title": Text, required;
        /// The short description.
        description = "description": Text, required;
        /// What it says, as HTML.
        raw_html = "rawHTML": Text, required;
        /// What is to become of it.
        status = "status": Choice(BlogPostStatus), required;
        /// The URL of its image.
        image_url = "imageUrl": Text, required;
        /// The text in place of the image.
        image_alt_text = "imageAltText": Text, required;
        /// The ids of its categories, from `blogs.categories.list`.
        categories = "categories": Ids, required;
        /// Its tags.
        tags = "tags": Texts, optional;
        /// The author's id, from `blogs.authors.list`.
        author = "author": Id, required;
        /// The last part of its URL. `blogs.posts.slugExists` says whether it is taken.
        url_slug = "urlSlug": Text, required;
        /// Its canonical URL.
        canonical_link = "canonicalLink": Text, optional;
        /// When it was or is to be published: ISO 8601, in UTC.
        published_at = "publishedAt": Date(Iso), required;
        /// How many words it has.
        word_count = "wordCount": Number, required in [V3];
    }
}
