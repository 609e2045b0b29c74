/** The scenarios that this server offers, checked once and again when their files change. */
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { ScenarioPreview } from '#contracts/http/library.js';
import { Calculations } from '../calculation/calculations.js';
import { ApiSettings } from '../settings.js';
import { LOG } from '../tokens.js';
import { isScenarioFile, listFolder, readFolder } from './scenario-folder.js';

interface Read {
  /** Of all files of the folder. */
  readonly marks: string;
  readonly previews: Promise<readonly ScenarioPreview[]>;
}

@Injectable()
export class Library {
  private last: Read | undefined;

  constructor(
    private readonly settings: ApiSettings,
    private readonly calculations: Calculations,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /**
   * In the order of the files' names; of two with the same id the first one. A folder that is not there has none.
   * @param account that asks
   * @throws Problem TOO_MANY_CALCULATIONS, CALCULATION_TOO_LONG, SHUTTING_DOWN
   */
  async scenarios(account: string): Promise<readonly ScenarioPreview[]> {
    const folder = this.settings.scenariosDir;
    const files = await listFolder(folder).catch((error: unknown) => {
      this.log.warn({ err: error, folder }, 'the folder of the scenarios cannot be read');
      return [];
    });
    const marks = JSON.stringify(files);
    if (this.last?.marks === marks) return this.last.previews;
    const read: Read = { marks, previews: this.read(files, account) };
    this.last = read;
    read.previews.catch(() => {
      // The next request tries again.
      if (this.last === read) this.last = undefined;
    });
    return read.previews;
  }

  private async read(files: Awaited<ReturnType<typeof listFolder>>, account: string): Promise<ScenarioPreview[]> {
    const texts = await readFolder(this.settings.scenariosDir, files);
    const previews = new Map<string, ScenarioPreview>();
    for (const { path } of files.filter(isScenarioFile)) {
      if (texts[path] === undefined) continue;
      const preview = await this.calculations.run('previewScenario', { texts, path }, { account });
      if (preview === undefined) this.log.debug({ file: path }, 'a file of the library is no scenario that loads');
      else if (previews.has(preview.id))
        this.log.warn({ file: path, id: preview.id }, 'another file has this scenario');
      else previews.set(preview.id, preview);
    }
    return [...previews.values()];
  }
}
