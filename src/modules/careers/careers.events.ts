/** Somebody applied by the careers page. Published in the transaction that takes the application. */
export class ApplicationReceived {
  constructor(
    readonly companyId: string,
    readonly applicationId: string,
    readonly jobId: string,
    readonly fullName: string,
    readonly email: string,
  ) {}
}

/** The file of an application was read: its person and resume are known. */
export class ApplicationTaken {
  constructor(
    readonly companyId: string,
    readonly applicationId: string,
    readonly candidateId: string,
    readonly resumeId: string,
  ) {}
}
