/**
 * Types that the compiler keeps apart although they are the same at run time. A branded value can be used wherever a plain
 * one is expected (JSON, keys, comparisons); a plain one, or one of another kind, cannot be used in its place.
 */
declare const kind: unique symbol;

export type Branded<T extends string | number, Kind extends string> = T & { readonly [kind]: Kind };

/** A value of no kind: one that is branded is refused. */
export type Unbranded<T extends string | number> = T & { readonly [kind]?: undefined };

/** The same without brands: as it is written by hand, or read from JSON. */
export type Plain<T> =
  T extends Branded<string, string>
    ? string
    : T extends Branded<number, string>
      ? number
      : T extends readonly unknown[]
        ? { [K in keyof T]: Plain<T[K]> }
        : T extends object
          ? { [K in keyof T as K extends Branded<string, string> ? string : K]: Plain<T[K]> }
          : T;
