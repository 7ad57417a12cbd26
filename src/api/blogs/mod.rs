//! `/blogs`: the blogs of a location, and their posts.
//!
//! Sources: HighLevel's OpenAPI files of June 2026 (`blogs.json` of v2 and v3). What is watched here says no date: `updatedAt`
//! is the only one, and of a list in pages it would tell of changes, but not of what is new.

mod blog;
mod params;
mod post;

pub use blog::*;
pub use params::*;
pub use post::*;

crate::operations! {
    version "2021-07-28";
    refused writes: "";

    /// Lists the blogs of a location, a page at a time.
    list = "blogs.list": Get "/blogs/site/all", None,
        takes BlogListParams,
        gives BlogPage as List("data"),
        pages Skip,
        watched "Blog" by "_id",
        scope "blogs/list.readonly",
        for [V2 V3: Location];

    /// Lists the authors of a location's blogs, a page at a time.
    list_authors = "blogs.authors.list": Get "/blogs/authors", None,
        takes BlogAuthorListParams,
        gives BlogAuthorPage as List("authors"),
        pages Offset,
        watched "BlogAuthor" by "_id",
        scope "blogs/author.readonly",
        for [V2 V3: Location];

    /// Lists the categories of a location's blogs, a page at a time.
    list_categories = "blogs.categories.list": Get "/blogs/categories", None,
        takes BlogCategoryListParams,
        gives BlogCategoryPage as List("categories"),
        pages Offset,
        watched "BlogCategory" by "_id",
        scope "blogs/category.readonly",
        for [V2 V3: Location];

    /// Lists the posts of a blog, a page at a time.
    list_posts = "blogs.posts.list": Get "/blogs/posts/all", None,
        takes BlogPostListParams,
        gives BlogPostPage as List("blogs"),
        pages Offset,
        watched "BlogPost" by "_id",
        scope "blogs/posts.readonly",
        for [V2 V3: Location];

    /// Says whether a slug is taken, which is to be asked before a post is published.
    slug_exists = "blogs.posts.slugExists": Get "/blogs/posts/url-slug-exists", None,
        takes BlogSlugParams,
        gives BlogSlug as Object,
        watched "BlogSlug" whole,
        scope "blogs/check-slug.readonly",
        for [V2 V3: Location];

    /// Creates a post.
    create_post = "blogs.posts.create": Post "/blogs/posts", Json,
        takes BlogPostCreateParams,
        gives BlogPost as Object in "data",
        scope "blogs/post.write",
        for [V2 V3: Location];

    /// Replaces a post: it takes the whole of it.
    update_post = "blogs.posts.update": Put "/blogs/posts/{postId}", Json,
        about post_id "postId" Id "The post's id.",
        takes BlogPostUpdateParams,
        gives BlogPost as Object in "updatedBlogPost",
        scope "blogs/post-update.write",
        for [V2 V3: Location];
}
