/** What Nest injects by name, having no class of its own. */
export const LOG = Symbol('log');
export const METRICS = Symbol('metrics');
export const REGISTRY = Symbol('registry');
