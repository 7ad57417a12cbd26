// What a TypeScript user of CommonJS writes.

import ghlUsers = require("ghl-users");
import slim = require("ghl-users/slim");

const client = new ghlUsers.HighLevel({ token: "pit" });
const same: ghlUsers.HighLevel = new slim.HighLevel({ token: "pit" });
const emails: Promise<(string | undefined)[]> = client.users
  .search()
  .then(({ users }) => users.map(({ email }) => email));
// @ts-expect-error lookup is v1's
same.users.lookup("jo@example.com");
export = emails;
