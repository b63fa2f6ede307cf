/** A job was made, opened or closed. Published once for each change, in its transaction. */
export class JobStatusChanged {
  constructor(
    readonly companyId: string,
    readonly jobId: string,
    readonly change: {
      /** Of the row in `job_status_changes`. */
      readonly changeId: string;
      /** Null for the creation. */
      readonly from: string | null;
      readonly to: string;
      readonly by: string;
    },
  ) {}
}

/** Somebody joined a job's team, got another part in it, or left: then the role is null. */
export class JobTeamChanged {
  constructor(
    readonly companyId: string,
    readonly jobId: string,
    readonly userId: string,
    readonly role: string | null,
    readonly changedBy: string,
  ) {}
}

/** Somebody is not a job's hiring manager any more. Published in the transaction that says so. */
export class HiringManagerReplaced {
  constructor(
    readonly companyId: string,
    readonly jobId: string,
    /** Who it was. */
    readonly userId: string,
    readonly changedBy: string,
  ) {}
}

/**
 * A job is about to be deleted with its results: who must tell people of what ends with it does so now. Published in
 * the transaction of the deletion.
 */
export class JobDeletionStarted {
  constructor(
    readonly companyId: string,
    readonly jobId: string,
    readonly deletedBy: string,
  ) {}
}

/** A job was made, changed or deleted. Published in its transaction. */
export class JobChanged {
  constructor(
    readonly companyId: string,
    readonly jobId: string,
    readonly change: 'created' | 'updated' | 'deleted',
    readonly changedBy: string | null,
    /** The version to which its results are now to be scored again; null when their scores still hold. */
    readonly rescoreTo: number | null = null,
  ) {}
}
