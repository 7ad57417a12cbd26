/** The page: one connection, one view of its users, and what the controls do to them. */

import { createBanners } from "./banners.js";
import { createConnectForm } from "./connect-form.js";
import { openConnection } from "./connection.js";
import { createDeletionWatch } from "./deletion-watch.js";
import { PAGE_SIZE, createDirectory } from "./directory.js";
import { byId } from "./dom.js";
import { createFilters } from "./filters.js";
import { createLatest } from "./latest.js";
import { createLocations } from "./locations.js";
import { createPager, partOf } from "./pager.js";
import { isCancelled, problemOf } from "./problem.js";
import { createRequestLog } from "./request-log.js";
import { createStatus } from "./status.js";
import { createUserTable } from "./user-table.js";
import { createWriting } from "./writing.js";

/** The topic of a page of users that could not be read. */
const READING = "reading";

const log = createRequestLog();
const banners = createBanners();
const status = createStatus();
const watch = createDeletionWatch(() => refresh({ isQuiet: true }));
const filters = createFilters((change) => narrow(change));
const pager = createPager((step) => turnPage(step));
const table = createUserTable({ onEdit: (user) => writing.edit(user), onDelete: (user) => writing.remove(user) });
const writing = createWriting({ home: () => home, table, status, banners, onDone: written });
const connectForm = createConnectForm(connect, showConnection);

/** @type {import("./connection.js").Settings | undefined} */
let settings;
/** @type {import("./writing.js").Home | undefined} */
let home;
/** @type {import("./directory.js").View} */
let view = { query: "", role: "", locationId: "", skip: 0 };
/** Where the page in the table begins, which a reading that failed has not moved. */
let shownSkip = 0;
const readings = createLatest();

/**
 * Connects and reads a first page. The connection before stays until the new one works, or for good if another is asked for.
 * @param {import("./connection.js").Settings} wanted @param {AbortSignal} signal
 */
async function connect(wanted, signal) {
  const connection = openConnection(wanted, log);
  const directory = createDirectory(connection);
  const isSameSandbox = wanted.sandboxUrl !== undefined && wanted.sandboxUrl === settings?.sandboxUrl;
  const openedView = isSameSandbox ? { ...view, skip: 0 } : { query: "", role: "", locationId: wanted.locationId ?? "", skip: 0 };
  const page = await directory.page(openedView, signal).catch((error) => {
    connection.close();
    throw error;
  });
  if (signal.aborted) return connection.close();
  writing.cancel();
  readings.cancel();
  home?.connection.close();
  [settings, view] = [wanted, openedView];
  home = { connection, directory, locations: createLocations(connection.locations) };
  watch.forget();
  banners.hideAll();
  showConnection();
  show(page);
}

function showConnection() {
  const { kind, api, companyId, baseUrl } = home.connection;
  connectForm.close();
  byId("connection-name").textContent = kind === "sandbox" ? "Sandbox" : `Your account, ${api}`;
  byId("connection-detail").textContent = kind === "sandbox" ? (settings.fetch ? "in this page" : settings.sandboxUrl) : baseUrl || companyId || "";
  byId("connection-api").hidden = kind !== "sandbox";
  for (const input of byId("connection-api").querySelectorAll("input")) input.checked = input.value === api;
  byId("connection").hidden = byId("directory").hidden = false;
}

function show({ users, count }, notice = "") {
  if (users.length === 0 && view.skip > 0) {
    view.skip = Math.max(0, view.skip - PAGE_SIZE);
    return refresh({ notice });
  }
  const { locations } = home;
  shownSkip = view.skip;
  locations.learnFrom(users);
  filters.show(view, locations);
  const isNarrowed = view.query !== "" || view.role !== "" || view.locationId !== "";
  const part = { skip: view.skip, shown: users.length, count };
  const emptyText = isNarrowed ? "No user matches." : "There are no users yet.";
  table.show(users, { locationText: locations.textOf, isQueued: watch.isQueued, emptyText, isNarrowed });
  pager.show(part);
  watch.plan(users);
  status.done(notice);
  status.count(countText(partOf(part).total, isNarrowed));
}

function countText(total, isNarrowed) {
  if (total === undefined) return "";
  const what = total === 1 ? "1 user" : `${total} users`;
  return isNarrowed ? `${what} found` : what;
}

/**
 * Reads the view's page again; a newer reading cancels an older one.
 * @param {{ notice?: string, isFresh?: boolean, isQuiet?: boolean }} [how] a quiet reading leaves the table readable meanwhile
 */
async function refresh({ notice = "", isFresh = true, isQuiet = false } = {}) {
  const signal = readings.next();
  // At once, since this reading may be overtaken.
  if (notice) status.done(notice);
  if (!isQuiet) table.loading();
  try {
    const page = await home.directory.page(view, signal, isFresh);
    if (signal.aborted) return;
    banners.hide(READING);
    await show(page, notice);
  } catch (error) {
    if (signal.aborted || isCancelled(error)) return;
    table.settled();
    banners.show(READING, problemOf(error), { word: "Try again", go: () => refresh({ isFresh }) });
  }
}

function narrow(change) {
  writing.cancel();
  view = { ...view, ...change, skip: 0 };
  refresh({ isFresh: false });
}

function turnPage(step) {
  writing.cancel();
  view.skip = Math.max(0, shownSkip + step * PAGE_SIZE);
  refresh({ isFresh: false });
}

function written({ notice, isQuiet, queuedId }) {
  if (queuedId) watch.add(queuedId);
  refresh({ notice, isQuiet });
}

byId("new-user").addEventListener("click", () => writing.create());
byId("connection-change").addEventListener("click", () => {
  writing.cancel();
  connectForm.open(true);
});
byId("connection-api").addEventListener("change", ({ target }) => connectForm.attempt(() => settings.inApi(target.value)));

const sandboxUrl = new URLSearchParams(location.search).get("sandbox");
if (sandboxUrl) {
  byId("directory").hidden = false;
  table.loading();
  connectForm.connectTo(sandboxUrl);
} else {
  connectForm.open(false);
}
