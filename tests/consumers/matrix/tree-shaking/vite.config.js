// The page of an app is made of its name, so that what a bundle weighs is the app.
export default { build: { rollupOptions: { input: `${process.env.APP}.js` }, modulePreload: false } };
