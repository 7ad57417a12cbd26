// A worker of whatever kind: it answers where it is asked.
import { HighLevel } from "ghl-users";
import { answer, exposed } from "./roster.mjs";

const answerTo = async (data, port) => port.postMessage(await (data.exposed ? exposed : answer)(HighLevel, data));

// A shared worker is asked through the port of a connection, a service worker sends back through one that came along.
addEventListener("connect", ({ ports: [port] }) => (port.onmessage = ({ data }) => answerTo(data, port)));
addEventListener("message", (event) => {
  const answered = answerTo(event.data, event.ports[0] ?? globalThis);
  event.waitUntil?.(answered);
});
