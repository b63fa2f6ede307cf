import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import type { Actor } from '../../common/http';
import { QueryEmbedder } from './query-embedder';
import { SkillsService } from '../skills';
import { explainRun } from './domain/explain-run';
import {
  type CategoryWeights,
  effectiveWeights,
  OFFER_CATEGORIES,
  type OfferCategory,
  splitOffer,
} from './domain/split-offer';
import { ResultBuilder } from './result-builder';
import { RetrievalRepository } from './retrieval.repository';
import { OfferWeightsError } from './search.errors';
import type { SearchNotice, SearchResult } from './search-result';
import {
  type RunCategory,
  type RunCategoryScore,
  type RunResultRow,
  type RunRow,
  SearchRunsRepository,
} from './search-runs.repository';
import { VectorModels } from './vector-models';

/** Where each category is looked for. Parts that are of no known kind count for all. */
const SECTIONS: Readonly<Record<OfferCategory, readonly string[]>> = {
  skill: [
    'skills',
    'summary',
    'experience',
    'projects',
    'certifications',
    'languages',
    'header',
    'other',
  ],
  experience: ['experience', 'summary', 'projects', 'header', 'awards', 'other'],
  education: ['education', 'certifications', 'summary', 'publications', 'other'],
};
const CHUNKS_PER_RESULT = 5;
const LEAST_CHUNKS = 200;

export interface RunRequest {
  readonly jobOfferText: string;
  readonly weights: CategoryWeights;
  readonly topK: number;
}

export interface SearchRun {
  readonly run: RunRow;
  /** Of the moment when it ran. */
  readonly notices: readonly SearchNotice[];
  readonly results: readonly { readonly row: RunResultRow; readonly result: SearchResult }[];
}

/** Searches by a whole job offer: its skills, experience and education are looked for apart and weighted. */
@Injectable()
export class SearchRunsService {
  constructor(
    private readonly repository: SearchRunsRepository,
    private readonly retrieval: RetrievalRepository,
    private readonly builder: ResultBuilder,
    private readonly embedder: QueryEmbedder,
    private readonly skills: SkillsService,
    private readonly models: VectorModels,
  ) {}

  /** @throws OfferWeightsError when no part of the offer has a weight, EmbeddingModelChangedError */
  async run(actor: Actor, request: RunRequest): Promise<SearchRun> {
    const { companyId } = actor;
    const categories = await this.categoriesOf(companyId, request);
    const used = categories.filter((category) => category.weightUsed > 0);
    if (used.length === 0) {
      throw new OfferWeightsError();
    }
    const notices = await this.models.noticesOfResumes(companyId);
    const ranked = await this.rank(companyId, used, request.topK);
    const id = randomUUID();
    const run = {
      id,
      companyId,
      createdBy: actor.userId,
      jobOfferText: request.jobOfferText,
      topK: request.topK,
      categories,
      embeddingModel: this.embedder.modelName,
    };
    await this.repository.insert(run, ranked);
    return { ...(await this.get(companyId, id)), notices };
  }

  /** As it was ranked; people who were erased since are gone. @throws NotFoundError */
  async get(companyId: string, id: string): Promise<SearchRun> {
    const run = await this.repository.find(companyId, id);
    if (run === null) {
      throw new NotFoundError('search run');
    }
    const rows = await this.repository.results(id);
    const hits = rows.map((row) => ({
      resumeId: row.resumeId,
      score: row.score,
      similarityScore: null,
      ranks: {},
      chunks: row.categories.map(({ score, section, start, end }) => ({
        section,
        start,
        end,
        similarityScore: score,
      })),
    }));
    const results = await this.builder.build(companyId, hits, {});
    const rowOf = new Map(rows.map((row) => [row.resumeId, row]));
    return {
      run,
      notices: [],
      results: results.flatMap((result) => {
        const row = rowOf.get(result.resumeId);
        return row === undefined
          ? []
          : [{ row, result: { ...result, explanation: explanationOf(run, row) } }];
      }),
    };
  }

  private async categoriesOf(companyId: string, request: RunRequest): Promise<RunCategory[]> {
    const matcher = await this.skills.matcherOf(companyId);
    const offer = splitOffer(request.jobOfferText, matcher.match(request.jobOfferText));
    const weights = effectiveWeights(offer, request.weights);
    return OFFER_CATEGORIES.map((name) => ({
      name,
      text: offer[name],
      weight: request.weights[name],
      weightUsed: weights[name],
    }));
  }

  /** Every category finds its own; all that were found are then scored in every category. */
  private async rank(
    companyId: string,
    categories: readonly RunCategory[],
    topK: number,
  ): Promise<RunResultRow[]> {
    const scope = { companyId, filters: {}, textQuery: null };
    const model = this.embedder.modelName;
    const limit = Math.max(LEAST_CHUNKS, topK * CHUNKS_PER_RESULT);
    const searched = await Promise.all(
      categories.map(async ({ name, text, weightUsed }) => {
        const vector = await this.embedder.embed(companyId, text);
        const sections = SECTIONS[name];
        const chunks = await this.retrieval.chunks(scope, { vector, model, limit, sections });
        return { name, weightUsed, vector, sections, found: chunks.map((chunk) => chunk.resumeId) };
      }),
    );
    const ids = [...new Set(searched.flatMap(({ found }) => found))];
    const scored = await Promise.all(
      searched.map(async ({ name, weightUsed, vector, sections }) => ({
        name,
        weightUsed,
        passages: await this.repository.bestPassages(companyId, ids, { vector, sections }),
      })),
    );
    return ids
      .map((resumeId) => {
        const parts: RunCategoryScore[] = [];
        let score = 0;
        for (const { name, weightUsed, passages } of scored) {
          const passage = passages.get(resumeId);
          if (passage !== undefined) {
            parts.push({ name, ...passage });
            score += weightUsed * passage.score;
          }
        }
        return { resumeId, score, categories: parts };
      })
      .sort((a, b) => b.score - a.score || (a.resumeId < b.resumeId ? -1 : 1))
      .slice(0, topK)
      .map((result, index) => ({ ...result, rank: index + 1 }));
  }
}

function explanationOf(run: RunRow, row: RunResultRow): string {
  const weightOf = new Map(run.categories.map(({ name, weightUsed }) => [name, weightUsed]));
  const shares = row.categories.map(({ name, score }) => ({
    name,
    score,
    weightUsed: weightOf.get(name) ?? 0,
  }));
  return explainRun(shares);
}
