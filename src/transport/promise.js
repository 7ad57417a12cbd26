/** Calls a function, and returns a promise of what it returns, promises or throws. */
export function promised(call, ...given) {
  try {
    return Promise.resolve(call(...given));
  } catch (thrown) {
    return Promise.reject(thrown);
  }
}

/** Has one of two functions called with what a promise comes to. The `then` is that of all promises, not one of its own. */
export function then(promise, kept, broken) {
  try {
    Promise.prototype.then.call(promise, kept, broken);
  } catch (thrown) {
    Promise.reject(thrown).then(undefined, broken);
  }
}

/** Has a function called as soon as nothing else is running. */
export function soon(call) {
  Promise.resolve().then(call);
}
