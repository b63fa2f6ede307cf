import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { Actor } from '../../common/http';
import { CandidateImports } from '../candidates';
import { CreateJobDto, type JobDraft, JobsService } from '../jobs';
import { CANDIDATE_FIELDS, firstByEmail, peopleOf } from './domain/candidate-import';
import {
  type CsvTable,
  type FieldNames,
  MalformedCsvError,
  readTable,
  type RowProblem,
} from './domain/csv-table';
import { type CsvEncoding, decodeCsv } from './domain/csv-text';
import {
  JOB_FIELDS,
  type JobField,
  type JobRow,
  jobRowsOf,
  missingJobColumns,
  vacancyKey,
} from './domain/job-import';
import {
  CsvMalformedError,
  CsvUnreadableError,
  ImportInvalidError,
  TooManyRowsError,
} from './transfers.errors';
import { TransfersRepository } from './transfers.repository';

/** Every row is one statement's part. */
const MOST_PEOPLE = 5_000;
/** Every job is embedded before the answer. */
const MOST_JOBS = 200;

export interface ImportReport {
  readonly isDryRun: boolean;
  readonly encoding: CsvEncoding;
  readonly rows: number;
  /** New ones; in a dry run those that would be. */
  readonly created: number;
  /** Rows that were there already, or came before in the file. */
  readonly known: number;
  readonly problems: readonly RowProblem[];
  readonly ignoredColumns: readonly string[];
}

interface ReadFile<Field extends string> {
  readonly table: CsvTable<Field>;
  readonly encoding: CsvEncoding;
}

/**
 * Takes tables in. A file is imported whole or not at all: a row that is not valid refuses the file, and a dry
 * run tells of every such row. What is known already is left as it is, so a file may be sent again.
 */
@Injectable()
export class ImportsService {
  constructor(
    private readonly candidates: CandidateImports,
    private readonly jobs: JobsService,
    private readonly repository: TransfersRepository,
  ) {}

  /** @throws CsvUnreadableError, CsvMalformedError, TooManyRowsError, ImportInvalidError */
  async importCandidates(actor: Actor, bytes: Buffer, isDryRun: boolean): Promise<ImportReport> {
    const { table, encoding } = readFile(bytes, CANDIDATE_FIELDS, MOST_PEOPLE);
    const { people: valid, problems } = peopleOf(table);
    const { ignoredColumns } = table;
    const report = { isDryRun, encoding, rows: table.rows.length, problems, ignoredColumns };
    refuseIfInvalid(report);
    const people = firstByEmail(valid);
    const created = isDryRun
      ? people.length -
        (await this.candidates.countKnown(
          actor.companyId,
          people.map(({ email }) => email),
        ))
      : await this.candidates.add(actor, people);
    return { ...report, created, known: valid.length - created };
  }

  /**
   * All rows are checked before the first job is made, one after the other. What stops it then, such as an
   * outage, leaves those that were made; sending the file again makes the rest.
   *
   * @throws CsvUnreadableError, CsvMalformedError, TooManyRowsError, ImportInvalidError
   */
  async importJobs(actor: Actor, bytes: Buffer, isDryRun: boolean): Promise<ImportReport> {
    const { table, encoding } = readFile(bytes, JOB_FIELDS, MOST_JOBS);
    const { valid, problems } = checkedJobs(table);
    const { ignoredColumns } = table;
    const report = { isDryRun, encoding, rows: table.rows.length, problems, ignoredColumns };
    refuseIfInvalid(report);
    const known = new Set(
      (await this.repository.vacancies(actor.companyId)).map(({ title, location }) =>
        vacancyKey(title, location),
      ),
    );
    let created = 0;
    for (const job of valid) {
      const key = vacancyKey(job.title, job.location);
      if (!known.has(key)) {
        known.add(key);
        created += 1;
        await (isDryRun ? undefined : this.jobs.create(actor, draftOf(job)));
      }
    }
    return { ...report, created, known: valid.length - created };
  }
}

function readFile<Field extends string>(
  bytes: Buffer,
  names: FieldNames<Field>,
  most: number,
): ReadFile<Field> {
  const decoded = decodeCsv(bytes);
  if ('problem' in decoded) {
    throw new CsvUnreadableError(decoded.problem);
  }
  const table = tableIn(decoded.text, names);
  if (table.rows.length > most) {
    throw new TooManyRowsError(most);
  }
  return { table, encoding: decoded.encoding };
}

function tableIn<Field extends string>(text: string, names: FieldNames<Field>): CsvTable<Field> {
  try {
    return readTable(text, names);
  } catch (error) {
    if (error instanceof MalformedCsvError) {
      throw new CsvMalformedError(error.line, { cause: error });
    }
    throw error;
  }
}

function refuseIfInvalid({
  isDryRun,
  problems,
}: Pick<ImportReport, 'isDryRun' | 'problems'>): void {
  if (!isDryRun && problems.length > 0) {
    throw new ImportInvalidError(problems);
  }
}

/** By the same rules as a job that is sent alone. */
function checkedJobs(table: CsvTable<JobField>): {
  readonly valid: readonly CreateJobDto[];
  readonly problems: readonly RowProblem[];
} {
  const missing = missingJobColumns(table);
  if (missing.length > 0) {
    return { valid: [], problems: [...table.problems, ...missing] };
  }
  const valid: CreateJobDto[] = [];
  const problems: RowProblem[] = [...table.problems];
  for (const row of jobRowsOf(table)) {
    const job = plainToInstance(CreateJobDto, row.body);
    const found = validateSync(job).flatMap((error) => problemsOf(error, row, table));
    problems.push(...found);
    if (found.length === 0) {
      valid.push(job);
    }
  }
  return { valid, problems: problems.toSorted((a, b) => a.line - b.line) };
}

function problemsOf(
  { property, constraints }: ValidationError,
  { line, body }: JobRow,
  table: CsvTable<JobField>,
): readonly RowProblem[] {
  // The fields of a row are the fields of the table.
  const column = table.headers.get(property as JobField) ?? property;
  const [message = 'is not valid'] = Object.values(constraints ?? {});
  const code = body[property] === undefined ? 'required' : 'invalid';
  return [{ line, column, code, message: message.replace(`${property} `, '') }];
}

function draftOf(job: CreateJobDto): JobDraft {
  return {
    title: job.title,
    description: job.description,
    ...(job.company === undefined ? {} : { company: job.company }),
    ...(job.department === undefined ? {} : { department: job.department }),
    ...(job.location === undefined ? {} : { location: job.location }),
    ...(job.employment_type === undefined ? {} : { employmentType: job.employment_type }),
    ...(job.requirements === undefined ? {} : { requirements: job.requirements }),
    ...(job.skills_required === undefined ? {} : { skillsRequired: job.skills_required }),
    ...(job.min_years_experience === undefined
      ? {}
      : { minYearsExperience: job.min_years_experience }),
    ...(job.education_level === undefined ? {} : { educationLevel: job.education_level }),
    ...(job.status === undefined ? {} : { status: job.status }),
  };
}
