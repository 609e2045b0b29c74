/** Authored text by BCP 47 language tag. */
export type LocalizedText = Readonly<Record<string, string>>;
