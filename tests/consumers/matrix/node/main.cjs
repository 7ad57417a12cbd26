const { HighLevel } = require("ghl-users");

import("./roster.mjs").then(async ({ roster }) => console.log(JSON.stringify(await roster(HighLevel, process.env))));
