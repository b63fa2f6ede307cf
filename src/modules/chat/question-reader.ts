import { Injectable } from '@nestjs/common';
import { type SkillMatcher, SkillsService } from '../skills';
import { foreignLanguageOf } from './domain/question-language';
import { askedYears, type QuestionWords } from './domain/question-words';
import type { SkillRelations } from './domain/skill-answers';

const SPOKEN = 'Languages';
/** Where a bare word of a question names a skill, if it names anything: "knows Go", "in R". */
const NAMED_WORD =
  /\b(?:knows?|uses?|used|using|in|with|of|and|or|without|lacks?|,)\s+(?:any\s+)?([\p{Lu}.][\p{L}\p{N}.+#-]*)/gu;

/** Reads a question by the company's vocabulary. */
@Injectable()
export class QuestionReader {
  constructor(private readonly skills: SkillsService) {}

  async read(companyId: string, question: string): Promise<QuestionWords> {
    const matcher = await this.skills.matcherOf(companyId);
    const mentions = matcher.match(question, [{ start: 0, end: question.length }]);
    const bare = [...question.matchAll(NAMED_WORD)].flatMap(({ 1: word = '' }) => {
      const text = word.replace(/[.,?]+$/u, '');
      const skill = matcher.canonical(text);
      return skill === null ? [] : [{ name: skill.name, category: skill.category, text }];
    });
    const all = [
      ...mentions,
      ...bare.filter(({ text }) => !mentions.some((one) => one.text.includes(text))),
    ];
    const spoken = all.filter(({ name, category }) => category === SPOKEN && isLanguage(name));
    const rest = all.filter((one) => !spoken.includes(one));
    return {
      skills: [...new Set(rest.map(({ name }) => name))],
      languages: [...new Set(spoken.map(({ name }) => name))],
      named: all.map(({ text }) => text),
      isForeign: foreignLanguageOf(question) !== null,
      years: askedYears(question),
    };
  }

  /** What of the vocabulary bears on the skills that a resume names. */
  async relations(companyId: string, named: readonly string[]): Promise<SkillRelations> {
    const matcher: SkillMatcher = await this.skills.matcherOf(companyId);
    return {
      implied: matcher.implied(named),
      relatedTo: (skill) => this.skills.relatedTo(skill),
    };
  }
}

/** Also in the category: interpreting, translating and the like. */
const isLanguage = (name: string): boolean => /^\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?$/u.test(name);
