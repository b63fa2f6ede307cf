import fc from 'fast-check';
import { allLeaves, parseQuery, QueryProblemError, wantedLeaves } from './query-parser';
import { tsQuery, type WordsOf } from './ts-query';

const wordsOf: WordsOf = (text) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => ({ word, stem: word.replace(/s$/, '') }));

const queryOf = (text: string): string | null => {
  const { root } = parseQuery(text);
  return root === null ? null : tsQuery(root, wordsOf);
};

describe('parseQuery', () => {
  it.each([
    ['cooks', "('cook')"],
    ['"cooks"', "('cooks')"],
    ['manag*', "('manag':*)"],
    ['cook AND baker', "(('cook') & ('baker'))"],
    ['cook OR baker', "(('cook') | ('baker'))"],
    ['cook -baker', "(('cook') & !(('baker')))"],
    ['cook NOT (baker OR waiter)', "(('cook') & !((('baker') | ('waiter'))))"],
    ['a OR b AND c', "(('a') | (('b') & ('c')))"],
    ['"head of sales" -"New York"', "(('head' <-> 'of' <-> 'sales') & !(('new' <-> 'york')))"],
    ['node.js AND x', "(('node' <-> 'j') & ('x'))"],
    ['NOT NOT cook', "('cook')"],
  ])('reads %s', (text, expected) => {
    expect(queryOf(text)).toBe(expected);
  });

  it.each(['AND cook', 'cook AND', 'OR cook', '(cook', 'cook)', '((cook))', 'cook NOT', '() cook'])(
    'forgives %s',
    (text) => {
      expect(queryOf(text)).toBe("('cook')");
    },
  );

  it('takes plain words, hyphens and lone quotes for a description', () => {
    for (const text of ['senior cook', 'and or not', 'full-time cook', 'cook - baker', '5" pipe']) {
      expect([text, parseQuery(text).isBoolean]).toEqual([text, false]);
    }
    expect(parseQuery('cook OR baker').isBoolean).toBe(true);
  });

  it('finds no word in signs alone', () => {
    expect(parseQuery('*** - () ""').root).toBeNull();
  });

  it.each([
    ['-java', 'only_exclusions'],
    ['cook OR NOT baker', 'only_exclusions'],
    [`${'('.repeat(30)}a AND b${')'.repeat(30)}`, 'too_deep'],
    [Array.from({ length: 65 }, (_, index) => `w${index}`).join(' OR '), 'too_many_terms'],
  ])('refuses what cannot be answered', (text, problem) => {
    expect(() => parseQuery(text)).toThrow(new QueryProblemError(problem as 'too_deep'));
  });

  it('leaves exclusions out of what is wanted', () => {
    const { root } = parseQuery('cook AND NOT baker -"pastry chef"');
    expect(wantedLeaves(root).map((leaf) => leaf.text)).toEqual(['cook']);
    expect(allLeaves(root)).toHaveLength(3);
  });

  it('never fails but by a named problem, and always gives a well-formed condition', () => {
    const piece = fc.oneof(
      fc.constantFrom('AND', 'OR', 'NOT', '(', ')', '"', '-', '*', '&', "'", '\\', '|', ':*', '!'),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        try {
          const query = queryOf(pieces.join(' '));
          expect(query ?? "('a')").toMatch(/^[(!].*\)$/s);
          const bare = (query ?? '').replace(/'(?:[^']|'')*'/g, 'w');
          expect(bare).toMatch(/^(?:w|<->|[()&|! ]|:\*)*$/);
        } catch (error) {
          expect(error).toBeInstanceOf(QueryProblemError);
        }
      }),
    );
  });
});
