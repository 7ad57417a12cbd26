import { failure } from "../common/error.js";
import type { JsonObject } from "../common/json.js";
import type { OAuthServer } from "./api.js";
import { check, FLAG, type Rules, required, TEXT, TOKEN, whole } from "../common/fields.js";
import { READING } from "./persistence.js";
import { TOKEN_REFUSALS } from "./refusal.js";
import { send } from "./send.js";
import { type Server, serverOf } from "./server.js";
import { type PagedEndpoint, WIRES } from "./wire.js";

/** Which locations are wanted. */
export interface InstalledLocationsQuery {
  /** An agency's access token, with the scope `oauth.readonly`. */
  readonly accessToken: string;
  /** The company (agency). */
  readonly companyId: string;
  /** The app: the client id up to its hyphen. */
  readonly appId: string;
  /** Only locations with this in their name. */
  readonly query?: string | undefined;
  /** `true`: only locations with the app; `false`: only those without. */
  readonly isInstalled?: boolean | undefined;
  /** Only locations with this version of the app. */
  readonly versionId?: string | undefined;
  /** Only locations that are trying the app, or only those that are not. */
  readonly onTrial?: boolean | undefined;
  /** Only locations with this plan of a paid app. */
  readonly planId?: string | undefined;
  /** Only this location. */
  readonly locationId?: string | undefined;
  /** Only locations that the token's user may enter. v3 only. */
  readonly restrictToUserLocations?: boolean | undefined;
  /** How many locations to fetch with one request, at most 100. Default: 100. */
  readonly pageSize?: number | undefined;
}

/** A location (sub-account) of an agency, as far as an app may know it. */
export interface InstalledLocation {
  /** The location's id. */
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** Whether it has the app. */
  readonly isInstalled?: boolean;
  /** Its version of the app. */
  readonly versionId?: string;
  /** When the app was installed there: ISO 8601. */
  readonly installedAt?: string;
  /** Fields that are not documented. */
  readonly [field: string]: unknown;
}

/** Some locations, and where the next ones are; nothing if these are the last. */
interface Page {
  readonly locations: readonly InstalledLocation[];
  readonly next: string | undefined;
}

const CALLER = "installedLocations";
const PAGE_SIZE = 100;

/** An agency with more locations than a hundred for each is not known. */
const MOST_PAGES = 10_000;

/** How many pages may follow each other that have nothing new. The filters of v3 may leave a page empty. */
const MOST_IDLE_PAGES = 10;

const QUERY: Rules<InstalledLocationsQuery> = {
  accessToken: required(TOKEN),
  companyId: required(TEXT),
  appId: required(TEXT),
  query: TEXT,
  isInstalled: FLAG,
  versionId: TEXT,
  onTrial: FLAG,
  planId: TEXT,
  locationId: TEXT,
  restrictToUserLocations: FLAG,
  pageSize: whole(1, 100),
};

/**
 * Lists the locations of an agency that an app is, or is not, installed in: each once, however many pages there are.
 *
 * Each page is fetched when it is needed, within `timeoutMs`, and up to three times if no answer comes, or the server
 * fails or is busy. `break` stops it, and iterating again starts over.
 *
 * @example
 * for await (const { id, name } of installedLocations({}, { accessToken, companyId, appId })) console.log(id, name);
 * @throws {HighLevelError} At once: `invalid_config` for a wrong option, `invalid_input` for wrong arguments. While
 *   iterating: `invalid_token` for a token that is wrong or has expired; `insufficient_scope` for one without
 *   `oauth.readonly` or of the wrong kind; `forbidden`; `rejected`, say for an app that does not exist;
 *   `unexpected_response` also for pages that do not come to an end.
 */
export function installedLocations(
  server: OAuthServer,
  query: InstalledLocationsQuery,
): AsyncIterable<InstalledLocation> {
  const own = check("invalid_input", CALLER, query, QUERY);
  const checked = serverOf(CALLER, server);
  if (own.restrictToUserLocations !== undefined && checked.wire !== WIRES.v3) {
    throw failure("invalid_input", CALLER, `"restrictToUserLocations" is a boolean: v2 has no such field, use "api": "v3"`);
  }
  return { [Symbol.asyncIterator]: () => locationsOf(checked, own) };
}

async function* locationsOf(
  server: Server,
  query: InstalledLocationsQuery,
): AsyncGenerator<InstalledLocation, void, undefined> {
  const known = new Set<string>();
  const asked = new Set<string | undefined>();
  let idle = 0;
  for (let from: string | undefined; ; ) {
    asked.add(from);
    const { locations, next } = await fetchPage(server, query, from);
    const before = known.size;
    for (const location of locations) {
      if (known.has(location.id)) continue;
      known.add(location.id);
      yield location;
    }
    if (next === undefined) return;
    idle = known.size > before ? 0 : idle + 1;
    const endless = (what: string) => failure("unexpected_response", CALLER, `the server ${what}`);
    if (asked.has(next)) throw endless("named a page twice: expected the next one");
    if (idle === MOST_IDLE_PAGES || asked.size === MOST_PAGES) {
      throw endless(`has named ${asked.size} pages, and no end of them`);
    }
    from = next;
  }
}

function fetchPage(server: Server, query: InstalledLocationsQuery, from: string | undefined): Promise<Page> {
  const { accessToken, pageSize: size = PAGE_SIZE, ...filters } = query;
  const endpoint = server.wire.installedLocations;
  const fields = { ...filters, [endpoint.size]: size, [endpoint.from]: from };
  const texts = Object.entries(fields).map(([name, value]) => [name, value === undefined ? value : String(value)]);
  return send({
    caller: CALLER,
    server,
    endpoint,
    fields: Object.fromEntries(texts),
    accessToken,
    secrets: [accessToken],
    refusals: TOKEN_REFUSALS,
    persistence: READING,
    read: (answer) => pageIn(answer, endpoint, from, size),
  });
}

function pageIn(
  answer: JsonObject,
  { list, next }: PagedEndpoint,
  from: string | undefined,
  size: number,
): Page | string {
  const items = answer[list];
  if (!Array.isArray(items)) return `has no list "${list}"`;
  const locations = items.map(locationIn).filter((location) => location !== undefined);
  if (locations.length < items.length) return `has an item without an id in "${list}"`;
  const following = next(answer, { from, size, received: items.length });
  return typeof following === "string" ? following : { locations, next: following.from };
}

function locationIn(item: unknown): InstalledLocation | undefined {
  const { _id, ...location } = Object(item) as JsonObject;
  const { id = _id } = location;
  return typeof id === "string" && id !== "" ? ({ ...location, id } as InstalledLocation) : undefined;
}
