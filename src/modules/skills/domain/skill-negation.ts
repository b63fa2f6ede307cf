import { type Span } from './skill-evidence';

/** How far back a negation reaches, in characters; a sentence's end or a "but" stops it earlier. */
const REACH = 90;

const NOUN = String.raw`(?:experience|knowledge|exposure|familiarity|background|skills?|understanding|training|expertise|proficiency)`;
const ADJECTIVES = String.raw`(?:(?:prior|previous|any|formal|hands-on|professional|real|working|practical|much|actual|direct)\s+)*`;
const NEGATION = new RegExp(
  [
    String.raw`\b(?:no|without|zero|lack(?:s|ed|ing)?(?: of)?|little)\s+${ADJECTIVES}${NOUN}\s+(?:with|in|of|on|using|to)\b`,
    String.raw`\b(?:not|never|don['’]?t|doesn['’]?t|didn['’]?t|haven['’]?t|isn['’]?t|aren['’]?t)\s+(?:yet\s+|really\s+|very\s+|currently\s+|been\s+)*(?:familiar|experienced|proficient|fluent|skilled|worked|used|use|know|learned|learnt|touched|comfortable|trained|qualified|certified|have (?:any )?${NOUN})\b`,
    String.raw`\b(?:unfamiliar|inexperienced)\s+(?:with|in)\b`,
  ].join('|'),
  'i',
);
const STOP =
  /[.;!?](?:\s|$)|\n\s*(?:\n|[•·●▪◦*–-])|\b(?:but|however|although|though|yet|except)\b/gi;
const NO_JUST_BEFORE = /\bno\s+(?:(?:prior|previous|formal|specific)\s+)*$/i;
const NOUN_JUST_AFTER = new RegExp(String.raw`^\s+(?:\S+\s+)?${NOUN}\b`, 'i');
const NONE_JUST_AFTER = /^\s*[:–-]\s*(?:none|no experience|no knowledge)\b/i;

/** "No experience with Java or Python", "not familiar with SAP", "no Java experience needed". */
export function isNegated(text: string, span: Span): boolean {
  const before = lastClause(text.slice(Math.max(0, span.start - REACH), span.start));
  if (NEGATION.test(before)) return true;
  const after = text.slice(span.end, span.end + 40);
  return (
    (NO_JUST_BEFORE.test(before) && NOUN_JUST_AFTER.test(after)) || NONE_JUST_AFTER.test(after)
  );
}

function lastClause(before: string): string {
  let start = 0;
  for (const stop of before.matchAll(STOP)) start = stop.index + stop[0].length;
  return before.slice(start);
}
