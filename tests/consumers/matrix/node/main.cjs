const { HighLevel } = require("ghl-users");
const { socialPosting } = require("ghl-users/catalogue");
const { createSandbox } = require("ghl-users/sandbox");
const { signed } = require("ghl-users/signing");
const { poll } = require("ghl-users/triggers");
const { roster } = require("./roster.cjs");

roster({ HighLevel, socialPosting, createSandbox, signed, poll }, process.env).then((answer) => console.log(JSON.stringify(answer)));
