import { type CountedTerm, wordQuery } from './word-weights';

const POOL = 1000;

describe('wordQuery', () => {
  it('asks for both of two words as rare as each other', () => {
    const query = wordQuery(counted({ java: 100, go: 100 }), POOL);
    expect(query.condition).toBe('(java & go)');
    expect(query.mostMatches).toBe(100);
  });

  it('asks for two of three words as rare as each other', () => {
    const query = wordQuery(counted({ java: 100, go: 100, rust: 100 }), POOL);
    expect(query.condition).toBe('((java & (go | rust)) | (go & rust))');
    expect(query.mostMatches).toBe(200);
  });

  it('is content with a rare word beside a usual one', () => {
    expect(wordQuery(counted({ engineer: 400, kdb: 1 }), POOL).condition).toBe('kdb');
  });

  it('finds nobody when most of what is asked for is in no resume', () => {
    const query = wordQuery(counted({ engineer: 400, project: 300, xylophone: 0 }), POOL);
    expect(query).toMatchObject({ condition: null, mostMatches: 0 });
  });

  it('leaves out what most have, and still counts it as asked for', () => {
    const query = wordQuery(counted({ team: 900, java: 100 }), POOL);
    expect(query.terms.map(({ term }) => term)).toEqual(['java']);
    expect(query.leastWeight).toBeGreaterThan(0.6 * (query.terms[0]?.weight ?? 0));
  });

  it('takes what most have when nothing else is asked for', () => {
    expect(wordQuery(counted({ team: 900, work: 900 }), POOL).condition).toBe('(team & work)');
  });

  it('takes what most of a small pool have', () => {
    expect(wordQuery(counted({ team: 30, java: 3 }), 40).terms).toHaveLength(2);
  });

  it('matches no more than there are', () => {
    const frequencies = { a: 490, b: 490, c: 490, d: 490, e: 490 };
    expect(wordQuery(counted(frequencies), POOL).mostMatches).toBe(POOL);
  });

  it('finds nobody by no words', () => {
    expect(wordQuery([], POOL).condition).toBeNull();
  });

  it.each([
    { frequencies: [1, 5, 20, 100, 300, 450, 480, 490], isExact: true },
    { frequencies: [40, 40, 40, 50, 60], isExact: true },
    { frequencies: [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144], isExact: false },
  ])('is fulfilled by all that hold enough of $frequencies', ({ frequencies, isExact }) => {
    const { terms, leastWeight, condition } = wordQuery(
      frequencies.map((frequency, index) => ({ term: `t${index}`, frequency })),
      POOL,
    );
    for (let held = 0; held < 2 ** terms.length; held += 1) {
      const isHeld = (index: number): boolean => (held & (1 << index)) !== 0;
      const weight = terms.reduce((sum, one, at) => sum + (isHeld(at) ? one.weight : 0), 0);
      const holds = new Set(terms.filter((_, at) => isHeld(at)).map(({ term }) => term));
      const isFound = fulfils(condition ?? '', holds);
      if (isExact) {
        expect(isFound).toBe(weight >= leastWeight);
      } else {
        expect(isFound || weight < leastWeight).toBe(true);
      }
    }
  });
});

function counted(frequencies: Readonly<Record<string, number>>): CountedTerm[] {
  return Object.entries(frequencies).map(([term, frequency]) => ({ term, frequency }));
}

/** Whether a text of these words fulfils a condition, by taking its brackets apart. */
function fulfils(condition: string, words: ReadonlySet<string>): boolean {
  const values = condition.replace(/t\d+/g, (term) => (words.has(term) ? '1' : '0'));
  let rest = values;
  while (rest.length > 1) {
    rest = rest.replace(/\(([01]) ([&|]) ([01])\)/, (_, a, operator, b) =>
      (operator === '&' ? a === '1' && b === '1' : a === '1' || b === '1') ? '1' : '0',
    );
    const flat = /^[01]( \| [01])+$/.exec(rest);
    rest = flat === null ? rest : rest.includes('1') ? '1' : '0';
  }
  return rest === '1';
}
