/**
 * Words that hold a sentence together and say nothing of a person. Only as people write them inside a
 * sentence: "IT", "WHO" and "May" are names.
 */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about all also an and any anybody anyone are as at be been being but by can candidate candidates could did do does doing each for from
  had has have having he her his how i if in into is it its knows like may me might must my need needs no not of on or
  our ours over person please she should so some somebody someone such than that the their them then there these they this
  those to us very want wants was we were what when where which while who whom whose will with within without would
  you your`.split(/\s+/),
);

export function isFunctionWord(typed: string): boolean {
  return FUNCTION_WORDS.has(typed.replace(/^\P{L}+|\P{L}+$/gu, ''));
}
