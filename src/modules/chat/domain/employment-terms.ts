/**
 * What recruiters ask about the terms of employment, and the words that a resume would tell it by. Other
 * words of such a question are in many resumes: everybody has started somewhere.
 */
const TERMS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:when|how soon|how quickly)\b[^?]*\b(?:start|begin|join|available)\b|\bstart date\b|\bnotice period\b|\b(?:his|her|their) availability\b/iu,
    'available availability notice',
  ],
  [
    /\b(?:salary|pay|paid|earns?|wage|compensation|hourly rate|day rate|charges?)\b[^?]*\b(?:expect\w*|want\w*|ask\w*|current\w*|need\w*|demand\w*|per (?:hour|day|month|year))\b|\b(?:expect|want|demand)\w*\b[^?]*\b(?:salary|pay|wage|compensation)\b|\bsalary\b|\bhow much does \S+ (?:earn|charge|cost|want)\b/iu,
    'salary wage compensation',
  ],
  [
    /\b(?:willing|ready|open|able|prepared) to (?:relocate|move)\b|\bwould \S+ (?:relocate|move)\b/iu,
    'relocate relocation relocating',
  ],
  [
    /\b(?:work (?:permit|authori[sz]ation)|visa|right to work)\b/iu,
    'permit authorisation authorization visa',
  ],
];

/** The words to look for; null when a question is about something else. */
export function askedOfEmployment(question: string): string | null {
  return TERMS.find(([pattern]) => pattern.test(question))?.[1] ?? null;
}
