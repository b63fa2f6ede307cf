import { isEmail, isPhoneNumber, isURL } from 'class-validator';
import { parsePhoneNumberWithError } from 'libphonenumber-js';
import type { CsvRow, CsvTable, FieldNames, RowProblem } from './csv-table';

export type CandidateField =
  'full_name' | 'first_name' | 'last_name' | 'email' | 'phone' | 'location' | 'links' | 'source';

export const CANDIDATE_FIELDS: FieldNames<CandidateField> = {
  full_name: ['fullname', 'name', 'candidate', 'candidatename', 'vollstandigername', 'nomcomplet'],
  first_name: ['firstname', 'givenname', 'vorname', 'prenom', 'nombre'],
  last_name: ['lastname', 'surname', 'familyname', 'nachname', 'nom', 'apellido', 'apellidos'],
  email: ['email', 'emailaddress', 'mail', 'emailadresse', 'courriel', 'correo'],
  phone: [
    'phone',
    'phonenumber',
    'telephone',
    'tel',
    'mobile',
    'mobilephone',
    'telefon',
    'telefono',
    'handy',
  ],
  location: ['location', 'city', 'place', 'address', 'ort', 'stadt', 'ville', 'ciudad'],
  links: ['links', 'link', 'url', 'website', 'linkedin', 'linkedinurl', 'profile'],
  source: ['source', 'origin', 'quelle', 'herkunft'],
};

/** A person as a row gives them. */
export interface ImportedPerson {
  readonly line: number;
  readonly fullName: string;
  readonly email: string;
  /** E.164. */
  readonly phone: string | null;
  readonly location: string | null;
  readonly links: readonly { readonly url: string; readonly kind: string }[];
  /** What the file says about where they came from. */
  readonly detail: string | null;
}

const LONGEST = { full_name: 200, email: 254, location: 200, links: 1000, source: 200 } as const;

interface Checked {
  readonly person: ImportedPerson | null;
  readonly problems: readonly RowProblem[];
}

/** People, and what is wrong with rows that are none. */
export function peopleOf(table: CsvTable<CandidateField>): {
  readonly people: readonly ImportedPerson[];
  readonly problems: readonly RowProblem[];
} {
  const missing = missingColumns(table);
  if (missing.length > 0) {
    return { people: [], problems: [...table.problems, ...missing] };
  }
  const checked = table.rows.map((row) => personOf(row, table));
  const people = checked.flatMap(({ person }) => (person === null ? [] : [person]));
  const problems = [...table.problems, ...checked.flatMap((one) => one.problems)];
  return { people, problems: problems.toSorted((a, b) => a.line - b.line) };
}

function missingColumns({ headers }: CsvTable<CandidateField>): readonly RowProblem[] {
  const hasName = headers.has('full_name') || headers.has('last_name') || headers.has('first_name');
  const missing = [...(headers.has('email') ? [] : ['email']), ...(hasName ? [] : ['full_name'])];
  return missing.map((column) => ({
    line: 1,
    column,
    code: 'column_missing',
    message: `The table needs a column "${column}".`,
  }));
}

function personOf(
  { line, cells }: CsvRow<CandidateField>,
  table: CsvTable<CandidateField>,
): Checked {
  const problems: RowProblem[] = [];
  const report = (field: CandidateField, code: string, message: string): void => {
    problems.push({ line, column: table.headers.get(field) ?? field, code, message });
  };
  const parts = [cells.first_name, cells.last_name].filter((part) => part !== undefined);
  const fullName = cells.full_name ?? parts.join(' ');
  if (fullName === '') {
    report(
      table.headers.has('full_name') ? 'full_name' : 'last_name',
      'required',
      'A name is needed.',
    );
  }
  if (cells.email === undefined) {
    report('email', 'required', 'An e-mail address is needed: people are told apart by it.');
  } else if (!isEmail(cells.email)) {
    report('email', 'invalid_email', 'This is no e-mail address.');
  }
  const phone = cells.phone === undefined ? null : phoneOf(cells.phone);
  if (cells.phone !== undefined && phone === null) {
    report(
      'phone',
      'invalid_phone',
      'This is no phone number with its country code, such as +12025550143.',
    );
  }
  const links = (cells.links ?? '').split(/[\s,;|]+/).filter((url) => url !== '');
  if (!links.every((url) => isURL(url, { protocols: ['http', 'https'] }))) {
    report('links', 'invalid_link', 'Links are web addresses, separated by spaces.');
  }
  const given = { ...cells, full_name: fullName };
  for (const [field, most] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][]) {
    if ((given[field]?.length ?? 0) > most) {
      report(field, 'too_long', `At most ${most} characters are kept here.`);
    }
  }
  if (problems.length > 0 || cells.email === undefined) {
    return { person: null, problems };
  }
  const person = {
    line,
    fullName,
    email: cells.email,
    phone,
    location: cells.location ?? null,
    links: links.map((url) => linkOf(url)),
    detail: cells.source ?? null,
  };
  return { person, problems };
}

function phoneOf(text: string): string | null {
  return isPhoneNumber(text) ? parsePhoneNumberWithError(text).number : null;
}

function linkOf(given: string): { url: string; kind: string } {
  const url = /^https?:\/\//i.test(given) ? given : `https://${given}`;
  const host = new URL(url).hostname.toLowerCase();
  const known = ['linkedin', 'github', 'gitlab', 'xing'].find((name) => host.includes(`${name}.`));
  return { url, kind: known ?? 'website' };
}

/** Of people with the same address, which is compared without case, the first. */
export function firstByEmail(people: readonly ImportedPerson[]): readonly ImportedPerson[] {
  const seen = new Set<string>();
  return people.filter(({ email }) => {
    const key = email.toLowerCase();
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
