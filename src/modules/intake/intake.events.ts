/** A file was read, stored and matched, or known already. Published in the transaction that stores it. */
export class ResumeTaken {
  constructor(
    readonly companyId: string,
    readonly resumeId: string,
    /** The job that it was sent for; null when it was matched with all open ones. */
    readonly jobId: string | null,
    readonly isDuplicate: boolean,
    /** Of the person who sent it themselves. */
    readonly applicationId: string | null = null,
  ) {}
}

/** A resume's file was read again: its profile is that of the rules. Published in the transaction. */
export class ResumeReread {
  constructor(
    readonly companyId: string,
    readonly resumeId: string,
  ) {}
}
