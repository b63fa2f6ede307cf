/** A resume is gone, with its file, vectors and results; its person may have others. */
export class ResumeRemoved {
  constructor(
    readonly companyId: string,
    readonly resumeId: string,
    readonly candidateId: string,
  ) {}
}
