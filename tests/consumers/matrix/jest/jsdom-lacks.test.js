/** @jest-environment jsdom */

const { HighLevel } = require("ghl-users");

test("a client says what jsdom lacks", () => {
  const make = () => new HighLevel({ token: "pit-0123456789abcdef" });
  expect(make).toThrow(expect.objectContaining({ name: "HighLevelError", code: "invalid_config" }));
  expect(make).toThrow(/^this runtime lacks .*TextDecoder, TextEncoder.*fetch/);
});
