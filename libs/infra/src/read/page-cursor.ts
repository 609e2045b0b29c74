/**
 * A place in a sorted list: the key and the id of the last row shown. Sealed for the list that gave it out (AES-256-GCM, NIST SP
 * 800-38D), since a key may count what the client may not know of. Opaque to clients.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { available } from '../database/database-error.js';

export class CursorInvalid extends Error {
  readonly code = 'CURSOR_INVALID';

  constructor() {
    super(
      'The cursor is not one that this list of this exercise gave out for this sort; leave it out to begin at the start',
    );
    this.name = 'CursorInvalid';
  }
}

/** A cursor of one list is none of another: the rows before it there were never shown. */
export interface SortedList {
  readonly name: string;
  /** Absent: of no one exercise. */
  readonly exerciseId?: string;
  readonly sort: string;
}

export interface PagePosition {
  readonly key: string | number;
  readonly id: string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Cursors are padded to a multiple of this many bytes, so that their length reveals little. */
const BLOCK_BYTES = 64;

export class PageCursors {
  private readonly sealing: Buffer;
  private readonly naming: Buffer;

  /** @param secret 32 bytes, the same in all processes that serve the same lists */
  constructor(secret: Buffer) {
    const derived = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
    this.sealing = derived('tandem cursor');
    this.naming = derived('tandem cursor nonce');
  }

  /** With the secret of this database. @throws DatabaseUnavailable */
  static async load(dataSource: DataSource): Promise<PageCursors> {
    const rows = await available(() =>
      dataSource.query<{ value: Buffer }[]>(`SELECT value FROM secret WHERE name = 'page-cursor'`),
    );
    const secret = rows[0]?.value;
    if (secret === undefined) throw new Error('the database holds no secret for cursors');
    return new PageCursors(secret);
  }

  encode(list: SortedList, { key, id }: PagePosition): string {
    const text = Buffer.from(JSON.stringify([key, id]));
    const padded = Buffer.alloc(Math.ceil(text.length / BLOCK_BYTES) * BLOCK_BYTES, ' ');
    text.copy(padded);
    const about = Buffer.from(textOf(list));
    // From what is sealed: the same place has the same cursor, and no nonce serves two of them (RFC 5297, section 1.1).
    const nonce = createHmac('sha256', this.naming).update(about).update('\0').update(padded).digest();
    const cipher = createCipheriv('aes-256-gcm', this.sealing, nonce.subarray(0, NONCE_BYTES));
    cipher.setAAD(about);
    const sealed = Buffer.concat([cipher.update(padded), cipher.final()]);
    return Buffer.concat([nonce.subarray(0, NONCE_BYTES), cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** @throws CursorInvalid */
  decode(list: SortedList, cursor: string): PagePosition {
    let parts: unknown;
    try {
      parts = JSON.parse(this.open(textOf(list), Buffer.from(cursor, 'base64url')));
    } catch {
      throw new CursorInvalid();
    }
    if (!Array.isArray(parts) || parts.length !== 2) throw new CursorInvalid();
    const [key, id] = parts as unknown[];
    if (typeof id !== 'string' || id.includes('\0')) throw new CursorInvalid();
    if (typeof key === 'number' ? !isKey(key) : typeof key !== 'string' || key.includes('\0')) {
      throw new CursorInvalid();
    }
    return { key: key as string | number, id };
  }

  /** @throws Error when it was not sealed by us for this list */
  private open(about: string, bytes: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.sealing, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(about));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const sealed = bytes.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  }
}

/** A key above each time in ms: no date can be later, and PostgreSQL can still hold it. */
export const LAST_KEY = 8.64e15;

/** A rank, or a time in ms. */
function isKey(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= LAST_KEY;
}

function textOf({ name, exerciseId = '', sort }: SortedList): string {
  return `${name} ${exerciseId} ${sort}`;
}
