// What the resources of the catalogue give, in whatever runtime this is.

/**
 * @param {any} entries - What `ghl-users` and `ghl-users/catalogue` export.
 * @param {{ options: object, profileIds: string[] }} context
 */
export async function social({ HighLevel, catalogue, socialPosting }, { options, profileIds }) {
  const ghl = new HighLevel({ ...options, validate: "strict" });
  const { tags, statistics } = socialPosting(ghl);
  const all = await tags.list({ limit: 5 }).all();
  const { tags: found } = await tags.details({ tagIds: all.slice(0, 2).map(({ _id }) => _id) });
  const { totals, breakdowns, dayRange } = await statistics({ profileIds });
  const { count } = await catalogue(ghl).request("socialPosting.tags.list", { limit: 1 });
  const refused = await statistics({ profileIds: "all" }).catch((error) => error);
  const ids = catalogue(ghl).operations.map(({ id }) => id);
  return {
    names: all.map(({ tag }) => tag),
    count,
    found: found.length,
    days: dayRange.length,
    sum: Object.values(breakdowns.posts.platforms).reduce((sum, { value }) => sum + value, 0) - totals.posts,
    same: socialPosting(ghl) === socialPosting(ghl),
    refused: [refused.code, refused.message],
    ids: ids.filter((id) => id.startsWith("social")),
  };
}
