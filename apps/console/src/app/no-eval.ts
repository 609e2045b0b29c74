/** The page's policy allows no code made of texts: schemas are told so before the first of them is made, and do not try. */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
