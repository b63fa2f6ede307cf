/** Colleagues were named in a note. Published in its transaction, once for each who was not named before. */
export class ColleaguesMentioned {
  constructor(
    readonly companyId: string,
    readonly noteId: string,
    readonly candidateId: string,
    /** Null when the note is about the person, whatever the job. */
    readonly jobId: string | null,
    readonly authorId: string,
    readonly userIds: readonly string[],
  ) {}
}
