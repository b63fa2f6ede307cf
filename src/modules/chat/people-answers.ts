import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/http';
import { CandidatesService } from '../candidates';
import { JobCandidatesService, type RankedPerson } from '../matching';
import { PeopleSearch } from '../search';
import type { Draft } from './domain/draft';
import { type PeopleQuestion, readPeopleQuestion } from './domain/people-question';
import {
  evidenceOf,
  type FoundPerson,
  foundText,
  nobodyText,
  rankingText,
} from './domain/people-wording';
import { isTold } from './domain/told';
import { termsOf } from './domain/words';
import { PassageFinder } from './passage-finder';
import { QuestionReader } from './question-reader';
import { ResumeShelf } from './resume-shelf';

const MOST_LISTED = 10;
/** So many texts are read for what no filter covers. */
const MOST_READ = 6;
const MOST_RANKED = 5;

/** A draft with everybody who is in it. */
export interface PeopleDraft {
  readonly draft: Draft;
  readonly subjects: readonly string[];
}

/** Answers about a job's candidates or everybody: by structured search and the ranking, never by a guess. */
@Injectable()
export class PeopleAnswers {
  constructor(
    private readonly reader: QuestionReader,
    private readonly search: PeopleSearch,
    private readonly candidates: JobCandidatesService,
    private readonly persons: CandidatesService,
    private readonly shelf: ResumeShelf,
    private readonly finder: PassageFinder,
  ) {}

  /** @throws NotFoundError when the job is not the caller's to see. */
  async answer(actor: Actor, jobId: string | null, question: string): Promise<PeopleDraft> {
    const { companyId } = actor;
    const ranking = jobId === null ? null : await this.candidates.ranking(actor, jobId);
    const words = await this.reader.read(companyId, question);
    const asked = readPeopleQuestion(question, words);
    if (asked.kind === 'rank' && ranking !== null && jobId !== null) {
      return this.ranked(actor, jobId, ranking, asked.most ?? MOST_RANKED);
    }
    const among = ranking === null ? 'all resumes' : `the ${ranking.length} candidates of this job`;
    if (asked.described === '' && asked.rest === '') {
      return { draft: howMany(ranking), subjects: [] };
    }
    const ids = within(await this.matching(companyId, asked), ranking);
    if (asked.rest === '') {
      return this.filtered(companyId, ids, asked, among);
    }
    if (ids.length > 0) {
      return this.read(companyId, ids, asked, { question, among });
    }
    // With nobody to read, the names of the conditions are words like the others.
    const asText = { ...asked, described: '', rest: wordsIn(question) };
    const close = within(await this.matching(companyId, asText), ranking);
    return this.read(companyId, close, asText, { question, among });
  }

  /** Whom of these a question names; only when it is one person. */
  async named(actor: Actor, jobId: string | null, question: string): Promise<string | null> {
    const words = question.match(/\p{Lu}[\p{L}'’-]+/gu) ?? [];
    if (words.length === 0) {
      return null;
    }
    const named = await this.persons.namedIn(actor.companyId, words.join(' '));
    const ranking = jobId === null ? null : await this.candidates.ranking(actor, jobId);
    const whole = named.filter(({ isWhole }) => isWhole);
    const known = (whole.length > 0 ? whole : named).filter(
      ({ candidateId }) =>
        ranking === null || ranking.some((one) => one.candidateId === candidateId),
    );
    const [one] = known;
    if (one === undefined || known.length > 1) {
      return null;
    }
    const own = ranking?.find(({ candidateId }) => candidateId === one.candidateId);
    return own?.resumeId ?? this.shelf.latestOf(actor.companyId, one.candidateId);
  }

  /** Ids that pass the conditions; without any, those whose texts come closest. */
  private async matching(companyId: string, asked: PeopleQuestion): Promise<readonly string[]> {
    if (asked.described === '') {
      return this.search.byText(companyId, asked.rest, {});
    }
    const lists = await Promise.all(
      asked.anyOf.length === 0
        ? [this.search.byFilters(companyId, asked.filters)]
        : asked.anyOf.map((skill) =>
            this.search.byFilters(companyId, { ...asked.filters, skills: [skill] }),
          ),
    );
    const ids = [...new Set(lists.flat())];
    const { skillYears } = asked;
    if (skillYears === null) {
      return ids;
    }
    const { least, isStrict } = skillYears.years;
    const rows = await this.search.skillsOf(companyId, ids, [skillYears.skill]);
    const long = new Set(
      rows
        .filter(({ years }) => years !== null && (isStrict ? years > least : years >= least))
        .map(({ resumeId }) => resumeId),
    );
    return ids.filter((id) => long.has(id));
  }

  private async filtered(
    companyId: string,
    ids: readonly string[],
    asked: PeopleQuestion,
    among: string,
  ): Promise<PeopleDraft> {
    const what = `${ids.length === 1 ? 'has' : 'have'} ${asked.described}, by what the resumes name`;
    const shown = await this.shelf.all(companyId, ids.slice(0, asked.most ?? MOST_LISTED));
    if (shown.length === 0) {
      const nobody = nobodyText(among, `has ${asked.described}, by what the resumes name`);
      return { draft: nobody, subjects: [] };
    }
    const found = shown.map((facts) => ({ facts, citations: evidenceOf(facts, asked) }));
    return drafted(found, { total: String(ids.length), what, among });
  }

  /** Reads the texts of those who pass the conditions for what no condition covers. */
  private async read(
    companyId: string,
    ids: readonly string[],
    asked: PeopleQuestion,
    asking: { readonly question: string; readonly among: string },
  ): Promise<PeopleDraft> {
    const { question } = asking;
    const all = await this.shelf.all(companyId, ids.slice(0, MOST_READ));
    const among =
      all.length < ids.length ? `the ${all.length} resumes that come closest` : asking.among;
    const terms = termsOf(asked.rest);
    const passages = await this.finder.findInAll(companyId, all, { question, terms });
    const found = all.flatMap((facts): readonly FoundPerson[] => {
      const [best] = passages.get(facts.resume.resumeId) ?? [];
      return best === undefined || !isTold(best, terms, facts.resume.content)
        ? []
        : [
            {
              facts,
              citations: [facts.cite(best.passage), ...evidenceOf(facts, asked)].slice(0, 2),
            },
          ];
    });
    const conditions = asked.described === '' ? '' : ` have ${asked.described}, and`;
    if (found.length === 0) {
      const draft = nobodyText(among, `says anything about “${asked.rest}”`);
      const text =
        asked.described === ''
          ? draft.text
          : `${ids.length} of ${asking.among} have ${asked.described}, but none of those says anything about “${asked.rest}”.`;
      return { draft: { ...draft, text }, subjects: [] };
    }
    const what = `${conditions.trim()} say${found.length === 1 ? 's' : ''} something about “${asked.rest}”`;
    return drafted(found, { total: String(found.length), what: what.trim(), among });
  }

  private async ranked(
    actor: Actor,
    jobId: string,
    ranking: readonly RankedPerson[],
    most: number,
  ): Promise<PeopleDraft> {
    const first = ranking.slice(0, Math.min(most, MOST_LISTED));
    if (first.length === 0) {
      return { draft: howMany(ranking), subjects: [] };
    }
    const matches = await Promise.all(
      first.map(({ resumeId }) => this.candidates.getMatch(actor, { jobId, resumeId })),
    );
    const lines = matches.map(({ candidateName, matchScore, explanation }) => ({
      name: candidateName ?? 'A candidate without a name',
      score: matchScore,
      explanation,
    }));
    const subjects = first.map(({ resumeId }) => resumeId);
    return { draft: rankingText(lines, ranking.length), subjects };
  }
}

const wordsIn = (question: string): string =>
  termsOf(question)
    .map(({ word }) => word)
    .join(' ');

/** In the order of the ranking where there is one. */
function within(
  ids: readonly string[],
  ranking: readonly RankedPerson[] | null,
): readonly string[] {
  if (ranking === null) {
    return ids;
  }
  const found = new Set(ids);
  return ranking.map(({ resumeId }) => resumeId).filter((id) => found.has(id));
}

function drafted(
  found: readonly FoundPerson[],
  told: { readonly total: string; readonly what: string; readonly among: string },
): PeopleDraft {
  const subjects = found.map(({ facts }) => facts.resume.resumeId);
  return { draft: foundText(found, told), subjects };
}

function howMany(ranking: readonly RankedPerson[] | null): Draft {
  const text =
    ranking === null
      ? 'Ask for skills, years, languages, employers, schools or places: “Who has Kubernetes and more than five years?”'
      : `This job has ${ranking.length} ${ranking.length === 1 ? 'candidate' : 'candidates'}. Ask for skills, years, languages, employers or places.`;
  return { text, citations: [], outcome: 'help' };
}
