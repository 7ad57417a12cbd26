/** The user whom every scenario creates, changes and deletes. */

export const EMAIL = "nova.quist@example.com";

/** What all versions take for a new user. */
export const newPerson = ({ locations: [home, second] }) => ({
  firstName: "Nova",
  lastName: "Quist",
  email: EMAIL,
  password: "Correct-Horse-9-Battery",
  type: "account",
  role: "user",
  locationIds: [home.id, second.id],
  permissions: { campaignsEnabled: false, settingsEnabled: false },
});

/** Judges a user against the values that it must have; `roles` and `permissions` may have others beside. */
export function hasValues(assert, user, { roles = {}, permissions = {}, ...fields }) {
  const parts = [
    ["user", user, fields],
    ["roles", user.roles, roles],
    ["permissions", user.permissions, permissions],
  ];
  for (const [name, actual, expected] of parts) {
    for (const [key, value] of Object.entries(expected)) assert.deepEqual(actual?.[key], value, `${name}.${key}`);
  }
}

/** Judges a failure by its code and whatever else matters. */
export function failed(assert, { failure }, { message, ...fields }) {
  assert.ok(failure, "it should have failed");
  assert.equal(failure.defect, undefined);
  for (const [key, value] of Object.entries(fields)) assert.equal(failure[key], value, `${key} of: ${failure.message}`);
  if (message) assert.match(failure.message, message);
}
