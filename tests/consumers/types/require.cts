// What a TypeScript user of CommonJS writes.

import ghlUsers = require("ghl-users");
import catalogue = require("ghl-users/catalogue");
import blogs = require("ghl-users/catalogue/blogs");
import node = require("ghl-users/node");
import server = require("ghl-users/server");
import signing = require("ghl-users/signing");
import slim = require("ghl-users/slim");
import triggers = require("ghl-users/triggers");

const client = new ghlUsers.HighLevel({ token: "pit" });
const same: ghlUsers.HighLevel = new slim.HighLevel({ token: "pit" });
const emails: Promise<(string | undefined)[]> = client.users
  .search()
  .then(({ users }) => users.map(({ email }) => email));
// @ts-expect-error lookup is v1's
same.users.lookup("jo@example.com");
const event: Promise<server.WebhookEvent> = server.verifyWebhook({ body: "", headers: {} });
// @ts-expect-error an event is a promise first
event.type;
const store: server.TokenStore = node.fileState("tokens.json");
store.get("key");
const sign: signing.SignedFetch = signing.signed({ keyId: "server", secret: "s" });
new ghlUsers.HighLevel({ baseUrl: "https://gateway.example", fetch: sign });
const told: Promise<triggers.Batch<triggers.TriggerEvent<ghlUsers.User, "added">>> = triggers.poll(client, "users.search", {}).once();
told.then(({ commit }) => commit());
const found: Promise<catalogue.Contact[]> = catalogue.contacts(client).list().all();
found.then(([contact]) => contact?.email);
const made: PromiseLike<blogs.BlogSlug> = blogs.blogs(client).posts.slugExists({ urlSlug: "s" });
made.then(({ exists }) => exists);
// @ts-expect-error there is no such operation
catalogue.catalogue(client).request("contacts.merge", {});
export = emails;
