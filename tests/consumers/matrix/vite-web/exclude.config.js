export default { optimizeDeps: { exclude: ["ghl-users"] } };
