import type { CsvRow, CsvTable, FieldNames, RowProblem } from './csv-table';

export type JobField =
  | 'title'
  | 'description'
  | 'company'
  | 'department'
  | 'location'
  | 'employment_type'
  | 'requirements'
  | 'skills_required'
  | 'min_years_experience'
  | 'education_level'
  | 'status';

export const JOB_FIELDS: FieldNames<JobField> = {
  title: ['title', 'jobtitle', 'job', 'position', 'stelle', 'titel', 'poste', 'puesto'],
  description: ['description', 'jobdescription', 'beschreibung', 'descripcion'],
  company: ['company', 'employer', 'firma', 'unternehmen', 'entreprise', 'empresa'],
  department: ['department', 'team', 'abteilung', 'service', 'departamento'],
  location: ['location', 'city', 'place', 'ort', 'standort', 'lieu', 'ciudad'],
  employment_type: ['employmenttype', 'type', 'contract', 'anstellungsart'],
  requirements: ['requirements', 'qualifications', 'anforderungen', 'requisitos'],
  skills_required: ['skillsrequired', 'skills', 'requiredskills', 'kenntnisse', 'competences'],
  min_years_experience: [
    'minyearsexperience',
    'yearsofexperience',
    'experience',
    'berufserfahrung',
  ],
  education_level: ['educationlevel', 'education', 'degree', 'abschluss'],
  status: ['status', 'state'],
};

/** The fields of a job as the API takes them, not checked yet. */
export interface JobRow {
  readonly line: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export function jobRowsOf(table: CsvTable<JobField>): readonly JobRow[] {
  return table.rows.map(({ line, cells }) => ({ line, body: bodyOf(cells) }));
}

export function missingJobColumns({ headers }: CsvTable<JobField>): readonly RowProblem[] {
  const needed: readonly JobField[] = ['title', 'description'];
  return needed
    .filter((field) => !headers.has(field))
    .map((column) => ({
      line: 1,
      column,
      code: 'column_missing',
      message: `The table needs a column "${column}".`,
    }));
}

function bodyOf(cells: CsvRow<JobField>['cells']): Record<string, unknown> {
  const { skills_required: skills, min_years_experience: years, ...texts } = cells;
  return {
    ...texts,
    ...(texts.status === undefined ? {} : { status: texts.status.toLowerCase() }),
    ...(texts.education_level === undefined
      ? {}
      : { education_level: texts.education_level.toLowerCase() }),
    ...(skills === undefined ? {} : { skills_required: skillsIn(skills) }),
    // What is no number stays a text, which is then refused.
    ...(years === undefined ? {} : { min_years_experience: numberIn(years) }),
  };
}

function skillsIn(text: string): readonly string[] {
  const separator = /[;|\n]/.test(text) ? /[;|\n]/ : /,/;
  return text
    .split(separator)
    .map((skill) => skill.trim())
    .filter((skill) => skill !== '');
}

function numberIn(text: string): number | string {
  const number = Number(text.replace(',', '.'));
  return Number.isNaN(number) ? text : number;
}

/** What two rows, or a row and a job, have in common when they are the same vacancy. */
export function vacancyKey(title: string, location: string | null | undefined): string {
  return [title, location ?? '']
    .map((part) => part.trim().toLowerCase().replace(/\s+/g, ' '))
    .join('\u0000');
}
