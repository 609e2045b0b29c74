/** Checking a log that is stored: its hash chain, and that no number is missing in any stream (I3). */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { STREAMS, type Audience, type StreamSeqs } from '#domain/kernel/side.js';
import { streamsOf } from '#domain/release/release.js';
import { poolOf } from '../database/data-source.js';
import { available } from '../database/database-error.js';
import { withinPageBytes } from './page-bytes.js';
import { chainHash, GENESIS_HASH, type ChainedEvent } from '#log/hash-chain.js';

export interface Verification {
  readonly exerciseId: string;
  /** Events read. */
  readonly events: number;
  readonly lastHash: string;
  /** What is wrong, the first hundred of it; empty when the log is sound. */
  readonly faults: readonly string[];
}

interface Row extends ChainedEvent {
  readonly seq_joint: number;
  readonly seq_pak: number;
  readonly seq_chn: number;
}

/** Events that are read at a time, at most. */
const PAGE = 250;
const FAULTS = 100;

/**
 * Reads the log page by page. While a worker is writing, what it adds meanwhile is checked as far as it was reached, and
 * the exercise's row is compared last.
 */
export async function verifyLog(dataSource: DataSource, exerciseId: string): Promise<Verification> {
  const pool = poolOf(dataSource);
  const faults: string[] = [];
  const fault = (text: string): void => {
    if (faults.length < FAULTS) faults.push(text);
  };
  const seqs: StreamSeqs = { all: 0, joint: 0, pak: 0, chn: 0 };
  let lastHash = GENESIS_HASH;
  let events = 0;
  let at = 0;
  for (;;) {
    const page = await readPage(pool, exerciseId, seqs.all);
    for (const row of page) {
      events += 1;
      for (const stream of streamsOf(row.audience as Audience)) seqs[stream] += 1;
      const stored: StreamSeqs = { all: row.seq, joint: row.seq_joint, pak: row.seq_pak, chn: row.seq_chn };
      for (const stream of STREAMS) {
        if (stored[stream] !== seqs[stream]) {
          fault(
            `event ${row.seq} (${row.type}): number ${stored[stream]} in stream ${stream}, expected ${seqs[stream]}`,
          );
          seqs[stream] = stored[stream];
        }
      }
      if (row.at < at) fault(`event ${row.seq} (${row.type}): at ${row.at}, before ${at}`);
      at = row.at;
      const expected = chainHash(lastHash, row);
      if (row.hash !== expected) fault(`event ${row.seq} (${row.type}): hash ${row.hash}, expected ${expected}`);
      lastHash = row.hash;
    }
    if (page.length === 0) break;
  }
  const { rows } = await available(() =>
    pool.query<{ all: number; joint: number; pak: number; chn: number; last_hash: string }>(
      `SELECT seq_all AS all, seq_joint AS joint, seq_pak AS pak, seq_chn AS chn, last_hash FROM exercise WHERE id = $1`,
      [exerciseId],
    ),
  );
  const head = rows[0];
  if (head === undefined) fault('there is no such exercise');
  else if (head.all === seqs.all) {
    for (const stream of STREAMS) {
      if (head[stream] !== seqs[stream]) {
        fault(`the exercise says that stream ${stream} ends at ${head[stream]}, the log ends at ${seqs[stream]}`);
      }
    }
    if (head.last_hash !== lastHash) fault(`the exercise's last hash is ${head.last_hash}, the log's ${lastHash}`);
  } else if (head.all < seqs.all || (await readPage(pool, exerciseId, seqs.all)).length === 0) {
    fault(`the exercise says that the log ends at ${head.all}, it ends at ${seqs.all}`);
  }
  return { exerciseId, events, lastHash, faults };
}

async function readPage(pool: Pool, exerciseId: string, after: number): Promise<Row[]> {
  const { rows } = await available(() =>
    pool.query<Row>(
      withinPageBytes(
        `SELECT seq, seq_joint, seq_pak, seq_chn, at, type, audience, data::text AS data, cause::text AS cause,
           actor::text AS actor, hash
         FROM event WHERE exercise_id = $1 AND seq > $2 ORDER BY seq LIMIT ${PAGE}`,
        'seq',
      ),
      [exerciseId, after],
    ),
  );
  return rows;
}
