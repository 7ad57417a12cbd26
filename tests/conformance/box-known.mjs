/** What answers have told: ids by what they are of, and tokens. */

/** Of each kind of thing the last ones are remembered. */
const MOST = 12;
/** The names of ids that do not say what they are of. */
const NOUNS = {
  assignedTo: "user",
  followers: "user",
  ids: "user",
  selectedUser: "user",
  reference: "contact",
  firstRecord: "contact",
  secondRecord: "contact",
  record: "contact",
  contactIds: "contact",
  locationIds: "location",
};

/** One of several. */
const singular = (word) => word.replace(/ies$/, "y").replace(/(ss)?(es|s)$/, (end) => (end.startsWith("ss") ? "ss" : ""));

export class Known {
  #ids = new Map();
  #world;
  #dice;

  /** @param {any} world - What the sandbox tells of itself. @param {import("./dice.mjs").Dice} dice */
  constructor(world, dice) {
    this.#world = world;
    this.#dice = dice;
    for (const { id } of world.locations) this.#remember("location", id);
    for (const { id } of world.profiles) this.#remember("profile", id);
    this.#remember("location", world.locationTokenLocationId);
    this.#remember("company", world.companyId);
  }

  /** An id for a field of an operation: mostly one of the right kind, and mostly the last that was seen. */
  idFor(name, operation) {
    const dice = this.#dice;
    if (dice.oneIn(12)) return dice.pick(["unknown", "ve9EPM428h8vShlRW1KT", "a/b ü", "0"]);
    // The location of the token stays.
    if (name === "locationId" && operation === "locations.delete") return this.#ids.get("location")?.at(0) ?? "unknown";
    if (name === "locationId" && !dice.oneIn(5)) return this.#world.locationTokenLocationId;
    const noun = name === "id" ? singular(operation.split(".").at(-2)) : (NOUNS[name] ?? singular(name.replace(/Ids?$/, "")));
    const own = this.#ids.get(noun) ?? [...this.#ids.values()].flat();
    return dice.oneIn(2) ? own.at(-1) : dice.pick(own);
  }

  /** Reads an answer. @param {import("./box-spoiling.mjs").Call} call @param {string} text */
  learn({ path }, text) {
    if (!/^[[{]/.test(text)) return;
    const segments = path.split("?")[0].split("/").filter((segment) => /^[a-z-]+$/i.test(segment) && segment !== "v1");
    this.#read(JSON.parse(text), singular(segments.at(-1) ?? ""));
  }

  /** A call for a token, or for who has the app. */
  oauthCall() {
    const dice = this.#dice;
    const { tokens, companyId, oauth } = this.#world;
    const isV3 = dice.oneIn(2);
    const headers = { version: isV3 ? "v3" : "2021-07-28" };
    const json = { ...headers, authorization: `Bearer ${this.#token("access_token") ?? tokens.agency}`, "content-type": "application/json" };
    const { clientId, clientSecret, agencyCode, locationCode } = oauth;
    const named = (pairs) => Object.entries(pairs).map(([name, value]) => [isV3 ? camel(name) : name, value]);
    const form = (pairs) => ({
      method: "POST",
      path: "/oauth/token",
      headers: { ...headers, "content-type": isV3 ? "application/json" : "application/x-www-form-urlencoded" },
      body: isV3
        ? JSON.stringify(Object.fromEntries(named(pairs)))
        : new URLSearchParams(pairs).toString(),
    });
    const client = { client_id: clientId, client_secret: dice.oneIn(8) ? "wrong" : clientSecret };
    const calls = [
      () => form({ ...client, grant_type: "authorization_code", code: dice.pick([agencyCode, locationCode, "unknown"]) }),
      () => form({ ...client, grant_type: "refresh_token", refresh_token: this.#token("refresh_token") ?? "unknown" }),
      () => ({
        method: "POST",
        path: isV3 ? "/oauth/location-token" : "/oauth/locationToken",
        headers: json,
        body: JSON.stringify({ companyId, locationId: this.idFor("locationId", "oauth.locationToken") }),
      }),
      () => ({
        method: "GET",
        path: `/oauth/${isV3 ? "installed-locations" : "installedLocations"}?companyId=${companyId}&appId=${oauth.appId}`,
        headers: json,
      }),
    ];
    return dice.pick(calls)();
  }

  #token(name) {
    const own = this.#ids.get(name);
    return own && this.#dice.pick(own);
  }

  #remember(noun, id) {
    const own = this.#ids.get(noun) ?? [];
    if (own.at(-1) !== id) this.#ids.set(noun, [...own.filter((known) => known !== id), id].slice(-MOST));
  }

  #read(value, noun) {
    if (Array.isArray(value)) return value.forEach((item) => this.#read(item, noun));
    if (value === null || typeof value !== "object") return;
    for (const [key, own] of Object.entries(value)) {
      const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      if (typeof own === "string" && /^(access|refresh)_token$/.test(name)) this.#remember(name, own);
      else if (typeof own === "string" && /^_?id$/.test(key)) this.#remember(noun, own);
      else if (typeof own === "string" && /Id$/.test(key)) this.#remember(singular(key.slice(0, -2)), own);
      else this.#read(own, singular(key));
    }
  }
}

const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
