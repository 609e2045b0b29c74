/** Who is asking: an account, as the domain sees it. */
import { unitId } from '#domain/kernel/ids.js';
import { ROLE_TRAITS, type Role } from '#domain/kernel/role.js';
import type { Actor } from '#domain/kernel/event.js';
import type { Audience, Stream } from '#domain/kernel/side.js';
import type { Reader } from '#domain/release/label.js';
import { audiencesOf, streamOf, type Viewer } from '#domain/release/release.js';
import type { Account } from '#infra/accounts/account-store.js';

export class Caller {
  readonly id: string;
  readonly role: Role;
  readonly viewer: Viewer;
  readonly actor: Actor;
  /** As labels name it. */
  readonly reader: Reader;
  /** The stream of the log that it reads, and the audiences that it belongs to. */
  readonly stream: Stream;
  readonly audiences: readonly Audience[];
  /** The one exercise that it may touch; undefined: all. */
  readonly exercise: string | undefined;
  /** Of Tandem's own programs, not of a person. */
  readonly isBuiltIn: boolean;

  constructor(account: Account) {
    const { id, role } = account;
    const side = account.side ?? undefined;
    // An operator's units say whose desk it is; a liaison is confined to its own.
    const units = ROLE_TRAITS[role].units === 'required' ? (account.units ?? []).map(unitId) : undefined;
    this.id = id;
    this.role = role;
    this.viewer = { role, ...(side !== undefined && { side }) };
    const classes = account.classes ?? undefined;
    this.actor = {
      kind: 'account',
      id,
      ...this.viewer,
      ...(units !== undefined && { units }),
      ...(classes !== undefined && { classes }),
    };
    this.reader = { kind: 'account', id, role, side, units: account.units ?? undefined };
    this.stream = streamOf(this.viewer);
    this.audiences = audiencesOf(this.stream);
    this.exercise = account.exerciseId ?? undefined;
    this.isBuiltIn = account.builtIn;
  }

  mayTouch(exercise: string): boolean {
    return this.exercise === undefined || this.exercise === exercise;
  }
}
