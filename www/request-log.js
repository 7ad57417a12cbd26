/** The panel of calls and requests: each call as a line of JavaScript, and each request that goes over the wire because of it. */

import { byId, element } from "./dom.js";

const KEPT_ENTRIES = 200;

/**
 * @typedef {object} RequestLog
 * @property {(fetch?: typeof globalThis.fetch) => typeof globalThis.fetch} observed a fetch, the browser's by default, observed; only
 *   method, URL, status and time are looked at
 * @property {(source: string) => (error: unknown) => void} call notes a call; the function returned notes its failure
 * @property {(text: string) => void} wait notes that a call waits, and why
 */

/** @returns {RequestLog} */
export function createRequestLog() {
  const panel = byId("request-log");
  const list = byId("request-list");
  const clear = byId("request-clear");
  let sent = 0;

  // Where style/layout.css gives the panel no column of its own, the users come first.
  panel.open = matchMedia("(min-width: 74rem)").matches;
  clear.addEventListener("click", () => {
    sent = 0;
    list.replaceChildren();
    settle();
    panel.querySelector("summary").focus();
  });

  function settle() {
    byId("request-count").textContent = sent === 0 ? "" : `${sent} ${sent === 1 ? "request" : "requests"}`;
    const isEmpty = list.childElementCount === 0;
    byId("request-hint").hidden = !isEmpty;
    list.hidden = clear.hidden = isEmpty;
  }

  function append(entry) {
    list.append(entry);
    while (list.childElementCount > KEPT_ENTRIES) list.firstElementChild.remove();
    settle();
    list.scrollTop = list.scrollHeight;
  }

  const observed = (fetch = globalThis.fetch.bind(globalThis)) => async (input, init) => {
    const method = init?.method ?? input.method ?? "GET";
    const outcome = element("span", { class: "outcome" }, "…");
    sent += 1;
    append(requestEntry(method, new URL(input.url ?? input, location.href), outcome));
    const started = performance.now();
    const elapsed = () => `${Math.round(performance.now() - started)} ms`;
    try {
      const response = await fetch(input, init);
      outcome.replaceChildren(statusOf(response.status), ` ${elapsed()}`);
      return response;
    } catch (error) {
      const word = error?.name === "AbortError" ? "cancelled" : "no answer";
      outcome.replaceChildren(element("span", { class: "status failed" }, word), ` ${elapsed()}`);
      throw error;
    }
  };

  settle();
  return {
    observed,
    call(source) {
      const entry = element("li", { class: "call" }, element("code", {}, source));
      append(entry);
      return (error) => entry.append(element("span", { class: "code" }, error?.code ?? "failed"));
    },
    wait(text) {
      append(element("li", { class: "wait" }, text));
    },
  };
}

function requestEntry(method, { pathname, search }, outcome) {
  return element("li", { class: "request" },
    element("span", { class: `method ${method.toLowerCase()}` }, method),
    element("span", { class: "path" }, pathname, element("span", { class: "query" }, ...breakable(search))),
    outcome);
}

/** A query that may break before each of its parts. */
function breakable(search) {
  return search.split(/(?=&)/).flatMap((part) => [document.createElement("wbr"), part]);
}

function statusOf(status) {
  return element("span", { class: status < 400 ? "status" : "status failed" }, String(status));
}
