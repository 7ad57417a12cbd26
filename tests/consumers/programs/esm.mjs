// A consumer in Node with `import`: takes a context on standard input, gives a report on standard output.
import * as ghlUsers from "ghl-users";
import { json } from "node:stream/consumers";
import { run } from "../scenario/run.mjs";

process.stdout.write(JSON.stringify(await run(ghlUsers, await json(process.stdin))));
