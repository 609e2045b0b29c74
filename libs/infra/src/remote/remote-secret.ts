/**
 * The secrets of endpoints. They are derived (HMAC-SHA-256) from one secret of the installation and a salt of the endpoint, so that no
 * row, copy or list of endpoints holds one; a new salt makes a new secret.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { available } from '../database/database-error.js';

const SALT_BYTES = 16;

export class RemoteSecrets {
  /** @param root 32 bytes, the same in all processes */
  constructor(private readonly root: Buffer) {}

  /** With the secret of this database. @throws DatabaseUnavailable */
  static async load(dataSource: DataSource): Promise<RemoteSecrets> {
    const rows = await available(() =>
      dataSource.query<{ value: Buffer }[]>(`SELECT value FROM secret WHERE name = 'remote-unit'`),
    );
    const root = rows[0]?.value;
    if (root === undefined) throw new Error('the database holds no secret for remote units');
    return new RemoteSecrets(root);
  }

  newSalt(): Buffer {
    return randomBytes(SALT_BYTES);
  }

  /** 32 bytes. */
  keyOf(exercise: string, unit: string, salt: Buffer): Buffer {
    return createHmac('sha256', this.root)
      .update(JSON.stringify(['tandem remote unit', exercise, unit, salt.toString('hex')]))
      .digest();
  }
}
