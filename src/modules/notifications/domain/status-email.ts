/** Statuses that a candidate can be told of, with the words for them. Being back at the start is no news. */
const STATUS_WORDS = {
  reviewing: 'reviewing',
  shortlisted: 'shortlisted',
  interviewing: 'interviewing',
  offered: 'offered',
  hired: 'hired',
  rejected: 'not selected',
  withdrawn: 'withdrawn',
} as const;

export type MailedStatus = keyof typeof STATUS_WORDS;

// The keys of a record over a closed set are that set.
export const MAILED_STATUSES = Object.keys(STATUS_WORDS) as readonly MailedStatus[];

export function isMailedStatus(status: string): status is MailedStatus {
  return Object.hasOwn(STATUS_WORDS, status);
}

export function statusEmailKind(status: MailedStatus): `application_${MailedStatus}` {
  return `application_${status}`;
}

export function statusWord(status: MailedStatus): string {
  return STATUS_WORDS[status];
}
