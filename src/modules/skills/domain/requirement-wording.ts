/** How much a job insists on what a line says. */
export type Strength = 'must' | 'wanted' | 'preferred' | 'none';

/** A sentence, bullet or line of a job text with its place and what its wording and heading say. */
export interface RequirementLine {
  readonly text: string;
  readonly start: number;
  readonly strength: Strength;
}

const MUST =
  /\b(?:must|required|requires|mandatory|essential|minimum|at least|non-negotiable|need to have|needs? to be|shall have|prerequisite|imperative)\b/i;
const PREFERRED =
  /\b(?:preferred|preferably|preference|a plus|is a plus|plus but|as a plus|nice[- ]to[- ]haves?|desirable|desired|advantage|advantageous|beneficial|bonus|ideally|optional|would be (?:great|good|nice|helpful)|is welcome|welcomed|helpful|not required|not mandatory|not essential|an asset)\b/i;
const NOT_REQUIRED = /\bnot (?:a )?(?:required|mandatory|essential|must)\b/i;

const HEADINGS: readonly (readonly [heading: RegExp, strength: Strength])[] = [
  [
    /^(?:(?:our |the )?(?:benefits|perks|compensation|salary|pay|about (?:us|the company|our company)|who we are|what we offer|we offer|equal opportunity|company (?:overview|description)|how to apply|why (?:join|work)|our (?:culture|values|mission)))\b/i,
    'none',
  ],
  [
    /\b(?:preferred|nice[- ]to[- ]haves?|desir(?:ed|able)|bonus|pluses|good to have|advantageous|optional|additional)\b/i,
    'preferred',
  ],
  [
    /\b(?:must[- ]haves?|required|minimum|mandatory|essential(?! (?:duties|functions|job|responsibilities))|basic qualifications)\b/i,
    'must',
  ],
  [
    /\b(?:requirements?|qualifications?|skills?|experience|what you(?:['’]ll)? (?:bring|need)|you have|your profile|profile|responsibilities|duties|education|the role|the job|job (?:description|summary)|overview|what you(?:['’]ll| will)? do|who you are|about you|looking for|knowledge|competenc(?:y|ies))\b/i,
    'wanted',
  ],
];

/** The words headings are made of; a line with any other word is a requirement, not a heading. */
const HEADING_WORDS = new Set(
  `a about additional advantageous an and apply are as basic be benefits bonus bring candidate
  company compensation competencies competency core criteria culture description desirable desired do
  duties education equal essential experience expertise for general good hard have haves how ideal in
  is job join key knowledge ll main mandatory minimum mission must need nice of offer opportunity
  optional or our overview pay perks plus pluses points position post preferred professional profile
  qualification qualifications recommended required requirement requirements responsibilities role
  certification certifications d expect expected function functions is it license licenses ll looking
  re s salary seek skill skills soft strongly summary technical that the this to us values want we what who
  why will with work working you your`.split(/\s+/),
);

/**
 * Splits a job text into lines and sentences. A line's own wording ("required", "a plus") decides;
 * else the heading above it; else it is simply wanted.
 */
export function requirementLines(text: string): readonly RequirementLine[] {
  const lines: RequirementLine[] = [];
  let section: Strength = 'wanted';
  for (const { line, start } of splitLines(text)) {
    const heading = headingOf(line);
    if (heading !== null) {
      section = heading.strength;
      if (heading.isWholeLine) {
        lines.push({ text: line, start, strength: 'none' });
        continue;
      }
    }
    for (const sentence of splitSentences(line)) {
      lines.push({
        text: sentence.text,
        start: start + sentence.start,
        strength: strengthOf(sentence.text, section),
      });
    }
  }
  return lines;
}

function strengthOf(sentence: string, section: Strength): Strength {
  if (section === 'none') return 'none';
  if (PREFERRED.test(sentence) || NOT_REQUIRED.test(sentence)) return 'preferred';
  return MUST.test(sentence) ? 'must' : section;
}

/** A whole line ("Requirements"), or the label before a colon ("Required skills: Java, SQL"). */
function headingOf(line: string): { strength: Strength; isWholeLine: boolean } | null {
  const bare = line.replace(/^[\s•*\-–·▪●#]+/u, '').trim();
  const label = /^([^:]{3,60}):(.*)$/.exec(bare);
  const title = label?.[1] ?? bare;
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0 || !words.every((word) => HEADING_WORDS.has(word))) return null;
  const known = HEADINGS.find(([pattern]) => pattern.test(title));
  if (known === undefined) return null;
  return { strength: known[1], isWholeLine: (label?.[2]?.trim() ?? '') === '' };
}

function splitLines(text: string): readonly { line: string; start: number }[] {
  const lines: { line: string; start: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ line, start });
    start += line.length + 1;
  }
  return lines;
}

/** A full stop, semicolon or mark ends a sentence when a space follows: "Node.js" stays whole. */
function splitSentences(line: string): readonly { text: string; start: number }[] {
  const sentences: { text: string; start: number }[] = [];
  let start = 0;
  for (const end of line.matchAll(/(?<!\b(?:e\.g|i\.e|etc|incl|min|yrs|approx))[.;!?](?=\s)/g)) {
    sentences.push({ text: line.slice(start, end.index + 1), start });
    start = end.index + 1;
  }
  if (start < line.length) sentences.push({ text: line.slice(start), start });
  return sentences;
}
