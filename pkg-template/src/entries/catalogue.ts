/** All resources of a client together, and what can be done with them as data. */
export { catalogue } from "../catalogue/catalogue.js";
export type { Catalogue, CatalogueOperations } from "../catalogue/catalogue.js";
export type {
  CatalogueOperationsV1,
  CatalogueOperationsV2,
  CatalogueOperationsV3,
} from "../generated/catalogue/resources.js";
export type { Client } from "../client/connect.js";
export type { CatalogueDocs, CatalogueField, CatalogueOperation } from "../resource/description.js";
export * from "../generated/catalogue/index.js";
