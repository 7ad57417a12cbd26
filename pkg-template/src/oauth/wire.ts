import type { JsonObject } from "../common/json.js";
import type { OAuthApi } from "./api.js";
import { type Next, nextByCount, nextByToken, type Place } from "./paging.js";

/** One of HighLevel's OAuth calls. */
export interface Endpoint {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** The `Version` header, where there has to be one. */
  readonly version?: string;
}

/** The list of installed locations, and how one asks for its next page. */
export interface PagedEndpoint extends Endpoint {
  /** Where an answer has the locations. */
  readonly list: string;
  /** The parameter with the size of a page. */
  readonly size: string;
  /** The parameter with where a page begins. */
  readonly from: string;
  /** Where the page after an answer begins. */
  readonly next: (answer: JsonObject, place: Place) => Next;
}

/** What one version of the OAuth calls looks like. */
export interface Wire {
  readonly token: Endpoint;
  readonly locationToken: Endpoint;
  readonly installedLocations: PagedEndpoint;
  /** How the fields of `token` are spelled. Those of the other two are in camelCase everywhere. */
  readonly spelled: (name: string) => string;
}

/** `clientId` as `client_id`. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** HighLevel's OpenAPI files, as one table. Every body is a form. */
export const WIRES: Readonly<Record<OAuthApi, Wire>> = {
  v2: {
    token: { method: "POST", path: "/oauth/token" },
    locationToken: { method: "POST", path: "/oauth/locationToken", version: "2021-07-28" },
    installedLocations: {
      method: "GET",
      path: "/oauth/installedLocations",
      version: "2021-07-28",
      list: "locations",
      size: "limit",
      from: "skip",
      next: nextByCount,
    },
    spelled: snake,
  },
  v3: {
    token: { method: "POST", path: "/oauth/token", version: "v3" },
    locationToken: { method: "POST", path: "/oauth/location-token", version: "v3" },
    installedLocations: {
      method: "GET",
      path: "/oauth/installed-locations",
      version: "v3",
      list: "items",
      size: "pageSize",
      from: "pageToken",
      next: nextByToken,
    },
    spelled: (name) => name,
  },
};
