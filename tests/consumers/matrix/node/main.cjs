const { HighLevel } = require("ghl-users");
const { socialPosting } = require("ghl-users/catalogue");
const { signed } = require("ghl-users/signing");
const { roster } = require("./roster.cjs");

roster({ HighLevel, socialPosting, signed }, process.env).then((answer) => console.log(JSON.stringify(answer)));
