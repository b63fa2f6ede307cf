/** What is kept for good: decisions, reveals of people's data one by one, exports and erasures. Lists are no reveal. */
export const AUDIT_ACTIONS = [
  'application.decided',
  'candidate.read',
  'resume.read',
  'resume.file_read',
  'resume.deleted',
  'candidate.erased',
  'candidate.merged',
  'candidate.merge_undone',
  'job.deleted',
  'people.exported',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export const AUDIT_SUBJECTS = ['application', 'resume', 'candidate', 'job', 'company'] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

/** Ids and states only: what it is about may have to be forgotten, and this may not. */
export interface AuditEntry {
  readonly companyId: string;
  /** Null for what nobody asked for in a request: retention, tasks. */
  readonly actorId: string | null;
  readonly action: AuditAction;
  readonly subjectType: AuditSubject;
  readonly subjectId: string;
  readonly details: Readonly<Record<string, string | readonly string[] | null>>;
}

export interface AuditEvent extends Omit<AuditEntry, 'companyId'> {
  readonly id: string;
  readonly sequence: number;
  readonly occurredAt: Date;
  /** Hexadecimal. */
  readonly hash: string;
  readonly previousHash: string;
}

export interface ChainCheck {
  readonly events: number;
  /** Sequence of the first event that is not what it was, or of one that is missing; null when all is whole. */
  readonly brokenAt: number | null;
  /** Hash of the last event, to be kept elsewhere; null without any. */
  readonly head: string | null;
}
