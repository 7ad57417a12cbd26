/** Calls that reach every operation of the small resources, with ids that the sandbox has. */

/** @typedef {import("../catalogue-answers.mjs").Scene} Scene */

/** @param {Scene} scene */
export async function businesses({ call, callFull }) {
  const { buiseness } = await callFull("businesses.create", {});
  const businessId = buiseness.id;
  await call("businesses.list", { limit: 5, skip: 0 });
  await call("businesses.get", { businessId });
  await callFull("businesses.update", { businessId });
  await call("businesses.delete", { businessId });
}

/** @param {Scene} scene */
export async function associations({ call }) {
  const labels = { firstObjectLabel: "Boss", secondObjectLabel: "Hand" };
  const keys = { key: "boss", firstObjectKey: "contact", secondObjectKey: "custom_objects.hands" };
  const { id: associationId } = await call("associations.create", { ...labels, ...keys });
  await call("associations.list", { skip: 0, limit: 5 });
  await call("associations.get", { associationId });
  await call("associations.getByKey", { key: "boss" });
  await call("associations.listByObjectKey", { objectKey: "custom_objects.hands" });
  await call("associations.update", { associationId, ...labels, firstObjectLabel: "Head" });
  const records = { firstRecordId: "one", secondRecordId: "two" };
  const { id: relationId } = await call("associations.relations.create", { associationId, ...records });
  await call("associations.relations.list", { recordId: "one", skip: 0, limit: 5 });
  await call("associations.relations.delete", { relationId });
  await call("associations.delete", { associationId });
}

/** @param {Scene} scene */
export async function blogs({ call, callFull }) {
  const { data } = await call("blogs.list", { skip: 0, limit: 5 });
  const { authors } = await call("blogs.authors.list", { offset: 0, limit: 5 });
  const { categories } = await call("blogs.categories.list", { offset: 0, limit: 5 });
  const post = { blogId: data[0]._id, author: authors[0]._id, categories: [categories[0]._id], urlSlug: "news" };
  const made = await callFull("blogs.posts.create", post);
  await callFull("blogs.posts.update", { ...post, postId: made.data._id });
  await call("blogs.posts.list", { blogId: data[0]._id, offset: 0, limit: 20 });
  await call("blogs.posts.slugExists", { urlSlug: "news" });
}

/** @param {Scene} scene */
export async function socialPosting({ call, locationId, profileIds }) {
  const { results } = await call("socialPosting.tags.list", { locationId });
  await call("socialPosting.tags.details", { locationId, tagIds: results.tags.slice(0, 2).map(({ _id }) => _id) });
  await call("socialPosting.statistics", { locationId, profileIds, platforms: ["facebook", "google"] });
}
