// Blogs with their authors, categories and posts, in whatever runtime this is.
import { clientOf, paged, pick, UNKNOWN } from "./common.mjs";

export async function blogs({ HighLevel, blogs }, context) {
  const { ghl, refusal } = clientOf(HighLevel, context);
  const calls = blogs(ghl);
  const [blog] = await calls.list({ skip: 0, limit: 1 }).all();
  const [author] = await calls.authors.list({ offset: 0, limit: 1 }).all();
  const categories = await calls.categories.list({ offset: 0, limit: 2 }).all();
  const of = { blogId: blog._id, offset: 0 };
  const post = {
    blogId: blog._id,
    title: "Low tide",
    description: "When the sea is away",
    rawHTML: "<p>Walk.</p>",
    status: "DRAFT",
    imageUrl: "https://example.com/tide.png",
    imageAltText: "Sand",
    categories: categories.map(({ _id }) => _id),
    author: author._id,
    urlSlug: "low-tide",
    publishedAt: new Date(Date.UTC(2026, 2, 1)),
  };
  const free = await calls.posts.slugExists({ urlSlug: post.urlSlug });
  const created = await calls.posts.create(post);
  const taken = await calls.posts.slugExists({ urlSlug: post.urlSlug });
  const own = await calls.posts.slugExists({ urlSlug: post.urlSlug, postId: created._id });
  // v3 wants to know how long it is; v2 does not ask.
  const whole = context.options.api === "v3" ? { ...post, wordCount: 1 } : post;
  const changed = await calls.posts.update(created._id, { ...whole, title: "High tide", status: "PUBLISHED" });
  const { title, ...untitled } = post;
  return {
    blogs: await paged(calls.list({ skip: 0, limit: 1 }), "data", "_id"),
    authors: await paged(calls.authors.list({ offset: 0, limit: 1 }), "authors", "_id"),
    categories: await paged(calls.categories.list({ offset: 0, limit: 2 }), "categories", "_id"),
    posts: await paged(calls.posts.list({ ...of, limit: 2 }), "blogs", "_id"),
    drafts: (await calls.posts.list({ ...of, limit: 9, status: "DRAFT" }).all()).every(({ status }) => status === "DRAFT"),
    searched: (await calls.posts.list({ ...of, limit: 9, searchTerm: "high" }).all()).map(({ title }) => title),
    slugs: [free.exists, taken.exists, own.exists],
    created: pick(created, "title", "status", "publishedAt", "archived"),
    changed: pick(changed, "title", "status", "urlSlug"),
    refused: {
      missing: await refusal(() => calls.posts.create(untitled)),
      word: await refusal(() => calls.posts.create({ ...post, status: "LOST" })),
      date: await refusal(() => calls.posts.create({ ...post, publishedAt: new Date(NaN) })),
      unknown: await refusal(() => calls.posts.update(UNKNOWN, whole)),
    },
  };
}
