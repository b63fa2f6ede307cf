import type { EmailKind } from './email-kinds';
import type { EmailTemplate } from './email-template';

/** What companies send until they write their own. Neutral, since it goes to people who wait for a decision. */
export function defaultTemplate(kind: EmailKind): EmailTemplate {
  return { ...DEFAULTS[kind], html: null };
}

interface Wording {
  readonly subject: string;
  readonly text: string;
}

const HELLO = 'Hello{{#candidate_name}} {{candidate_name}}{{/candidate_name}},';
const HELLO_INTERVIEWER = 'Hello{{#interviewer_name}} {{interviewer_name}}{{/interviewer_name}},';
/** Not every resume tells a name. */
const CANDIDATE = '{{candidate_name}}{{^candidate_name}}a candidate{{/candidate_name}}';

const REGARDS = 'Kind regards\n{{company_name}}';
const STATUS = 'Your application status has been updated to: {{status}}';

const WHEN = [
  '{{interview_date}}, {{interview_time}} ({{time_zone}}), {{duration_minutes}} minutes',
  '{{#location}}Where: {{location}}\n{{/location}}{{#interviewers}}With: {{interviewers}}{{/interviewers}}',
].join('\n');

const STOP_REMINDERS = 'If you do not want reminders any more: {{unsubscribe_url}}';

const letter = (...paragraphs: readonly string[]): string => `${paragraphs.join('\n\n')}\n`;

const aboutApplication = (...paragraphs: readonly string[]): Wording => ({
  subject: 'Application Update: {{job_title}}',
  text: letter(HELLO, ...paragraphs, REGARDS),
});

const DEFAULTS: Readonly<Record<EmailKind, Wording>> = {
  application_reviewing: aboutApplication(
    'Thank you for your interest in the position of {{job_title}} at {{company_name}}. We are reading your documents now.',
    STATUS,
    'There is nothing that you need to do. We will write again as soon as there is news.',
  ),
  application_shortlisted: aboutApplication(
    'Thank you for your patience. Your profile for the position of {{job_title}} at {{company_name}} is among those that we would like to look at more closely.',
    STATUS,
    'We will write again about the next step.',
  ),
  application_interviewing: aboutApplication(
    'We would like to get to know you better for the position of {{job_title}} at {{company_name}}.',
    STATUS,
    'You will hear from us about a time that suits you.',
  ),
  application_offered: aboutApplication(
    'We have good news about the position of {{job_title}} at {{company_name}}: we would like to make you an offer.',
    STATUS,
    'We will be in touch about the details. Please write to us if you have questions before then.',
  ),
  application_hired: aboutApplication(
    'Welcome! We are glad that you are joining {{company_name}} for the position of {{job_title}}.',
    STATUS,
    'We will be in touch about your first day.',
  ),
  application_rejected: aboutApplication(
    'Thank you for your interest in the position of {{job_title}} at {{company_name}}, and for the time that you gave to it. This time we have decided to go on with other people.',
    STATUS,
    'We know that this is not the news that you hoped for. We wish you all the best, and would be glad to hear from you again about another position.',
  ),
  application_withdrawn: aboutApplication(
    'We have noted that you do not wish to be considered for the position of {{job_title}} at {{company_name}} any more. Thank you for letting us know.',
    STATUS,
    'If this is a mistake, please write to us. We wish you all the best.',
  ),
  application_received: {
    subject: 'Your application: {{job_title}} at {{company_name}}',
    text: letter(
      HELLO,
      'Thank you for applying for the position of {{job_title}} at {{company_name}}. Your documents have arrived.',
      'A person will read them. There is nothing that you need to do; we will write to you as soon as there is news.',
      REGARDS,
    ),
  },
  note_mention: {
    subject: '{{author_name}} mentioned you in a note',
    text: letter(
      'Hello{{#user_name}} {{user_name}}{{/user_name}},',
      '{{author_name}} mentioned you in a note about a candidate{{#job_title}} for {{job_title}}{{/job_title}}:',
      '{{note_url}}',
      'If you do not want such mail any more: {{unsubscribe_url}}',
    ),
  },
  interview_invitation: {
    subject: 'Interview: {{job_title}} at {{company_name}}',
    text: letter(
      HELLO,
      'We would like to talk with you about the position of {{job_title}} at {{company_name}} and have planned a {{interview_type}}:',
      WHEN,
      'If the time does not suit you, please write to us and we will find another one.',
      REGARDS,
    ),
  },
  interview_rescheduled: {
    subject: 'New time of your interview: {{job_title}} at {{company_name}}',
    text: letter(
      HELLO,
      'Your {{interview_type}} for the position of {{job_title}} at {{company_name}} has a new time:',
      WHEN,
      'If it does not suit you, please write to us and we will find another one.',
      REGARDS,
    ),
  },
  interview_cancelled: {
    subject: 'Interview cancelled: {{job_title}} at {{company_name}}',
    text: letter(
      HELLO,
      'The {{interview_type}} for the position of {{job_title}} at {{company_name}} on {{interview_date}}, {{interview_time}} ({{time_zone}}) will not take place.',
      'We are sorry for the inconvenience and will write to you about how we go on.',
      REGARDS,
    ),
  },
  interview_reminder: {
    subject: 'Reminder: interview for {{job_title}} at {{company_name}}',
    text: letter(
      HELLO,
      'This is a reminder of your {{interview_type}} for the position of {{job_title}}:',
      WHEN,
      'We look forward to talking with you. If something came up, please write to us.',
      REGARDS,
      STOP_REMINDERS,
    ),
  },
  interviewer_invitation: {
    subject: `Interview: ${CANDIDATE} for {{job_title}}`,
    text: letter(
      HELLO_INTERVIEWER,
      `You are asked to take part in the {{interview_type}} of ${CANDIDATE} for the position of {{job_title}}:`,
      WHEN,
    ),
  },
  interviewer_rescheduled: {
    subject: `New time: interview of ${CANDIDATE} for {{job_title}}`,
    text: letter(
      HELLO_INTERVIEWER,
      `The {{interview_type}} of ${CANDIDATE} for the position of {{job_title}} has a new time:`,
      WHEN,
    ),
  },
  interviewer_cancelled: {
    subject: `Cancelled: interview of ${CANDIDATE} for {{job_title}}`,
    text: letter(
      HELLO_INTERVIEWER,
      `The {{interview_type}} of ${CANDIDATE} for the position of {{job_title}} on {{interview_date}}, {{interview_time}} ({{time_zone}}) will not take place.`,
    ),
  },
  interviewer_reminder: {
    subject: `Reminder: interview of ${CANDIDATE} for {{job_title}}`,
    text: letter(
      HELLO_INTERVIEWER,
      `This is a reminder of the {{interview_type}} of ${CANDIDATE} for the position of {{job_title}}:`,
      WHEN,
      STOP_REMINDERS,
    ),
  },
  scorecard_reminder: {
    subject: `Your scorecard: ${CANDIDATE} for {{job_title}}`,
    text: letter(
      HELLO_INTERVIEWER,
      `You took part in the interview of ${CANDIDATE} for the position of {{job_title}} on {{interview_date}}. Your scorecard is still missing.`,
      'Please fill it in while you remember the conversation well. You will see what others wrote once yours is submitted.',
      STOP_REMINDERS,
    ),
  },
  password_reset: {
    subject: 'Your new password',
    text: letter(
      'Hello{{#user_name}} {{user_name}}{{/user_name}},',
      'Somebody, probably you, asked for a new password for your account. To set one, enter this code within an hour:',
      '{{code}}',
      'It works once. If it was not you, there is nothing that you need to do: your password stays as it is.',
    ),
  },
  webhook_disabled: {
    subject: 'A webhook was switched off',
    text: letter(
      'Hello{{#user_name}} {{user_name}}{{/user_name}},',
      'The webhook to {{url}} failed again and again and was switched off. The last attempt: {{reason}}',
      'What happened meanwhile is listed with its deliveries. Once the endpoint works, switch the webhook on and replay what it missed.',
    ),
  },
  user_invitation: {
    subject: 'Invitation to {{company_name}}',
    text: letter(
      'Hello,',
      '{{#invited_by}}{{invited_by}} invites you{{/invited_by}}{{^invited_by}}You are invited{{/invited_by}} to join {{company_name}} in Shortlist. To register, enter this code within seven days:',
      '{{code}}',
      'If you do not know what this is about, there is nothing that you need to do.',
    ),
  },
};
