/** The locations (sub-accounts) that the page knows: by name from the sandbox, by id as far as users were seen that belong to them. */

const NAMED = 2;

/** @param {{ id: string, name: string }[]} given all of them, or none when only time will tell */
export function createLocations(given) {
  const names = new Map(given.map(({ id, name }) => [id, name]));
  const isComplete = given.length > 0;
  return {
    isComplete,
    /** @returns {[id: string, name: string][]} */
    entries: () => [...names],
    /** Remembers those that the users belong to. @param {object[]} users */
    learnFrom(users) {
      for (const id of users.flatMap(({ roles }) => roles?.locationIds ?? [])) if (!names.has(id)) names.set(id, id);
    },
    /** A few ids as words: "Harbour Dental, Northside Fitness +3". @param {string[]} ids */
    textOf(ids) {
      if (isComplete && ids.length > 1 && names.size === ids.length) return `All ${ids.length} locations`;
      const more = ids.length - NAMED;
      return ids.slice(0, NAMED).map((id) => names.get(id) ?? id).join(", ") + (more > 0 ? ` +${more}` : "");
    },
  };
}
