/** What a library exports of what the package makes: each type has a name by which others can import it (TS2742). */

import { HighLevel, isHighLevelError } from "ghl-users";
import { catalogue } from "ghl-users/catalogue";
import { associations } from "ghl-users/catalogue/associations";
import { blogs } from "ghl-users/catalogue/blogs";
import { businesses } from "ghl-users/catalogue/businesses";
import { calendars } from "ghl-users/catalogue/calendars";
import { campaigns } from "ghl-users/catalogue/campaigns";
import { companies } from "ghl-users/catalogue/companies";
import { contacts } from "ghl-users/catalogue/contacts";
import { conversations } from "ghl-users/catalogue/conversations";
import { locations } from "ghl-users/catalogue/locations";
import { opportunities } from "ghl-users/catalogue/opportunities";
import { snapshots } from "ghl-users/catalogue/snapshots";
import { socialPosting } from "ghl-users/catalogue/social-posting";
import { workflows } from "ghl-users/catalogue/workflows";
import { fileState } from "ghl-users/node";
import { createSandbox } from "ghl-users/sandbox";
import { memoryStore, OAuthSession, verifyWebhook } from "ghl-users/server";
import { signed } from "ghl-users/signing";
import { HighLevel as Slim } from "ghl-users/slim";
import { eventKey, poll } from "ghl-users/triggers";

export const ghl = new HighLevel({ token: "t", locationId: "l" });
export const newest = new HighLevel({ api: "v3", token: "t" });
export const slim = new Slim({ token: "t" });
export const { users, rateLimit } = ghl;
export const found = ghl.users.search();
export const read = (id: string) => ghl.users.get(id);
export const asked = ghl.request("users.get", { userId: "u" });
export const isOurs = isHighLevelError;

export const all = catalogue(ghl);
export const { operations, request } = all;
export const resources = [
  associations(ghl),
  blogs(ghl),
  businesses(ghl),
  calendars(ghl),
  campaigns(ghl),
  companies(ghl),
  contacts(ghl),
  conversations(ghl),
  locations(ghl),
  opportunities(ghl),
  snapshots(ghl),
  socialPosting(ghl),
  workflows(ghl),
] as const;
export const inV3 = { contacts: contacts(newest), calendars: calendars(newest), all: catalogue(newest) };
export const people = contacts(ghl).search({ locationId: "l", pageLimit: 1 });

export const state = fileState<{ mark: number }>("state.json");
export const box = createSandbox();
export const tokens = memoryStore();
export const session = new OAuthSession({ clientId: "c", clientSecret: "s", resource: { companyId: "c" }, store: tokens });
export const verify = (request: Request) => verifyWebhook(request);
export const signing = signed;

export const watched = poll(ghl, "contacts.search", {}, { on: ["added", "changed"] });
export const batch = watched.once();
export const events = poll(ghl, "users.search", {}, { on: ["removed"] }).events();
export const key = eventKey;
