/** The statuses in their order, as people read them. */
export const STATUSES = {
  pending: 'New',
  reviewing: 'Reviewing',
  shortlisted: 'Shortlisted',
  interviewing: 'Interviewing',
  offered: 'Offered',
  hired: 'Hired',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};

export const JOB_STATUSES = { draft: 'Draft', open: 'Open', closed: 'Closed' };

/** What somebody does for one job. */
export const TEAM_ROLES = {
  hiring_manager: 'Hiring manager',
  interviewer: 'Interviewer',
  recruiter: 'Recruiter',
};

export const INTERVIEW_TYPES = {
  phone: 'Phone',
  video: 'Video',
  onsite: 'On site',
  technical: 'Technical',
  panel: 'Panel',
  behavioral: 'Behavioural',
  final: 'Final',
  other: 'Other',
};

/** As the API counts the days of a week. */
export const WEEKDAYS = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};

/** How interviewers rate, from the worst to the best. */
export const RATINGS = {
  definitely_not: 'Definitely not',
  no: 'No',
  mixed: 'Mixed',
  yes: 'Yes',
  strong_yes: 'Strong yes',
};

export const EDUCATION_LEVELS = {
  secondary: 'Secondary school',
  vocational: 'Vocational training',
  associate: 'Associate degree',
  bachelor: 'Bachelor’s degree',
  master: 'Master’s degree',
  doctorate: 'Doctorate',
};

const percentFormat = new Intl.NumberFormat('en', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const wholePercentFormat = new Intl.NumberFormat('en', { style: 'percent' });
const numberFormat = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const momentFormat = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium',
  timeStyle: 'short',
});

/** A score from 0 to 1 as 88.9%; a dash when there is none. */
export const score = (value) => (value === null ? '–' : percentFormat.format(value));

/** A part of a score as +4.2, in hundredths of it. */
export const points = (value) => `${value < 0 ? '−' : '+'}${(Math.abs(value) * 100).toFixed(1)}`;

export const share = (value) => (value === null ? '–' : wholePercentFormat.format(value));

export const number = (value) => (value === null ? '–' : numberFormat.format(value));

export const day = (moment) => dayFormat.format(new Date(moment));

export const moment = (value) => momentFormat.format(new Date(value));

/** The day of a moment on the clock of a zone: Wednesday, Jun 10. */
export const weekdayIn = (value, timeZone) =>
  new Intl.DateTimeFormat(undefined, {
    weekday: 'long',
    month: 'short',
    day: 'numeric',
    timeZone,
  }).format(new Date(value));

/** The time of day of a moment on the clock of a zone: 9:30 AM. */
export const timeIn = (value, timeZone) =>
  new Intl.DateTimeFormat(undefined, { timeStyle: 'short', timeZone }).format(new Date(value));

/** A moment on the clock of a zone, which is named. */
export const momentIn = (value, timeZone) => {
  const format = new Intl.DateTimeFormat(undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  return `${format.format(new Date(value))} (${timeZone.replaceAll('_', ' ')})`;
};

export const years = (value) =>
  value === null
    ? 'years unknown'
    : `${numberFormat.format(value)} ${value === 1 ? 'year' : 'years'}`;

export const count = (amount, one, many = `${one}s`) =>
  `${numberFormat.format(amount)} ${amount === 1 ? one : many}`;

/** Whoever's name could not be read is called by the headline and the file of the resume, as far as they are told. */
export const nameOf = ({ candidate_name: name, headline = null, file_name: fileName = null }) =>
  name ?? joined('No name', headline, fileName);

/** The parts that there are, with a dot between them. */
export const joined = (...parts) =>
  parts.filter((part) => part !== null && part !== '').join(' · ');
