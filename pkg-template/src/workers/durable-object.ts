// Here alone, since a bundle would import it once for each file that does.
export { DurableObject } from "cloudflare:workers";
