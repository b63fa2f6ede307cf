import { Injectable } from '@nestjs/common';
import { type Citation, type Draft, quoted } from './domain/draft';
import {
  answered,
  certificateAnswer,
  contactAnswer,
  languageAnswer,
  yearsAnswer,
} from './domain/fact-answers';
import { abroadAnswer } from './domain/abroad-answers';
import { asksCredential, isOfAskedKind } from './domain/answer-kinds';
import type { ResumeFacts } from './domain/resume-facts';
import type { ScoredPassage } from './domain/passage-scores';
import type { QuestionWords } from './domain/question-words';
import { skillAnswer, type SkillRelations } from './domain/skill-answers';
import { isTold } from './domain/told';
import { educationAnswer, educationOfPlace } from './domain/education-answers';
import { pointsBack } from './domain/follow-ups';
import { byName } from './domain/meant-positions';
import type { Passage } from './domain/passages';
import type { Position } from './domain/positions';
import { answerOfPlace, positionAnswer } from './domain/position-answers';
import { askedOfEmployment, inWordsOfResumes } from './domain/question-phrasings';
import { leisureAnswer, summaryAnswer } from './domain/summary-answers';
import { termsOf } from './domain/words';
import { PassageFinder } from './passage-finder';
import { QuestionReader } from './question-reader';

const MOST_QUOTES = 3;
/** Further passages are quoted too when they answer nearly as well. */
const NEARLY = 0.45;

/** Below this a passage is not even close: it is about something else. */
const CLOSE = 0.12;

/** The question before, as it stands alone, and what its answer quoted. */
export interface Before {
  readonly question: string;
  readonly citations: readonly Citation[];
}

/** Answers about one resume without a model: facts of the profile, else the sentences that answer best. */
@Injectable()
export class ResumeAnswers {
  constructor(
    private readonly reader: QuestionReader,
    private readonly finder: PassageFinder,
  ) {}

  /**
   * An answer to "how long?" or "when was that?": by the skill that the question before named, else by the
   * position or education that the answer before quoted. Null for other questions.
   */
  async fromBefore(
    companyId: string,
    facts: ResumeFacts,
    question: string,
    before: Before,
  ): Promise<Draft | null> {
    if (!pointsBack(question)) {
      return null;
    }
    const whole = `${question} ${before.question}`;
    const words = await this.reader.read(companyId, whole);
    const years = words.skills.length === 0 ? null : yearsAnswer(facts, whole, words);
    const [place] = before.citations.filter(({ resumeId }) => resumeId === facts.resume.resumeId);
    if (years !== null || place === undefined) {
      return years;
    }
    return answerOfPlace(facts, question, place, new Date()) ?? educationOfPlace(facts, place);
  }

  /** A fact of the structured profile; null when the question asks for none. */
  async fromProfile(
    companyId: string,
    facts: ResumeFacts,
    question: string,
  ): Promise<Draft | null> {
    if (askedOfEmployment(question) !== null) {
      return null;
    }
    const words = await this.reader.read(companyId, question);
    const named = facts.profile.skills.map(({ name }) => name);
    const relations = await this.reader.relations(companyId, named);
    return (
      summaryAnswer(facts, question) ??
      contactAnswer(facts, question) ??
      languageAnswer(facts, question, words) ??
      abroadAnswer(facts, question) ??
      positionAnswer(facts, question, new Date()) ??
      yearsAnswer(facts, question, words) ??
      leisureAnswer(facts, question) ??
      educationAnswer(facts, question, words) ??
      certificateAnswer(facts, question) ??
      (await this.skill(companyId, facts, question, { words, relations }))
    );
  }

  /** A skill that the resume does not name may be told in other words. */
  private async skill(
    companyId: string,
    facts: ResumeFacts,
    question: string,
    { words, relations }: { readonly words: QuestionWords; readonly relations: SkillRelations },
  ): Promise<Draft | null> {
    const draft = skillAnswer(facts, question, words, relations);
    // To have driven a forklift is no licence for it: only a passage about one tells.
    if (asksCredential(question) && draft?.outcome === 'answered') {
      return null;
    }
    if (draft?.outcome !== 'not_told') {
      return draft;
    }
    const found = await this.fromText(companyId, facts, question);
    return found.outcome === 'answered'
      ? found
      : { ...found, text: [draft.text, closestText(found.citations)].join(' ').trim() };
  }

  /** The sentences that answer best, or that none does, and then those that come closest. */
  async fromText(companyId: string, facts: ResumeFacts, question: string): Promise<Draft> {
    const employment = askedOfEmployment(question);
    if (employment !== null) {
      return employmentAnswer(facts, employment);
    }
    const reworded = inWordsOfResumes(question);
    // "At Quayline" is where to look, and no word to look for.
    const named = byName(facts.profile.positions, question);
    const terms = termsOf(reworded, named?.words);
    const all = await this.finder.find(companyId, facts, { question: reworded, terms });
    const found = all.filter(
      (one) =>
        (named === null || isWithin(one.passage, named.positions)) && isOfAskedKind(reworded, one),
    );
    const [best] = found;
    if (best === undefined || !isTold(best, terms, facts.resume.content)) {
      return notTold(facts, all);
    }
    return told(
      facts,
      found.filter(({ score }) => score >= best.score * NEARLY).map(({ passage }) => passage),
    );
  }
}

/** Where somebody writes of the terms of employment, they use their words; nothing else comes close. */
function employmentAnswer(facts: ResumeFacts, tells: RegExp): Draft {
  const telling = facts.passages.filter(({ text }) => tells.test(text));
  return telling.length === 0 ? notTold(facts, []) : told(facts, telling);
}

function told(facts: ResumeFacts, passages: readonly Passage[]): Draft {
  const shown = passages.slice(0, MOST_QUOTES);
  return answered(
    `The resume says: ${shown.map(quoted).join(' ')}`,
    shown.map((passage) => facts.cite(passage)),
  );
}

/** A reader may see an answer where the rules see none, and else sees why there is none. */
function notTold(facts: ResumeFacts, found: readonly ScoredPassage[]): Draft {
  const closest = found.filter(({ score }) => score >= CLOSE).slice(0, MOST_QUOTES);
  const citations = closest.map(({ passage }) => facts.cite(passage));
  const text = ['The resume does not tell.', closestText(citations)].join(' ').trim();
  return { text, citations, outcome: 'not_told' };
}

const closestText = (citations: readonly Citation[]): string =>
  citations.length === 0 ? '' : `The closest that it says: ${citations.map(quoted).join(' ')}`;

const isWithin = (passage: Passage, positions: readonly Position[]): boolean =>
  positions.some(({ span }) => span.start <= passage.start && passage.start < span.end);
