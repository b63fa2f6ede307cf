import { type DemoEducation, type DemoPosition } from '../person';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "March 2021 – Present", "Mar 2021 - Present", "03/2021 – Present": each layout has its own habit. */
type DateStyle = 'long' | 'short' | 'numeric';

export function dateRange(position: Pick<DemoPosition, 'start' | 'end'>, style: DateStyle): string {
  const dash = style === 'short' ? '-' : '–';
  const end = position.end === null ? 'Present' : monthAndYear(position.end, style);
  return `${monthAndYear(position.start, style)} ${dash} ${end}`;
}

function monthAndYear(date: string, style: DateStyle): string {
  const [year = '', month = ''] = date.split('-');
  if (style === 'numeric') {
    return `${month}/${year}`;
  }
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) {
    throw new RangeError(`Not a date of the form YYYY-MM: ${date}`);
  }
  return `${style === 'short' ? name.slice(0, 3) : name} ${year}`;
}

/** "BSc in Computer Science". */
export function degreeLine(education: DemoEducation): string {
  return `${education.degree} in ${education.field}`;
}

/** "2015 – 2018", or one year when the course took no longer. */
export function yearRange(education: DemoEducation): string {
  return education.start === education.end
    ? education.end
    : `${education.start} – ${education.end}`;
}

/** The target of what is written as `github.com/somebody`. */
export function linkTarget(link: string): string {
  return `https://${link}`;
}
