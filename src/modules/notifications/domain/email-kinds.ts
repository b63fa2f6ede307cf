/** What a template may name, with what a preview shows in its place. */
const APPLICATION_VARIABLES = {
  candidate_name: 'Jane Example',
  job_title: 'Warehouse Operations Manager',
  company_name: 'Acme Logistics',
  status: 'shortlisted',
} as const;

/** To a person who applied: nothing is decided yet. */
const RECEIVED_VARIABLES = {
  candidate_name: 'Jane Example',
  job_title: 'Warehouse Operations Manager',
  company_name: 'Acme Logistics',
} as const;

const INTERVIEW_VARIABLES = {
  candidate_name: 'Jane Example',
  job_title: 'Warehouse Operations Manager',
  company_name: 'Acme Logistics',
  interview_type: 'video interview',
  interview_date: 'Tuesday, 12 May 2026',
  interview_time: '14:00',
  time_zone: 'Europe/Berlin',
  duration_minutes: '45',
  location: 'https://meet.example.com/abc',
  interviewers: 'Theo Lindqvist, Mira Okafor',
} as const;

const INTERVIEWER_VARIABLES = {
  ...INTERVIEW_VARIABLES,
  interviewer_name: 'Theo Lindqvist',
} as const;

const unsubscribe = { unsubscribe_url: 'https://jobs.example.com/unsubscribe' } as const;

interface KindOfEmail {
  /** Names and samples of the variables that its template may use. */
  readonly variables: Readonly<Record<string, string>>;
  /** Reminders are the only mail that people may unsubscribe from: the rest answers what they asked for. */
  readonly isReminder: boolean;
  /** With a code to get in: sealed in the database, shown to nobody, and worded by no company. */
  readonly isSecret?: boolean;
  /** Sent also when the job is gone meanwhile: what stands in a calendar goes by this mail only. */
  readonly outlivesJob?: boolean;
}

const application = { variables: APPLICATION_VARIABLES, isReminder: false } as const;
const interview = { variables: INTERVIEW_VARIABLES, isReminder: false } as const;
const interviewer = { variables: INTERVIEWER_VARIABLES, isReminder: false } as const;

/** Every kind of e-mail. No score, reason or note is a variable of any: what people decide by stays inside. */
const KINDS = {
  application_reviewing: application,
  application_shortlisted: application,
  application_interviewing: application,
  application_offered: application,
  application_hired: application,
  application_rejected: application,
  application_withdrawn: application,
  application_received: { variables: RECEIVED_VARIABLES, isReminder: false },
  interview_invitation: interview,
  interview_rescheduled: interview,
  interview_cancelled: { ...interview, outlivesJob: true },
  interview_reminder: { variables: { ...INTERVIEW_VARIABLES, ...unsubscribe }, isReminder: true },
  interviewer_invitation: interviewer,
  interviewer_rescheduled: interviewer,
  interviewer_cancelled: { ...interviewer, outlivesJob: true },
  interviewer_reminder: {
    variables: { ...INTERVIEWER_VARIABLES, ...unsubscribe },
    isReminder: true,
  },
  scorecard_reminder: {
    variables: {
      interviewer_name: 'Theo Lindqvist',
      candidate_name: 'Jane Example',
      job_title: 'Warehouse Operations Manager',
      company_name: 'Acme Logistics',
      interview_date: 'Tuesday, 12 May 2026',
      ...unsubscribe,
    },
    isReminder: true,
  },
  note_mention: {
    variables: {
      user_name: 'Theo Lindqvist',
      author_name: 'Mira Okafor',
      job_title: 'Warehouse Operations Manager',
      note_url: 'https://jobs.example.com/api/v1/candidates/…/notes',
      ...unsubscribe,
    },
    isReminder: true,
  },
  password_reset: {
    variables: { user_name: 'Theo Lindqvist', code: 'slp_…' },
    isReminder: false,
    isSecret: true,
  },
  webhook_disabled: {
    variables: {
      user_name: 'Theo Lindqvist',
      url: 'https://hooks.example.com/shortlist',
      reason: 'The endpoint answered 500.',
    },
    isReminder: false,
  },
  user_invitation: {
    variables: { invited_by: 'Mira Okafor', company_name: 'Acme Logistics', code: 'sli_…' },
    isReminder: false,
    isSecret: true,
  },
} as const satisfies Readonly<Record<string, KindOfEmail>>;

export type EmailKind = keyof typeof KINDS;

// The keys of a record over a closed set are that set.
export const EMAIL_KINDS = Object.keys(KINDS) as readonly EmailKind[];

/** The values for one mail; empty for what does not exist. The unsubscribe link is made when it is queued. */
export type EmailVariables<Kind extends EmailKind = EmailKind> = Readonly<
  Record<Exclude<keyof (typeof KINDS)[Kind]['variables'], 'unsubscribe_url'>, string>
>;

export function isReminder(kind: EmailKind): boolean {
  return KINDS[kind].isReminder;
}

export function isSecret(kind: EmailKind): boolean {
  const known: KindOfEmail = KINDS[kind];
  return known.isSecret === true;
}

export function outlivesJob(kind: EmailKind): boolean {
  const known: KindOfEmail = KINDS[kind];
  return known.outlivesJob === true;
}

/** The kinds that companies word themselves. */
export const TEMPLATE_KINDS = EMAIL_KINDS.filter((kind) => !isSecret(kind));

/** Names of the variables and the values that a preview shows. */
export function sampleVariables(kind: EmailKind): Readonly<Record<string, string>> {
  return KINDS[kind].variables;
}
