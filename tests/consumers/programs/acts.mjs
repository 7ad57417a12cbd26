/** A Worker that does what a request names: with the bindings and the rest of the request's body. */
export const actor = (acts) => ({
  async fetch(request, env) {
    const { act, ...input } = await request.json();
    try {
      return Response.json({ value: await acts[act](env, input) });
    } catch (error) {
      const { name, code, message } = error;
      return Response.json({ error: { name, code, message } }, { status: 500 });
    }
  },
});
