/** Somebody opened a resume: its text and profile, with the ways to reach its person. */
export class ResumeRead {
  constructor(
    readonly companyId: string,
    readonly resumeId: string,
    readonly candidateId: string,
  ) {}
}

/** Somebody was given the file as its sender wrote it, with all that it says about them. */
export class ResumeFileRead {
  constructor(
    readonly companyId: string,
    readonly resumeId: string,
    readonly candidateId: string,
  ) {}
}

/**
 * A resume is about to be deleted with its results, and its person is held: who must tell people of what ends with it
 * does so now. Published in the transaction of the deletion.
 */
export class ResumeDeletionStarted {
  constructor(
    readonly companyId: string,
    readonly resumeId: string,
    readonly deletedBy: string,
  ) {}
}

/** A resume is gone, with its file, vectors and results; its person may have others. */
export class ResumeRemoved {
  constructor(
    readonly companyId: string,
    readonly resumeId: string,
    readonly candidateId: string,
  ) {}
}
