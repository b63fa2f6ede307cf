import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import type { Resume, Skill } from './domain/profile/profile';
import type { ResumeSkill } from './parsing/parser.messages';
import { ResumesRepository } from './resumes.repository';

/** A stored resume as far as a search for further skills needs it. */
export interface SearchableResume {
  readonly id: string;
  readonly content: string;
  readonly profile: Resume;
}

/** One way to write a skill, as the beginnings of its words; see `searchWords`. */
export interface SearchedForm {
  readonly skill: string;
  readonly words: readonly string[];
}

/** Skills that a resume gets after it was read. */
@Injectable()
export class ResumeSkillsRepository {
  constructor(
    private readonly database: Database,
    private readonly resumes: ResumesRepository,
  ) {}

  /** Resumes that have all words of one of the forms, and not its skill yet; in the order of their ids. */
  candidates(
    companyId: string,
    forms: readonly SearchedForm[],
    page: { readonly afterId: string | null; readonly limit: number },
  ): Promise<SearchableResume[]> {
    return this.database.query(
      `SELECT r.id, r.content, r.profile
       FROM resumes r CROSS JOIN LATERAL (SELECT lower(r.content) AS content OFFSET 0) AS lowered
       WHERE r.company_id = $1 AND ($3::uuid IS NULL OR r.id > $3)
         AND EXISTS (
           SELECT 1 FROM jsonb_to_recordset($2::jsonb) AS form (skill text, words text[])
           WHERE NOT EXISTS (SELECT 1 FROM resume_skills s WHERE s.resume_id = r.id AND s.skill = form.skill)
             AND NOT EXISTS (SELECT 1 FROM unnest(form.words) AS word WHERE strpos(lowered.content, word) = 0))
       ORDER BY r.id LIMIT $4`,
      [companyId, JSON.stringify(forms), page.afterId, page.limit],
    );
  }

  /**
   * Adds to the profile and the rows what they do not have; nothing when the resume was deleted
   * meanwhile. Call it in a transaction.
   */
  async add(
    companyId: string,
    resumeId: string,
    found: { readonly skills: readonly Skill[]; readonly rows: readonly ResumeSkill[] },
  ): Promise<void> {
    const changed = await this.database.execute(
      `UPDATE resumes SET updated_at = now(), profile = jsonb_set(profile, '{skills}', (profile -> 'skills') || COALESCE((
           SELECT jsonb_agg(added) FROM jsonb_array_elements($3::jsonb) AS added
           WHERE NOT EXISTS (SELECT 1 FROM jsonb_array_elements(profile -> 'skills') AS had
             WHERE had ->> 'name' = added ->> 'name')), '[]'))
       WHERE company_id = $1 AND id = $2`,
      [companyId, resumeId, JSON.stringify(found.skills)],
    );
    if (changed > 0) {
      await this.resumes.insertSkills(companyId, resumeId, found.rows);
    }
  }
}
