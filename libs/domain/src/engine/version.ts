/**
 * The version of the engine's rules. The same scenario, seed and commands give the same log only under the same rules, so
 * recordings and exercises remember the version that made them.
 *
 * Raise it with every change after which a log that exists would be continued or replayed in another way: another event, another
 * order, another draw, another meaning of what the state holds. Leave it for changes that no log can show: speed, names, comments,
 * views, a new command.
 */
export const ENGINE_VERSION = 4;

/** Of what was made before versions were remembered. */
export const FIRST_ENGINE_VERSION = 1;
