/** The Worker of `examples/triggers/alarm/` with objects that ring when a test says so, and a way to the sandbox that can be held. */

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after } from "node:test";
import { run } from "./examples.mjs";
import { install } from "./install.mjs";
import { receiver } from "./receiver.mjs";
import { intervene, SANDBOX_URL, seed } from "./sandbox.mjs";

const consumer = install();
const { HighLevel } = await consumer.import("ghl-users");
const { contacts } = await consumer.import("ghl-users/catalogue/contacts");
const { exchangeCode } = await consumer.import("ghl-users/server");
const { tokens, locationTokenLocationId, oauth } = await seed();
/** Two customers, by their locations, and the token of the first one. */
export const first = locationTokenLocationId;
export const token = tokens.location;
export const second = oauth.installedLocationIds.find((id) => id !== first);
export const ADMIN_KEY = "thirty-two characters, and more!";

/** Objects that ring at once when they are told to, and say how that ended, when the next alarm is, and what they store. */
const ringing = (main) => `
  import app, { Customer as Example } from "./${main}";
  import { storeIn } from "./src/store.js";
  export default app;
  export class Customer extends Example {
    #bells = [];
    ring() {
      const rung = new Promise((resolve) => this.#bells.push(resolve));
      this.ctx.storage.setAlarm(Date.now());
      return rung;
    }
    async alarm() {
      const bells = this.#bells.splice(0);
      const error = await super.alarm().then(() => undefined, (error) => error);
      const outcome = { error: error?.message, inMs: await this.next() };
      for (const resolve of bells) resolve(outcome);
      if (error) throw error;
    }
    async next() {
      const moment = await this.ctx.storage.getAlarm();
      return moment === null ? undefined : moment - Date.now();
    }
    stored() {
      return [...this.ctx.storage.kv.list()].map(([key]) => key);
    }
    async versions() {
      const store = storeIn(this.ctx.storage.kv);
      const first = await store.set("key", 1, undefined);
      const refused = [await store.set("key", 2, undefined), await store.set("key", 2, "another"), await store.set("none", 2, first)];
      const second = await store.set("key", 3, first);
      refused.push(await store.set("key", 4, first));
      const { value, version } = await store.get("key");
      return JSON.stringify({ value, isLast: version === second && version !== first, taken: refused.filter(Boolean) });
    }
  }`;

/** Deploys it with a receiver of its own. @param {Parameters<typeof receiver>[0]} [statusOf] @param {object} [vars] */
export async function deployed(statusOf, vars) {
  const heard = await receiver(statusOf);
  const given = { ADMIN_KEY, WEBHOOK_URL: heard.url, HIGHLEVEL_BASE_URL: SANDBOX_URL, ...vars };
  const worker = await run(consumer.folder, "triggers/alarm", given, ringing);
  const url = await worker.ready;
  const objects = await worker.getDurableObjectNamespace("CUSTOMERS");
  const object = (locationId) => objects.get(objects.idFromName(locationId));
  const ask = (method, locationId, { key = ADMIN_KEY, body } = {}) =>
    fetch(new URL(`/customers/${locationId}`, url), { method, body, headers: { authorization: `Bearer ${key}` } });
  return {
    url,
    heard,
    ask,
    add: async (locationId, body) => assert.equal((await ask("PUT", locationId, { body })).status, 204),
    status: async (locationId) => (await ask("GET", locationId)).json(),
    object,
    async ring(locationId) {
      const { error, inMs } = await object(locationId).ring();
      return { error, inMs };
    },
  };
}

/** A way to the sandbox that can be held: whoever asks then waits until it is let go. */
export async function gate() {
  let held;
  let arrived;
  const server = createServer(async (message, reply) => {
    const { method, url, headers } = message;
    const { authorization, version, "content-type": type } = headers;
    const body = Buffer.concat(await message.toArray());
    arrived?.();
    await held;
    const answer = await fetch(SANDBOX_URL + url, { method, body, headers: { authorization, version, "content-type": type } });
    reply.writeHead(answer.status, { "content-type": "application/json" }).end(Buffer.from(await answer.arrayBuffer()));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  after(() => server.close());
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** Holds what comes from now on: `asked` is when somebody has come. */
    hold() {
      let release;
      held = new Promise((resolve) => (release = resolve));
      const asked = new Promise((resolve) => (arrived = resolve));
      return { asked, release };
    },
  };
}

/** A token of an app's in the second location: a private one there is in the first alone. */
export async function secondToken() {
  const app = { clientId: oauth.clientId, clientSecret: oauth.clientSecret, baseUrl: SANDBOX_URL };
  const { code } = await intervene({ authorize: { locationId: second } });
  return (await exchangeCode(app, { code, userType: "Location" })).accessToken;
}

/** Creates a contact, and gives its id. */
export async function contact(name, locationId = first, own = token) {
  const ghl = new HighLevel({ baseUrl: SANDBOX_URL, locationId, token: own });
  return (await contacts(ghl).create({ firstName: name, email: `${name}@contacts.example` })).id;
}
