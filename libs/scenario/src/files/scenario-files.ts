/** How the files of a scenario are read; the applications implement it. */
export interface ScenarioFiles {
  /** @param path relative to the scenario's folder, with `/`; it never names a file outside it. @throws UnreadableFile */
  read(path: string): string;
}

/** The message says what is wrong with the file and what would be right. */
export class UnreadableFile extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'UnreadableFile';
  }
}
