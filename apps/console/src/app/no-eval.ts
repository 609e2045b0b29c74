/** The page's policy allows no code made of texts: this configures the schemas before the first of them is made, so that they do not try. */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
