/** Somebody opened a person's own page, with the ways to reach them. */
export class CandidateRead {
  constructor(
    readonly companyId: string,
    readonly candidateId: string,
  ) {}
}

/** A person is gone, with all that the company knew of them. */
export class CandidateRemoved {
  constructor(
    readonly companyId: string,
    readonly candidateId: string,
  ) {}
}

/** Two people were found to be one: what belongs to the merged one is the kept one's now. */
export class CandidatesMerged {
  constructor(
    readonly companyId: string,
    readonly keptId: string,
    readonly mergedId: string,
  ) {}
}

/** They are two again; the merged one has these resumes back. */
export class CandidateMergeUndone {
  constructor(
    readonly companyId: string,
    readonly keptId: string,
    readonly mergedId: string,
    readonly resumeIds: readonly string[],
  ) {}
}
