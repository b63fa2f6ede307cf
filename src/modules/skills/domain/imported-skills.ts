import { formKey, importedForm, isDistinctive, type ImportedForm } from './imported-form';
import { cleanLabel, readingsOf, type ImportedLabel } from './imported-label';
import { type SkillMatcher } from './skill-matcher';

/** A skill of another classification as it is kept: what of it may be matched. Category and rules follow on loading. */
export interface ImportedSkill {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Aliases that count only with evidence. */
  readonly weak?: readonly string[];
  /** The name counts only with evidence. */
  readonly ambiguous?: boolean;
  readonly caseSensitive?: boolean;
}

/** ESCO has skills with thirty ways to say "manage"; the first ones are the usual ones. */
const MOST_FORMS = 20;

interface Draft {
  readonly name: string;
  /** The vocabulary has a skill of this name: only further forms are of use. */
  readonly isKnown: boolean;
  readonly form: ImportedForm | null;
  readonly forms: Map<string, ImportedForm>;
}

/**
 * Skills that can be matched, from a foreign list's labels. A skill that the vocabulary has by name or
 * alias becomes further aliases of it; forms that the vocabulary has are left to it; a skill whose name
 * may not be matched is left out. Sorted by name, each name once.
 */
export function importedSkills(
  labels: Iterable<ImportedLabel>,
  vocabulary: SkillMatcher,
): readonly ImportedSkill[] {
  const drafts = new Map<string, Draft>();
  for (const entry of labels) {
    const draft = draftOf(entry, vocabulary);
    if (draft === null) continue;
    const key = draft.name.toLowerCase();
    const known = drafts.get(key) ?? draft;
    drafts.set(key, known);
    addForms(known, entry, vocabulary);
  }
  return [...drafts.values()]
    .filter((draft) => !draft.isKnown || draft.forms.size > 0)
    .map(skillOf)
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

function draftOf(entry: ImportedLabel, vocabulary: SkillMatcher): Draft | null {
  for (const reading of readingsOf(entry.label)) {
    const own = knownName(reading, vocabulary);
    if (own !== null) return { name: own, isKnown: true, form: null, forms: new Map() };
  }
  const form = importedForm(cleanLabel(entry.label), entry.capitalIsName);
  if (form === null || vocabulary.canonical(form.text) !== null) return null;
  return { name: capitalised(form.text), isKnown: false, form, forms: new Map() };
}

/** The vocabulary's name for a label, unless the label also means something else there ("Word"). */
function knownName(label: string, vocabulary: SkillMatcher): string | null {
  const known = vocabulary.canonical(label);
  const isWeak = known?.weak?.some((alias) => formKey(alias) === formKey(label)) ?? false;
  return known === null || isWeak ? null : known.name;
}

function addForms(draft: Draft, entry: ImportedLabel, vocabulary: SkillMatcher): void {
  const texts = [...readingsOf(entry.label), ...entry.others.map(cleanLabel)];
  for (const text of texts) {
    const form = importedForm(text, entry.capitalIsName);
    const isUsable = form !== null && (!form.isExact || isDistinctive(text));
    if (!isUsable || draft.forms.size >= MOST_FORMS) continue;
    const key = formKey(text);
    if (key === formKey(draft.name) || draft.forms.has(key)) continue;
    if (vocabulary.canonical(text) === null) draft.forms.set(key, form);
  }
}

function skillOf({ name, form, forms }: Draft): ImportedSkill {
  const aliases = [...forms.values()].filter((one) => !one.isWeak).map((one) => one.text);
  const weak = [...forms.values()].filter((one) => one.isWeak).map((one) => one.text);
  return {
    name,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(weak.length > 0 ? { weak } : {}),
    ...(form?.isWeak === true ? { ambiguous: true } : {}),
    ...(form?.isExact === true ? { caseSensitive: true } : {}),
  };
}

/** As the vocabulary writes its names: "Wound care", but "iOS development" and "pH testing" stay. */
function capitalised(name: string): string {
  return /^\p{Ll}{3}|^\p{Ll}+ /u.test(name)
    ? `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`
    : name;
}
