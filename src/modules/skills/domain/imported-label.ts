/** A skill as a foreign classification lists it, before it is decided what of it can be matched. */
export interface ImportedLabel {
  readonly label: string;
  readonly others: readonly string[];
  /**
   * Whether a capital says that a word is a name. Not so where every label starts with one: there a
   * word needs a capital or a digit further on ("AutoCAD").
   */
  readonly capitalIsName: boolean;
}

/** The label with single spaces, without a note in brackets at its end: "Python (computer programming)". */
export function cleanLabel(label: string): string {
  return label
    .replace(/\s+/g, ' ')
    .replace(/\s*\([^()]*\)\s*$/, '')
    .trim();
}

const SOFTWARE = /^(.+) software$/i;
/** "Structured query language SQL", "Amazon Web Services AWS". */
const WITH_ABBREVIATION = /^(.+ \S+) ([A-Z][A-Z0-9&/+-]{2,})$/;

/**
 * The ways to read one label: as it stands, without a "software" that only says what kind of thing it
 * is, and its words and its abbreviation each alone.
 */
export function readingsOf(label: string): readonly string[] {
  const clean = cleanLabel(label);
  const [, named] = SOFTWARE.exec(clean) ?? [];
  return [clean, ...(named === undefined ? [] : [named])].flatMap((reading) => {
    const [, words = '', abbreviation = ''] = WITH_ABBREVIATION.exec(reading) ?? [];
    return isShortFor(abbreviation, words) ? [reading, words, abbreviation] : [reading];
  });
}

/** By its first and last letter: "HTML" leaves out letters that "hypertext markup language" has. */
function isShortFor(abbreviation: string, words: string): boolean {
  const lastWord = words.slice(words.lastIndexOf(' ') + 1);
  return (
    abbreviation !== '' &&
    abbreviation.startsWith(words.charAt(0).toUpperCase()) &&
    abbreviation.endsWith(lastWord.charAt(0).toUpperCase())
  );
}
