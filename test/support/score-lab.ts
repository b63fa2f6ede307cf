import { DEMO_JOBS } from '../../src/cli/demo';
import { parseEnv } from '../../src/config';
import { JobEmbedder } from '../../src/modules/jobs/job-embedder';
import { matchScore, SIMILARITY_WEIGHT } from '../../src/modules/jobs/domain/match-score';
import type { ResumeSkill } from '../../src/modules/resumes/parsing/parser.messages';
import { ResumeParser } from '../../src/modules/resumes/parsing/resume-parser';
import { ResumeEmbedder } from '../../src/modules/resumes/resume-embedder';
import { scoreSkills, SkillMatcher, VOCABULARY } from '../../src/modules/skills';
import { extractJobRequirements } from '../../src/modules/skills/domain/job-requirements';
import { Embedder } from '../../src/platform/embeddings';

export interface LabJob {
  readonly key: string;
  readonly vector: Float32Array;
  readonly required: readonly {
    readonly skill: string;
    readonly weight: number;
    readonly mustHave: boolean;
  }[];
}

export interface LabResume {
  readonly content: string;
  readonly vector: Float32Array;
  readonly skills: readonly ResumeSkill[];
}

/** Reads, embeds and scores files with the system's own parts, without a database between. */
export class ScoreLab {
  private readonly embedder: Embedder;
  private readonly parser: ResumeParser;

  constructor() {
    const env = parseEnv({
      EMBEDDING_CACHE_ENTRIES: '20000',
      PARSER_TIMEOUT_SECONDS: '900',
      OCR_PAGE_TIMEOUT_SECONDS: '120',
    });
    this.embedder = new Embedder(env);
    this.parser = new ResumeParser(env);
  }

  async close(): Promise<void> {
    await this.parser.onApplicationShutdown();
    await this.embedder.onApplicationShutdown();
  }

  /** The vacancies of the demonstration. */
  jobs(): Promise<LabJob[]> {
    const matcher = new SkillMatcher(VOCABULARY);
    const jobs = new JobEmbedder(this.embedder);
    return Promise.all(
      DEMO_JOBS.map(async (job) => {
        const { skills } = extractJobRequirements(
          { ...job, skillsRequired: job.skills_required },
          matcher,
        );
        const { vector } = await jobs.embed(job);
        const required = skills.map(({ name, ...rest }) => ({ skill: name, ...rest }));
        return { key: job.key, vector, required };
      }),
    );
  }

  async read(bytes: Buffer): Promise<LabResume> {
    const parsed = await this.parser.parse(bytes, { version: null, definitions: [] });
    const { content, profile, skills } = parsed;
    const { vector } = await new ResumeEmbedder(this.embedder).embed(content, profile);
    if (vector === null) {
      throw new Error('The file has no text');
    }
    return { content, vector, skills };
  }
}

/** As `match_score` of the system. */
export function scoreOf(job: LabJob, resume: LabResume): number {
  const found = new Set(resume.skills.map(({ skill }) => skill));
  const similarity = Math.min(1, Math.max(0, similarityOf(job.vector, resume.vector)));
  const skills = scoreSkills(job.required, { named: found }).score;
  return matchScore(similarity, skills, SIMILARITY_WEIGHT.default).matchScore;
}

/** The cosine of two vectors of length 1. */
export function similarityOf(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}
