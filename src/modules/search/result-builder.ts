import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { explainResult } from './domain/explain-result';
import { passageAround, passageAt, termPassages } from './domain/excerpts';
import type { SearchFilters } from './domain/filters';
import type { LeafNode } from './domain/query-parser';
import { termSpans } from './domain/search-words';
import type { WordsOf } from './domain/ts-query';
import {
  type EntryRow,
  type ResultRow,
  ResultsRepository,
  type SkillRow,
} from './results.repository';
import type { Excerpt, Hit, SearchResult } from './search-result';

const MOST_CHUNKS = 2;
const MOST_TERM_PASSAGES = 3;
const MOST_SKILL_PASSAGES = 3;
const MOST_ENTRIES = 4;
/** Reading a text for terms takes up to a millisecond: other requests get their turn in between. */
const HITS_PER_TURN = 20;

/** What the results should be explained by. */
export interface Wanted {
  readonly filters?: SearchFilters;
  readonly skills?: readonly string[];
  readonly leaves?: readonly LeafNode[];
  readonly wordsOf?: WordsOf;
}

/** Makes results of hits: whose they are, and the passages that show why. */
@Injectable()
export class ResultBuilder {
  constructor(private readonly repository: ResultsRepository) {}

  /** In the order of the hits; a resume deleted meanwhile is left out. */
  async build(companyId: string, hits: readonly Hit[], wanted: Wanted): Promise<SearchResult[]> {
    const ids = hits.map((hit) => hit.resumeId);
    const rows = await this.repository.rows(companyId, ids);
    const names = [...(wanted.skills ?? []), ...(wanted.filters?.skills ?? [])];
    const skills = names.length === 0 ? [] : await this.repository.skills(companyId, ids, names);
    const skillsOf = byResume(skills);
    const entries = await this.repository.entries(companyId, ids, wanted.filters ?? {});
    const entriesOf = byResume(entries);
    const results: SearchResult[] = [];
    for (const [index, hit] of hits.entries()) {
      const row = rows.get(hit.resumeId);
      if (row === undefined) {
        continue;
      }
      const found = {
        skills: skillsOf.get(hit.resumeId) ?? [],
        entries: entriesOf.get(hit.resumeId) ?? [],
      };
      results.push(resultOf(hit, row, found, wanted));
      if (index % HITS_PER_TURN === HITS_PER_TURN - 1) {
        await nextTurn();
      }
    }
    return results;
  }
}

function byResume<Row extends { readonly resumeId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const own = grouped.get(row.resumeId);
    if (own === undefined) {
      grouped.set(row.resumeId, [row]);
    } else {
      own.push(row);
    }
  }
  return grouped;
}

interface Found {
  readonly skills: readonly SkillRow[];
  readonly entries: readonly EntryRow[];
}

function resultOf(hit: Hit, row: ResultRow, found: Found, wanted: Wanted): SearchResult {
  const excerpts = [
    ...entryExcerpts(row, found.entries),
    ...termExcerpts(row, wanted),
    ...skillExcerpts(row, found.skills),
    ...chunkExcerpts(row, hit),
  ];
  const implied = found.skills.filter(({ impliedBy }) => impliedBy !== null);
  const result = {
    resumeId: row.resumeId,
    candidateId: row.candidateId,
    candidateName: row.candidateName,
    headline: row.headline,
    location: row.location,
    yearsOfExperience: row.yearsOfExperience,
    score: hit.score,
    similarityScore: hit.similarityScore,
    ranks: hit.ranks,
    matchedSkills: [...new Set(found.skills.map((skill) => skill.skill))],
  };
  const impliedSkills = implied.map(({ skill }) => skill);
  const asked = {
    filters: wanted.filters ?? {},
    words: (wanted.leaves ?? []).map((leaf) => leaf.text),
  };
  return {
    ...result,
    excerpts: withoutRepeats(excerpts),
    explanation: explainResult({ ...result, excerpts, impliedSkills }, asked),
  };
}

function chunkExcerpts({ content }: ResultRow, hit: Hit): readonly Excerpt[] {
  return hit.chunks.slice(0, MOST_CHUNKS).flatMap(({ section, start, end, similarityScore }) => {
    const passage = passageAt(content, start, end);
    return passage === null
      ? []
      : [{ ...passage, section, reason: 'similarity' as const, terms: [], similarityScore }];
  });
}

function termExcerpts(row: ResultRow, { leaves, wordsOf }: Wanted): readonly Excerpt[] {
  if (leaves === undefined || wordsOf === undefined) {
    return [];
  }
  const spans = termSpans(row.content, leaves, wordsOf);
  return termPassages(row.content, spans, MOST_TERM_PASSAGES).map((passage) => ({
    ...passage,
    section: sectionAt(row, passage.start),
    reason: 'terms' as const,
    similarityScore: null,
  }));
}

function skillExcerpts(row: ResultRow, skills: readonly SkillRow[]): readonly Excerpt[] {
  return skills.slice(0, MOST_SKILL_PASSAGES).flatMap(({ skill, evidence }) => {
    const [first] = evidence;
    return first === undefined || first.end > row.content.length
      ? []
      : [
          {
            ...passageAround(row.content, first.start, first.end),
            section: sectionAt(row, first.start),
            reason: 'skill' as const,
            terms: [skill],
            similarityScore: null,
          },
        ];
  });
}

function entryExcerpts(row: ResultRow, entries: readonly EntryRow[]): readonly Excerpt[] {
  return entries.slice(0, MOST_ENTRIES).flatMap(({ kind, what, start, end }) => {
    const passage = passageAt(row.content, start, end);
    return passage === null
      ? []
      : [
          {
            ...passage,
            section: sectionAt(row, start),
            reason: kind,
            terms: [what],
            similarityScore: null,
          },
        ];
  });
}

function sectionAt({ sections }: ResultRow, offset: number): string {
  return sections.find(({ start, end }) => start <= offset && offset < end)?.kind ?? 'other';
}

/** One passage may be found for several reasons; the first one stays, with the terms of all. */
function withoutRepeats(excerpts: readonly Excerpt[]): readonly Excerpt[] {
  const kept = new Map<string, Excerpt>();
  for (const excerpt of excerpts) {
    const key = `${excerpt.start} ${excerpt.end}`;
    const known = kept.get(key);
    kept.set(
      key,
      known === undefined
        ? excerpt
        : { ...known, terms: [...new Set([...known.terms, ...excerpt.terms])] },
    );
  }
  return [...kept.values()];
}
