/** What processes cost, from /proc (Linux): CPU seconds since their start, and resident memory. */
import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks per second in /proc/<pid>/stat; 100 on every Linux that Node runs on. */
const TICKS = 100;

interface Stat {
  readonly pid: number;
  readonly parent: number;
  /** Seconds of itself, and of its children that ended and were waited for. */
  readonly own: number;
  readonly ended: number;
}

function stat(pid: number): Stat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return undefined;
  }
  // The name of the program may hold spaces and brackets; what follows its last bracket does not (proc(5)).
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const field = (n: number): number => Number(fields[n - 3]);
  return { pid, parent: field(4), own: (field(14) + field(15)) / TICKS, ended: (field(16) + field(17)) / TICKS };
}

/** CPU seconds of these processes. One that has ended counts nothing. */
export function cpuOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (stat(pid)?.own ?? 0), 0);
}

/** CPU seconds of a process and all its children, those that have ended included: PostgreSQL with its sessions. */
export function cpuOfFamily(pid: number): number {
  const parent = stat(pid);
  if (!parent) return 0;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => stat(Number(name)))
    .filter((child) => child?.parent === pid);
  return parent.own + parent.ended + children.reduce((sum, child) => sum + (child?.own ?? 0), 0);
}

/** The process that started this one. */
export function parentOf(pid: number): number {
  return stat(pid)?.parent ?? 0;
}

/** Bytes in memory; the highest so far where `peak`. */
export function residentBytes(pid: number, peak = false): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    const match = new RegExp(`^${peak ? 'VmHWM' : 'VmRSS'}:\\s+(\\d+) kB`, 'm').exec(status);
    return Number(match?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** CPU seconds by name, to be subtracted from each other. */
export type CpuMeter = () => Record<string, number>;

/** Cores kept busy by each, between two readings. */
export function cpuShares(
  before: Record<string, number>,
  after: Record<string, number>,
  seconds: number,
): Record<string, number> {
  return Object.fromEntries(
    Object.keys(after).map((name) => [name, ((after[name] ?? 0) - (before[name] ?? 0)) / seconds]),
  );
}
