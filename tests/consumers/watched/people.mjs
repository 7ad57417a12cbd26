/** Users: of the agency, of a location, and in the way of v1. */

const EMAIL = "nova.quist@example.com";

const person = ({ locationId }) => ({
  firstName: "Nova",
  lastName: "Quist",
  email: EMAIL,
  password: "Correct-Horse-9-Battery",
  type: "account",
  role: "user",
  locationIds: [locationId],
});
const create = async (scene) => (await scene.call("users.create", person(scene))).id;
const rename = async (scene, userId) => {
  await scene.call("users.update", { userId, ...person(scene), firstName: "Vera" });
  return userId;
};

/** @type {import("./scene.mjs").Watched[]} */
export const USERS = [
  { name: "Search Users", operation: "users.search", noun: "User", change: create },
  {
    name: "Filter Users by Email",
    operation: "users.filterByEmail",
    noun: "User",
    input: () => ({ emails: [EMAIL] }),
    change: create,
  },
  {
    name: "Get User",
    operation: "users.get",
    noun: "User",
    tells: "changed",
    input: async (scene) => ({ userId: await create(scene) }),
    change: (scene, { userId }) => rename(scene, userId),
  },
  { name: "List Users by Location", operation: "users.list", noun: "User", input: ({ locationId }) => ({ locationId }), change: create },
  { operation: "users.listOwnLocation", noun: "User", change: create },
  {
    operation: "users.lookup",
    noun: "User",
    tells: "changed",
    async input(scene) {
      await create(scene);
      return { email: EMAIL };
    },
    change: async (scene, input) => rename(scene, (await scene.call("users.lookup", input)).id),
  },
];
