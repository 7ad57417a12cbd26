// Uses of blogs that have to compile, and mistakes that must not.
import { HighLevel, type ApiPromise, type PagePromise } from "ghl-users";
import { blogs, catalogue, type Blog, type BlogPage, type BlogPost } from "ghl-users/catalogue";
import { blogs as single, type BlogAuthor, type BlogPostCreateParams } from "ghl-users/catalogue/blogs";

const v2 = new HighLevel({ token: "t", locationId: "l" });
const v3 = new HighLevel({ api: "v3", token: "t" });
const v1 = new HighLevel({ api: "v1", token: "t" });
const post: BlogPostCreateParams = {
  blogId: "b",
  title: "t",
  description: "d",
  rawHTML: "<p>",
  status: "DRAFT",
  imageUrl: "u",
  imageAltText: "a",
  categories: ["c"],
  author: "a",
  urlSlug: "s",
  publishedAt: new Date(),
};

export const listed: PagePromise<BlogPage, Blog> = blogs(v2).list({ skip: 0, limit: 10 });
export const authors: Promise<BlogAuthor[]> = single(v3).authors.list({ offset: 0, limit: 10 }).all();
export const posts: Promise<BlogPost[]> = blogs(v2).posts.list({ blogId: "b", offset: 0, limit: 10, status: "SCHEDULED" }).all();
export const made: ApiPromise<BlogPost> = blogs(v2).posts.create(post);
export const changed: ApiPromise<BlogPost> = blogs(v3).posts.update("p", { ...post, wordCount: 5 });
export const taken: boolean = (await blogs(v3).posts.slugExists({ urlSlug: "s" })).exists;
export const raw: PromiseLike<BlogPost> = catalogue(v2).request("blogs.posts.create", post);

// @ts-expect-error: which blog is not said
blogs(v2).posts.list({ offset: 0, limit: 10 });
// @ts-expect-error: these begin at an offset
blogs(v2).authors.list({ skip: 0, limit: 10 });
// @ts-expect-error: there is no such status
blogs(v2).posts.create({ ...post, status: "LOST" });
// @ts-expect-error: one looks for all of them, and none is in that status
blogs(v3).posts.create({ ...post, status: "ALL" });
// @ts-expect-error: an update takes the whole
blogs(v2).posts.update("p", { title: "t" });
// @ts-expect-error: a date is no number
blogs(v2).posts.create({ ...post, publishedAt: 5 });
// @ts-expect-error: v1 has none of it
blogs(v1).list({ skip: 0, limit: 10 });
