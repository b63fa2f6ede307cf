import { type SkillDefinition } from '../domain/skill';

/**
 * How a vocabulary file writes a skill: its canonical name and, as one text with commas, the other
 * forms people write. A leading `~` marks what also means something else and so needs evidence:
 * `'~Marketing': 'marketing campaigns'` has an ambiguous name, `'Microsoft Word': '~Word'` a weak alias.
 */
type SkillEntries = Readonly<Record<string, string | SkillDetails>>;

/** A skill of which more is to be said; each list is one text with commas. */
interface SkillDetails {
  readonly forms?: string;
  readonly near?: string;
  readonly implies?: string;
  readonly related?: string;
  readonly caseSensitive?: boolean;
}

const WEAK = '~';

/** The definitions of one category. */
export function skillsOf(category: string, entries: SkillEntries): readonly SkillDefinition[] {
  return Object.entries(entries).map(([name, entry]) =>
    typeof entry === 'string'
      ? definition(category, name, { forms: entry })
      : definition(category, name, entry),
  );
}

function definition(category: string, name: string, details: SkillDetails): SkillDefinition {
  const forms = listOf(details.forms);
  const aliases = forms.filter((form) => !form.startsWith(WEAK));
  const weak = forms.filter((form) => form.startsWith(WEAK)).map((form) => form.slice(1));
  return {
    name: name.startsWith(WEAK) ? name.slice(1) : name,
    category,
    aliases,
    weak,
    ambiguous: name.startsWith(WEAK),
    near: listOf(details.near),
    caseSensitive: details.caseSensitive ?? false,
    implies: listOf(details.implies),
    related: listOf(details.related),
  };
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
