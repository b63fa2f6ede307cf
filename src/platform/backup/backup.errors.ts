/** Something about a backup or its target that a person mends; the message says how. */
export class BackupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** What the backup holds is not what its manifest says. */
export class BackupDamagedError extends BackupError {
  constructor(what: string, options?: ErrorOptions) {
    super(`The backup is damaged: ${what}. Nothing of it was used.`, options);
  }
}

/** Data would be replaced, and nobody said that it may. */
export class TargetNotEmptyError extends BackupError {}

/** The schema of the backup, and what this version can make of it, do not go together. */
export class BackupVersionError extends BackupError {}

/** The target signs with another key than the system that was backed up. */
export class SigningKeyDiffersError extends BackupError {}
