import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import type { Evidence } from '../resumes';
import { EDUCATION_LEVELS } from '../skills';
import type { SearchFilters } from './domain/filters';

/** Whose resume was found, and its text to quote from. */
export interface ResultRow {
  readonly resumeId: string;
  readonly candidateId: string;
  readonly candidateName: string | null;
  readonly headline: string | null;
  readonly location: string | null;
  readonly yearsOfExperience: number | null;
  readonly content: string;
  readonly sections: readonly {
    readonly kind: string;
    readonly start: number;
    readonly end: number;
  }[];
}

export interface SkillRow {
  readonly resumeId: string;
  readonly skill: string;
  readonly impliedBy: string | null;
  readonly years: number | null;
  readonly evidence: readonly Evidence[];
}

/** An entry of a resume that fulfils a filter, in the words of the resume. */
export interface EntryRow {
  readonly resumeId: string;
  readonly kind: 'employer' | 'title' | 'school' | 'education_level';
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

const HOLDS = (key: string): string =>
  `EXISTS (SELECT FROM unnest($3::text[]) AS wanted WHERE ' ' || ${key} || ' ' LIKE '% ' || organisation_key(wanted) || ' %')`;

/** What a search shows of the resumes that it found. */
@Injectable()
export class ResultsRepository {
  constructor(private readonly database: Database) {}

  async rows(companyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, ResultRow>> {
    const rows = await this.database.query<ResultRow>(
      `SELECT r.id AS "resumeId", r.candidate_id AS "candidateId", c.full_name AS "candidateName",
         r.profile #>> '{personal_info,headline}' AS headline, c.location,
         r.years_of_experience AS "yearsOfExperience", r.content, r.profile -> 'sections' AS sections
       FROM resumes r JOIN candidates c ON c.id = r.candidate_id
       WHERE r.company_id = $1 AND r.id = ANY($2)`,
      [companyId, ids],
    );
    return new Map(rows.map((row) => [row.resumeId, row]));
  }

  skills(
    companyId: string,
    ids: readonly string[],
    skills: readonly string[],
  ): Promise<SkillRow[]> {
    return this.database.query(
      `SELECT resume_id AS "resumeId", skill, implied_by AS "impliedBy", years, evidence
       FROM resume_skills WHERE company_id = $1 AND resume_id = ANY($2) AND lower(skill) = ANY($3) ORDER BY resume_id, skill`,
      [companyId, ids, skills.map((skill) => skill.toLowerCase())],
    );
  }

  /** The positions and educations because of which resumes passed the filters. */
  async entries(
    companyId: string,
    ids: readonly string[],
    filters: SearchFilters,
  ): Promise<EntryRow[]> {
    const found: EntryRow[] = [];
    const { employers, titles, schools, educationLevel } = filters;
    if (employers !== undefined) {
      found.push(...(await this.query(EMPLOYERS, companyId, ids, employers)));
    }
    if (titles !== undefined) {
      found.push(...(await this.query(TITLES, companyId, ids, titles)));
    }
    if (schools !== undefined) {
      found.push(...(await this.query(SCHOOLS, companyId, ids, schools)));
    }
    if (educationLevel !== undefined) {
      const levels = EDUCATION_LEVELS.slice(EDUCATION_LEVELS.indexOf(educationLevel));
      found.push(...(await this.query(LEVELS, companyId, ids, levels)));
    }
    return found;
  }

  private query(
    sql: string,
    companyId: string,
    ids: readonly string[],
    wanted: readonly string[],
  ): Promise<EntryRow[]> {
    return this.database.query(sql, [companyId, ids, wanted]);
  }
}

const EMPLOYERS = `
  SELECT p.resume_id AS "resumeId", 'employer' AS kind, e.name AS what, p.char_start AS start, p.char_end AS end
  FROM positions p JOIN employers e ON e.id = p.employer_id
  WHERE p.company_id = $1 AND p.resume_id = ANY($2) AND ${HOLDS('e.name_key')} ORDER BY p.resume_id, p.position`;

const TITLES = `
  SELECT p.resume_id AS "resumeId", 'title' AS kind, p.title AS what, p.char_start AS start, p.char_end AS end
  FROM positions p
  WHERE p.company_id = $1 AND p.resume_id = ANY($2) AND EXISTS (SELECT FROM unnest($3::text[]) AS wanted
    WHERE to_tsvector('shortlist_stem', search_text(p.title)) @@ plainto_tsquery('shortlist_stem', search_text(wanted)))
  ORDER BY p.resume_id, p.position`;

const SCHOOLS = `
  SELECT d.resume_id AS "resumeId", 'school' AS kind, d.school AS what, d.char_start AS start, d.char_end AS end
  FROM educations d
  WHERE d.company_id = $1 AND d.resume_id = ANY($2) AND ${HOLDS('d.school_key')} ORDER BY d.resume_id, d.position`;

const LEVELS = `
  SELECT d.resume_id AS "resumeId", 'education_level' AS kind, d.level AS what, d.char_start AS start, d.char_end AS end
  FROM educations d
  WHERE d.company_id = $1 AND d.resume_id = ANY($2) AND d.level = ANY($3) ORDER BY d.resume_id, d.position`;
