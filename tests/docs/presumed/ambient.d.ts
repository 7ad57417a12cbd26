// As `vite/client` has it.
declare module "*.wasm?url" {
  const url: string;
  export default url;
}
