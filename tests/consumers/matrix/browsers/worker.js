// A worker of whatever kind: it answers where it is asked.
import { HighLevel } from "ghl-users";
import { socialPosting } from "ghl-users/catalogue";
import { createSandbox } from "ghl-users/sandbox";
import { signed } from "ghl-users/signing";
import { poll } from "ghl-users/triggers";
import { answer, exposed } from "./roster.mjs";

const answerTo = async (data, port) =>
  port.postMessage(data.exposed ? exposed(HighLevel, data) : await answer({ HighLevel, socialPosting, createSandbox, signed, poll }, data));

// A shared worker is asked through the port of a connection, a service worker sends back through one that came along.
addEventListener("connect", ({ ports: [port] }) => (port.onmessage = ({ data }) => answerTo(data, port)));
addEventListener("message", (event) => {
  const answered = answerTo(event.data, event.ports[0] ?? globalThis);
  event.waitUntil?.(answered);
});
