/** How long what people write may be, in characters, as the API takes it. */
export const MOST_REASON = 1_000;
