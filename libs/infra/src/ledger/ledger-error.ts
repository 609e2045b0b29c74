/** Another worker advances this exercise at the moment. Try again later. */
export class LedgerBusy extends Error {
  readonly code = 'LEDGER_BUSY';

  constructor(exerciseId: string, cause: unknown) {
    super(`Exercise ${exerciseId} is being advanced by another worker`, { cause });
    this.name = 'LedgerBusy';
  }
}

/** The batch contradicts the row that it is written upon. A fault of the program: nothing was written. */
export class LedgerInconsistent extends Error {
  readonly code = 'LEDGER_INCONSISTENT';

  constructor(exerciseId: string, what: string) {
    super(`Exercise ${exerciseId}: ${what}`);
    this.name = 'LedgerInconsistent';
  }
}
