/** The page: one connection, one view of its users, and what the controls do to them. */

import { createBanner } from "./banner.js";
import { createConnectForm } from "./connect-form.js";
import { openConnection } from "./connection.js";
import { createDeleteDialog } from "./delete-dialog.js";
import { createDeletionWatch } from "./deletion-watch.js";
import { PAGE_SIZE, createDirectory } from "./directory.js";
import { byId } from "./dom.js";
import { createFilters } from "./filters.js";
import { createLocations } from "./locations.js";
import { createPager, partOf } from "./pager.js";
import { isCancelled, problemOf } from "./problem.js";
import { createRequestLog } from "./request-log.js";
import { createUserForm } from "./user-form.js";
import { createUserTable, nameOf } from "./user-table.js";

const log = createRequestLog();
const banner = createBanner();
const watch = createDeletionWatch(() => refresh({ isQuiet: true }));
const filters = createFilters((change) => narrow(change));
const pager = createPager((step) => turnPage(step));
const table = createUserTable({ onEdit: edit, onDelete: (user) => deleteDialog.open(user, connection.api) });
const userForm = createUserForm(save);
const deleteDialog = createDeleteDialog(remove);
const connectForm = createConnectForm(connect, showConnection);

/** @type {import("./connection.js").Settings | undefined} */
let settings;
/** @type {import("./connection.js").Connection | undefined} */
let connection;
let directory;
let locations = createLocations([]);
/** @type {import("./directory.js").View} */
let view = { query: "", role: "", locationId: "", skip: 0 };
/** Where the page in the table begins, which a reading that failed has not moved. */
let shownSkip = 0;
let reading = new AbortController();

/** Connects and reads a first page. The connection before stays until the new one works. */
async function connect(wanted) {
  const opened = openConnection(wanted, log);
  const openedDirectory = createDirectory(opened);
  const isSameSandbox = wanted.sandboxUrl !== undefined && wanted.sandboxUrl === settings?.sandboxUrl;
  const openedView = isSameSandbox ? { ...view, skip: 0 } : { query: "", role: "", locationId: wanted.locationId ?? "", skip: 0 };
  const page = await openedDirectory.page(openedView, new AbortController().signal).catch((error) => {
    opened.close();
    throw error;
  });
  reading.abort();
  connection?.close();
  [settings, connection, directory, view] = [wanted, opened, openedDirectory, openedView];
  locations = createLocations(opened.locations);
  watch.forget();
  banner.hide();
  showConnection();
  show(page);
}

function showConnection() {
  const { kind, api, companyId, baseUrl } = connection;
  connectForm.close();
  byId("connection-name").textContent = kind === "sandbox" ? "Sandbox" : `Your account, ${api}`;
  byId("connection-detail").textContent = kind === "sandbox" ? settings.sandboxUrl : baseUrl || companyId || "";
  byId("connection-api").hidden = kind !== "sandbox";
  for (const input of byId("connection-api").querySelectorAll("input")) input.checked = input.value === api;
  byId("connection").hidden = byId("directory").hidden = false;
}

function show({ users, count }, notice = "") {
  if (users.length === 0 && view.skip > 0) {
    view.skip = Math.max(0, view.skip - PAGE_SIZE);
    return refresh({ notice });
  }
  shownSkip = view.skip;
  locations.learnFrom(users);
  filters.show(view, locations);
  const isNarrowed = view.query !== "" || view.role !== "" || view.locationId !== "";
  const part = { skip: view.skip, shown: users.length, count };
  const emptyText = isNarrowed ? "No user matches." : "There are no users yet.";
  table.show(users, { locationText: locations.textOf, isQueued: watch.isQueued, emptyText, isNarrowed });
  pager.show(part);
  watch.plan(users);
  byId("status").textContent = [notice, countText(partOf(part).total, isNarrowed)].filter(Boolean).join(" · ");
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
async function refresh({ notice, isFresh = true, isQuiet = false } = {}) {
  reading.abort();
  reading = new AbortController();
  const { signal } = reading;
  if (!isQuiet) table.loading();
  try {
    const page = await directory.page(view, signal, isFresh);
    if (signal.aborted) return;
    if (!isQuiet) banner.hide();
    await show(page, notice);
  } catch (error) {
    if (signal.aborted || isCancelled(error)) return;
    table.settled();
    banner.show(problemOf(error), () => refresh({ isFresh }));
  }
}

function narrow(change) {
  view = { ...view, ...change, skip: 0 };
  refresh({ isFresh: false });
}

function turnPage(step) {
  view.skip = Math.max(0, shownSkip + step * PAGE_SIZE);
  refresh({ isFresh: false });
}

function openForm(user) {
  if (user) locations.learnFrom([user]);
  userForm.open(user, { api: connection.api, locations });
}

/** Reads the user again before the form opens: lists may leave permissions out, and what is saved builds on what is there now. */
async function edit(user) {
  try {
    openForm(await directory.get(user.id));
  } catch (error) {
    if (!isCancelled(error)) banner.show(problemOf(error), () => edit(user));
  }
}

async function save(draft, user) {
  if (user === null) {
    const created = await directory.create(draft);
    refresh({ notice: `Created ${nameOf({ ...draft, ...created })}` });
  } else {
    const isSent = await directory.update(user, draft);
    if (isSent) refresh({ notice: `Saved ${nameOf({ ...draft, id: user.id })}`, isQuiet: true });
  }
}

async function remove(user) {
  const { isQueued } = await directory.delete(user.id);
  if (isQueued) watch.add(user.id);
  refresh({ notice: isQueued ? `Deletion of ${nameOf(user)} queued` : `Deleted ${nameOf(user)}`, isQuiet: true });
}

byId("new-user").addEventListener("click", () => openForm(null));
byId("connection-change").addEventListener("click", () => connectForm.open(true));
byId("connection-api").addEventListener("change", ({ target }) => connectForm.attempt(() => settings.inApi(target.value)));

const sandboxUrl = new URLSearchParams(location.search).get("sandbox");
if (sandboxUrl) {
  byId("directory").hidden = false;
  table.loading();
  connectForm.connectTo(sandboxUrl);
} else {
  connectForm.open(false);
}
