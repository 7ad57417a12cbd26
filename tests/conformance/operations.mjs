/** Each operation of v2 and v3 with an input that has every documented field, and its id in HighLevel's spec. */

/** Words and fields that the spec lists: so many that a copy would be wrong some day. */
function listed({ components: { schemas } }) {
  const { permissions, scopes, platformLanguage } = schemas.CreateUserDto.properties;
  const { properties } = permissions.allOf?.[0] ?? permissions;
  return {
    permissions: Object.fromEntries(Object.keys(properties).map((name, index) => [name, index % 2 === 0])),
    scopes: scopes.items.enum,
    scopesAssignedToOnly: scopes.items.enum.slice(0, 3),
    platformLanguage: platformLanguage.enum.at(-1),
  };
}

const person = ({ definition, companyId, locations, email }) => ({
  companyId,
  firstName: "Zoë & Co",
  lastName: "O'Hara",
  email,
  password: "Correct-Horse-9-Battery",
  phone: "+15550100200",
  type: "account",
  role: "admin",
  locationIds: locations,
  profilePhoto: "https://example.com/zoe.png?size=1&kind=a",
  twilioPhone: Object.fromEntries(locations.map((id, index) => [id, `+1555010020${index}`])),
  ...listed(definition),
});

/**
 * In an order in which a server can answer them all.
 *
 * @typedef {object} Row
 * @property {string} id
 * @property {string} vendorId
 * @property {("v2" | "v3")[]} apis
 * @property {"agency" | "location"} token - The kind that may do it.
 * @property {(scene: any) => object} input
 *
 * @type {Row[]}
 */
export const OPERATIONS = [
  {
    id: "users.search",
    vendorId: "search-users",
    apis: ["v2", "v3"],
    token: "agency",
    input: ({ companyId, locations }) => ({
      companyId,
      query: "jo & ann+x",
      skip: 0,
      limit: 25,
      locationId: locations[0],
      type: "account",
      role: "user",
      ids: ["0IHuJvc2ofPAAA8GzTRi", "0IHuJvc2ofPAAA8GzTRj"],
      sort: "dateAdded",
      sortDirection: "asc",
      enabled2waySync: true,
    }),
  },
  {
    id: "users.list",
    vendorId: "get-user-by-location",
    apis: ["v2"],
    token: "location",
    input: ({ locations }) => ({ locationId: locations[0] }),
  },
  {
    id: "users.create",
    vendorId: "create-user",
    apis: ["v2", "v3"],
    token: "agency",
    input: (scene) => person(scene),
  },
  {
    id: "users.get",
    vendorId: "get-user",
    apis: ["v2", "v3"],
    token: "agency",
    input: ({ userId }) => ({ userId }),
  },
  {
    id: "users.update",
    vendorId: "update-user",
    apis: ["v2", "v3"],
    token: "agency",
    input: (scene) => ({ userId: scene.userId, ...person(scene) }),
  },
  {
    id: "users.filterByEmail",
    vendorId: "filter-users-by-email",
    apis: ["v2", "v3"],
    token: "agency",
    input: ({ companyId, email }) => ({
      companyId,
      emails: [email, "b+c@example.com"],
      deleted: false,
      skip: 0,
      limit: 10,
      projection: ["id", "email", "roles"],
    }),
  },
  {
    id: "users.delete",
    vendorId: "delete-user",
    apis: ["v2", "v3"],
    token: "agency",
    input: ({ userId }) => ({ userId }),
  },
];

/** The operations of one version. */
export const operationsFor = (api) => OPERATIONS.filter(({ apis }) => apis.includes(api));
