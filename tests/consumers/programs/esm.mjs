// A consumer in Node with `import`: takes a context on standard input, gives a report on standard output.
import * as ghlUsers from "ghl-users";
import { socialPosting } from "ghl-users/catalogue";
import { signed } from "ghl-users/signing";
import { poll } from "ghl-users/triggers";
import { json } from "node:stream/consumers";
import { run } from "../scenario/run.mjs";

process.stdout.write(JSON.stringify(await run({ ...ghlUsers, socialPosting, signed, poll }, await json(process.stdin))));
