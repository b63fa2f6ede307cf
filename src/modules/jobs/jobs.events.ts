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
