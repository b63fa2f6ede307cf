import { type SkillDefinition } from './skill';
import { tokenize, type Token } from './tokens';

/** One way to write one skill, ready to be compared with the tokens of a text. */
export interface SkillForm {
  readonly definition: SkillDefinition;
  /** The keys of its words; one that a slash precedes starts with the slash ("tcp", "/ip"). */
  readonly keys: readonly string[];
  /** Counts only with evidence. */
  readonly isWeak: boolean;
  /**
   * The words as they must be written, or null when case does not matter. Only as a whole item of a
   * skills section do they count in another case ("r, python, sql").
   */
  readonly exactWords: readonly string[] | null;
}

const everySymbolIsPartOfAName = (): boolean => true;

/** The key of a token inside a form: a slash is kept, all other separators are interchangeable. */
export function keyInForm(token: Token, isFirst: boolean): string {
  return !isFirst && token.gap === 'slash' ? `/${token.key}` : token.key;
}

/** All forms of a definition: its name, its aliases, and for each its joined variant. */
export function formsOf(definition: SkillDefinition): readonly SkillForm[] {
  const isNameWeak = definition.ambiguous === true;
  const isExact = definition.caseSensitive === true;
  const isNameExact = isExact || (isNameWeak && isAbbreviation(definition.name));
  return [
    ...formsOfText(definition, definition.name, isNameWeak, isNameExact),
    ...(definition.aliases ?? []).flatMap((alias) => formsOfText(definition, alias, false, false)),
    ...(definition.weak ?? []).flatMap((alias) =>
      formsOfText(definition, alias, true, isExact || isAbbreviation(alias)),
    ),
  ];
}

/** Capitals without a small letter: "AR", "P&L", "R". As a small word it would mean something else. */
function isAbbreviation(alias: string): boolean {
  return !/\p{Ll}/u.test(alias);
}

function formsOfText(
  definition: SkillDefinition,
  text: string,
  isWeak: boolean,
  isExact: boolean,
): readonly SkillForm[] {
  const tokens = tokenize(text, everySymbolIsPartOfAName);
  if (tokens.length === 0) return [];
  const words = tokens.map((token) => token.visible);
  const form = {
    definition,
    keys: tokens.map((token, index) => keyInForm(token, index === 0)),
    isWeak,
    exactWords: isExact ? words : null,
  };
  if (isExact) return [form];
  return [form, ...joined(form, tokens)];
}

/** "E-commerce" is also written "ecommerce", "Node.js" also "NodeJS". */
function joined(form: SkillForm, tokens: readonly Token[]): readonly SkillForm[] {
  const keys: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const isJoined = index > 0 && (token.gap === 'hyphen' || token.gap === 'dot');
    if (isJoined) keys.push(`${keys.pop() ?? ''}${token.key}`);
    else keys.push(keyInForm(token, index === 0));
  }
  return keys.length === form.keys.length ? [] : [{ ...form, keys }];
}
