/** The form with which one chooses the sandbox or an account. It yields settings, and forgets the token once they work. */

import { byId, radioValue } from "./dom.js";
import { NoSandboxError, readSeed, sandboxSettings } from "./connection.js";
import { createLatest } from "./latest.js";
import { pageSandboxSettings } from "./page-sandbox.js";
import { problemOf, tell } from "./problem.js";

const DEFAULT_API = "v2";

/**
 * @param {(settings: import("./connection.js").Settings, signal: AbortSignal) => Promise<void>} onConnect rejects when the settings do not
 *   work, or when something else was asked for
 * @param {() => void} onCancel
 */
export function createConnectForm(onConnect, onCancel) {
  const section = byId("connect");
  const form = byId("connect-form");
  const problem = byId("connect-problem");
  const submit = form.querySelector("[type=submit]");
  const attempts = createLatest();
  const field = (name) => form.elements.namedItem(name);

  function arrange() {
    const kind = radioValue(form, "kind");
    const api = radioValue(form, "api");
    for (const part of form.querySelectorAll("[data-kind]")) part.hidden = part.dataset.kind !== kind;
    for (const part of form.querySelectorAll("[data-api]")) part.hidden = !part.dataset.api.split(" ").includes(api);
  }

  async function settingsOfForm() {
    if (radioValue(form, "kind") === "sandbox") {
      const url = field("sandbox").value.trim().replace(/\/+$/, "");
      return sandboxSettings(url, await readSeed(url), DEFAULT_API);
    }
    const api = radioValue(form, "api");
    const text = (name) => field(name).value.trim();
    return {
      kind: "account", api, token: text("token"), locationId: text("locationId"), baseUrl: text("baseUrl"),
      ...(api === "v1" ? { keyKind: radioValue(form, "keyKind") } : { companyId: text("companyId") }),
    };
  }

  /** Connects with what `settingsOf` yields; when that does not work, says why in the form. The last attempt wins. */
  async function attempt(settingsOf) {
    const signal = attempts.next();
    problem.hidden = true;
    submit.ariaBusy = "true";
    try {
      const settings = await settingsOf();
      if (signal.aborted) return;
      await onConnect(settings, signal);
      field("token").value = "";
    } catch (error) {
      if (signal.aborted) return;
      show();
      tell(problem, problemOfConnecting(error));
      problem.scrollIntoView({ block: "center" });
    } finally {
      if (!signal.aborted) submit.ariaBusy = "false";
    }
  }

  function show() {
    byId("directory").hidden = true;
    section.hidden = false;
    arrange();
  }

  form.addEventListener("change", arrange);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(settingsOfForm);
  });
  byId("connect-cancel").addEventListener("click", () => {
    attempts.cancel();
    submit.ariaBusy = "false";
    onCancel();
  });

  return {
    attempt,
    /** Connects to a sandbox at once, as the page's address asks for. @param {string} url or `page`, for one in the page itself */
    connectTo(url) {
      if (url === "page") return attempt(() => pageSandboxSettings(DEFAULT_API));
      field("sandbox").value = url;
      return attempt(settingsOfForm);
    },
    /** @param {boolean} canCancel whether there is a connection to go back to */
    open(canCancel) {
      byId("connect-cancel").hidden = !canCancel;
      problem.hidden = true;
      show();
      form.querySelector("[name=kind]:checked").focus();
    },
    close() {
      section.hidden = true;
    },
  };
}

function problemOfConnecting(error) {
  if (error instanceof NoSandboxError) return { title: "There is no sandbox", text: error.message, facts: [], fields: new Map() };
  return problemOf(error);
}
