/** The page's policy allows no code made of texts: schemas are told so before the first of them is made, and do not try. */
(globalThis as { __zod_globalConfig?: object }).__zod_globalConfig = { jitless: true };
