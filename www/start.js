/** Loads the page, and says so in words when it cannot be loaded (a package that is not built, no WebAssembly). */

const starting = document.getElementById("starting");

try {
  await import("./app.js");
  starting.remove();
} catch (error) {
  starting.textContent = `This page could not start: ${error.message}. It needs the built package under pkg/, which `
    + "cargo xtask demo brings along.";
  throw error;
}
