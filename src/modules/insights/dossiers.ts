import { Injectable } from '@nestjs/common';
import { JobReader, jobText, type JobTexts, matchScore, SIMILARITY_WEIGHT } from '../jobs';
import { type CandidateProof, JobCandidatesService } from '../matching';
import { ResumesService } from '../resumes';
import { scoreSkills, SkillsService } from '../skills';
import type { AskedSkill, Dossier } from './domain/analysis';

const LONGEST_TITLE = 120;

/** A stored candidate's dossier with the result that it is about. */
export interface StoredDossier {
  readonly dossier: Dossier;
  readonly match: CandidateProof['match'];
}

/** Gathers what an analysis is about; the scores are those of the ranking, by the same formula. */
@Injectable()
export class Dossiers {
  constructor(
    private readonly candidates: JobCandidatesService,
    private readonly resumes: ResumesService,
    private readonly jobs: JobReader,
    private readonly skills: SkillsService,
  ) {}

  /** Null when the job or its candidate is gone. */
  async ofMatch(
    companyId: string,
    ids: { readonly jobId: string; readonly resumeId: string },
  ): Promise<StoredDossier | null> {
    const proof = await this.candidates.findProof(companyId, ids);
    if (proof === null) {
      return null;
    }
    const { job, match } = proof;
    const { profile } = await this.resumes.get(companyId, ids.resumeId);
    const content = await this.resumes.getContent(companyId, ids.resumeId);
    return {
      match,
      dossier: {
        jobTitle: job.title,
        jobText: jobText(job),
        minYears: job.minYearsExperience,
        matchScore: match.matchScore,
        skills: proof.skills,
        candidateTitle: profile.personal_info.headline ?? profile.positions[0]?.title ?? null,
        years: profile.years_of_experience,
        content,
        person: profile.personal_info,
      },
    };
  }

  /** Of two texts that nobody stored. @throws UnreadableResumeError */
  async ofTexts(companyId: string, jobDescription: string, resumeText: string): Promise<Dossier> {
    const texts = textsOf(jobDescription);
    const job = await this.jobs.read(companyId, texts);
    const { parsed, embedded } = await this.resumes.readText(companyId, resumeText);
    const { content, profile } = parsed;
    const found = new Map(parsed.skills.map((skill) => [skill.skill, skill]));
    const overlap = scoreSkills(job.skills, {
      named: new Set(parsed.skills.filter((one) => one.impliedBy === null).map((one) => one.skill)),
      implied: new Map(
        parsed.skills.flatMap(({ skill, impliedBy }) =>
          impliedBy === null ? [] : [[skill, impliedBy] as const],
        ),
      ),
      relatedTo: (skill) => this.skills.relatedTo(skill),
    });
    const similarity = similarityOf(job.embedding.vector, embedded.vector);
    const matched = overlap.matched.map((one): AskedSkill => {
      const { years = null, lastUsed = null, evidence = [] } = found.get(one.skill) ?? {};
      return { ...one, isFound: true, years, lastUsed, evidence, related: [] };
    });
    const missing = overlap.missing.map((one): AskedSkill => {
      const nothing = { impliedBy: null, years: null, lastUsed: null, evidence: [] };
      return { ...one, isFound: false, ...nothing };
    });
    return {
      jobTitle: texts.title,
      jobText: jobText(texts),
      minYears: job.minYearsExperience,
      matchScore: matchScore(similarity, overlap.score, SIMILARITY_WEIGHT.default).matchScore,
      skills: [...matched, ...missing],
      candidateTitle: profile.personal_info.headline ?? profile.positions[0]?.title ?? null,
      years: profile.years_of_experience,
      content,
      person: profile.personal_info,
    };
  }
}

/** The first line is the title, when it is no longer than one; the first words of the text otherwise. */
function textsOf(jobDescription: string): JobTexts {
  const text = jobDescription.trim();
  const [first = ''] = text.split('\n', 1);
  if (first.length <= LONGEST_TITLE) {
    const rest = text.slice(first.length).trim();
    return { title: first.trim(), description: rest, requirements: '' };
  }
  const [sentence = first] = /^[^.!?]+/u.exec(first) ?? [];
  const title = sentence.slice(0, LONGEST_TITLE).trim();
  return { title, description: text, requirements: '' };
}

/** Both have length 1; a resume without a word is near to nothing. */
function similarityOf(job: Float32Array, resume: Float32Array | null): number {
  const product = resume?.reduce((sum, value, index) => sum + value * (job[index] ?? 0), 0) ?? 0;
  return Math.min(1, Math.max(0, product));
}
