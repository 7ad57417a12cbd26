/** Associations with their relations, and blogs. */

import { edited, idOf } from "./scene.mjs";

const KEY = "guest_host";
const labels = { firstObjectLabel: "Guest", secondObjectLabel: "Host" };
const objects = { firstObjectKey: "contact", secondObjectKey: "custom_objects.hosts" };
const associate = async ({ call }) => (await call("associations.create", { key: KEY, ...labels, ...objects })).id;
const relabel = async ({ call }, associationId) =>
  (await call("associations.update", { associationId, ...labels, firstObjectLabel: "Visitor" })).id;

const page = { offset: 0, limit: 10 };
const urlSlug = "low-tide";

async function post({ call }) {
  const [{ _id: blogId }] = (await call("blogs.list", { skip: 0, limit: 1 })).data;
  const [{ _id: author }] = (await call("blogs.authors.list", page)).authors;
  const [{ _id: category }] = (await call("blogs.categories.list", page)).categories;
  const text = { title: "Low tide", description: "When the sea is away", rawHTML: "<p>Walk.</p>", imageAltText: "Sand" };
  const whole = { ...text, blogId, author, categories: [category], urlSlug, status: "DRAFT", imageUrl: "https://example.com/tide.png" };
  return (await call("blogs.posts.create", { ...whole, publishedAt: new Date(Date.UTC(2026, 2, 1)) }))._id;
}

/** A list that gets an item more, like its first one, without an operation that could do that. */
const longer = (list) => ({
  id: idOf(list),
  instead: edited(({ [list]: items }) => items.push({ ...items[0], _id: idOf(list) })),
});

/** @type {import("./scene.mjs").Watched[]} */
export const RECORDS = [
  {
    name: "Find Associations",
    operation: "associations.list",
    noun: "Association",
    change: associate,
  },
  {
    name: "Get Association",
    operation: "associations.get",
    noun: "Association",
    tells: "changed",
    input: async (scene) => ({ associationId: await associate(scene) }),
    change: (scene, { associationId }) => relabel(scene, associationId),
  },
  {
    name: "Get Association Key",
    operation: "associations.getByKey",
    noun: "Association",
    tells: "changed",
    async input(scene) {
      await associate(scene);
      return { key: KEY };
    },
    change: async (scene, input) => relabel(scene, (await scene.call("associations.getByKey", input)).id),
  },
  {
    name: "Get Association by Keys",
    operation: "associations.listByObjectKey",
    noun: "Association",
    input: () => ({ objectKey: objects.secondObjectKey }),
    change: associate,
  },
  {
    name: "Get Relations by Record",
    operation: "associations.relations.list",
    noun: "Relation",
    input: () => ({ recordId: "r1" }),
    change: async (scene) =>
      (await scene.call("associations.relations.create", { associationId: await associate(scene), firstRecordId: "r1", secondRecordId: "r2" })).id,
  },
  {
    name: "Check Blog URL Slug",
    operation: "blogs.posts.slugExists",
    noun: "BlogSlug",
    tells: "changed",
    idless: true,
    input: () => ({ urlSlug }),
    change: async (scene) => void (await post(scene)),
  },
  { name: "Get Blog Authors", operation: "blogs.authors.list", noun: "BlogAuthor", ...longer("authors") },
  { name: "Get Blog Categories", operation: "blogs.categories.list", noun: "BlogCategory", ...longer("categories") },
  {
    name: "Get Blog Posts",
    operation: "blogs.posts.list",
    noun: "BlogPost",
    input: async ({ call }) => ({ blogId: (await call("blogs.list", { skip: 0, limit: 1 })).data[0]._id }),
    change: post,
  },
  { name: "Get Blogs by Location", operation: "blogs.list", noun: "Blog", ...longer("data") },
];
