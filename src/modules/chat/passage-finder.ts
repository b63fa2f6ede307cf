import { Injectable } from '@nestjs/common';
import { Embedder } from '../../platform/embeddings';
import { PeopleSearch } from '../search';
import type { Passage } from './domain/passages';
import { asStatement } from './domain/question-text';
import {
  coverageOf,
  numberBonus,
  ranked,
  scored,
  type ScoredPassage,
  spreadOf,
} from './domain/passage-scores';
import type { ResumeFacts } from './domain/resume-facts';
import type { Term } from './domain/words';

/** A passage is embedded when it is asked about; more would take longer than people wait. */
const MOST_COMPARED = 20;
/** A title or an employer's name is near to everything in its trade: only its words count. */
const HEAD_WORDS = 0.7;
/** Until a passage has a vector of its own, its chunk's stands for it. */
const CHUNK_SHARE = 0.5;

/** Passages that answer a question best, by words and meaning. */
@Injectable()
export class PassageFinder {
  constructor(
    private readonly embedder: Embedder,
    private readonly search: PeopleSearch,
  ) {}

  /** Of one resume, best first. */
  async find(
    companyId: string,
    facts: ResumeFacts,
    { question, terms }: { readonly question: string; readonly terms: readonly Term[] },
  ): Promise<readonly ScoredPassage[]> {
    const found = await this.findInAll(companyId, [facts], { question, terms });
    return found.get(facts.resume.resumeId) ?? [];
  }

  /** Of several resumes, by the resume's id; the room for comparisons is shared. */
  async findInAll(
    companyId: string,
    all: readonly ResumeFacts[],
    { question, terms }: { readonly question: string; readonly terms: readonly Term[] },
  ): Promise<ReadonlyMap<string, readonly ScoredPassage[]>> {
    const ids = all.map(({ resume }) => resume.resumeId);
    const statement = asStatement(question);
    const chunks = await this.search.chunksOf(companyId, ids, statement);
    const asked = await this.embedder.embed(statement, companyId);
    const most = Math.max(2, Math.floor(MOST_COMPARED / Math.max(1, all.length)));
    const entries = await Promise.all(
      all.map(async (facts) => {
        const own = chunks.filter(({ resumeId }) => resumeId === facts.resume.resumeId);
        const chosen = facts.passages
          .map((passage) => first(passage, terms, own))
          .filter(({ passage }) => !facts.isContact(passage))
          .filter(({ passage, coverage }) => coverage >= HEAD_WORDS || !facts.isHead(passage.start))
          .toSorted((a, b) => b.guess - a.guess || a.passage.start - b.passage.start)
          .slice(0, most);
        const vectors = await this.embedder.embedAll(chosen.map(({ passage }) => passage.text));
        const compared = chosen.map(({ passage, coverage }, index) => {
          const similarity = product(asked, vectors[index]);
          const one = scored(passage, { coverage, similarity });
          return { ...one, score: one.score + numberBonus(question, passage.text) };
        });
        return [facts.resume.resumeId, compared] as const;
      }),
    );
    const spread = spreadOf(entries.flatMap(([, compared]) => compared));
    return new Map(entries.map(([id, compared]) => [id, ranked(compared, spread)]));
  }
}

function first(
  passage: Passage,
  terms: readonly Term[],
  chunks: readonly {
    readonly start: number;
    readonly end: number;
    readonly similarityScore: number;
  }[],
): { readonly passage: Passage; readonly coverage: number; readonly guess: number } {
  const around = chunks.find(({ start, end }) => start < passage.end && passage.start < end);
  const coverage = coverageOf(passage, terms);
  return { passage, coverage, guess: coverage + CHUNK_SHARE * (around?.similarityScore ?? 0) };
}

/** Both have length 1. */
function product(a: Float32Array, b: Float32Array | undefined): number {
  return b?.reduce((sum, value, index) => sum + value * (a[index] ?? 0), 0) ?? 0;
}
