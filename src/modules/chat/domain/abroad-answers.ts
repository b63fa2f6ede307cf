import { countryOfLocation } from '../../resumes';
import type { Draft } from './draft';
import { answered } from './fact-answers';
import { citeDated, described, type Position } from './positions';
import type { ResumeFacts } from './resume-facts';
import { termsOf } from './words';

const ABROAD =
  /\b(?:abroad|overseas|internationally)\b|\binternational (?:experience|background|career)\b|\boutside (?:of )?(?:the )?(?:uk|us|usa|eu|country|(?:his|her|their) (?:own |home )?country|\p{Lu}\p{L}+)\b|\b(?:another|other|foreign|different) countr(?:y|ies)\b/iu;

/** Positions in another country than the person's own; null when the resume shows none. */
export function abroadAnswer(facts: ResumeFacts, question: string): Draft | null {
  const asksMore = termsOf(question.replace(ABROAD, '')).some(({ isName }) => isName);
  if (!ABROAD.test(question) || asksMore) {
    return null;
  }
  const { positions, personal_info: person } = facts.profile;
  const home =
    countryOf(person.location) ??
    countryOf(positions.find(({ is_current: isCurrent }) => isCurrent)?.location ?? null);
  const isForeign = ({ location }: Position): boolean => {
    const country = countryOf(location);
    return home !== null && country !== null && country !== home;
  };
  const foreign = positions.filter(isForeign);
  return foreign.length === 0
    ? null
    : answered(
        `${foreign.map(described).join('; ')}.`,
        foreign.map((position) => citeDated(facts, position)),
      );
}

const countryOf = (location: string | null): string | null =>
  location === null ? null : countryOfLocation(location);
