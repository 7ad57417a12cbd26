import ky from "ky";

/** @type {import("../peers.mjs").Connect} */
export function connect({ baseUrl, token }) {
  const api = ky.create({ prefixUrl: baseUrl, headers: { authorization: `Bearer ${token}`, version: "2021-07-28" } });
  return (userId) => api.get(`users/${userId}`).json();
}
