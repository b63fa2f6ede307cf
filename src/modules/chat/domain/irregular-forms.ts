/** Verbs of work whose forms share no stem: the plain form first. */
const FORMS: readonly string[] = [
  'begin began begun',
  'break broke broken',
  'bring brought',
  'build built',
  'buy bought',
  'catch caught',
  'choose chose chosen',
  'deal dealt',
  'draw drew drawn',
  'drive drove driven',
  'feed fed',
  'find found',
  'fly flew flown',
  'give gave given',
  'grow grew grown',
  'hold held',
  'keep kept',
  'lead led',
  'learn learnt',
  'leave left',
  'lend lent',
  'make made',
  'meet met',
  'pay paid',
  'ride rode ridden',
  'run ran',
  'say said',
  'see saw seen',
  'sell sold',
  'send sent',
  'sew sewn',
  'show shown',
  'sing sang sung',
  'speak spoke spoken',
  'spend spent',
  'swim swam swum',
  'take took taken',
  'teach taught',
  'throw threw thrown',
  'weave wove woven',
  'win won',
  'write wrote written',
];

/** Words that would share a stem with another one, such as "car", "customer" or "public": the first form is their stem. */
const APART: readonly string[] = [
  'care cared cares caring',
  'carrier carriers',
  'cater catered caterer caterers catering caters',
  'customs',
  'later',
  'plane planes',
  'publish published publishes publisher publishers publishing publication publications',
];

const PLAIN_OF: ReadonlyMap<string, string> = new Map(
  [...FORMS, ...APART].flatMap((line) => {
    const [plain = '', ...others] = line.split(' ');
    return others.map((other) => [other, plain] as const);
  }),
);

const WHOLE: ReadonlySet<string> = new Set(APART.map((line) => line.split(' ')[0] ?? ''));

/** Whether a plain form is a stem as it is. */
export const isStem = (plain: string): boolean => WHOLE.has(plain);

/** "Driven" and "drove" are forms of "drive"; any other word is its own plain form. */
export const plainForm = (word: string): string => PLAIN_OF.get(word) ?? word;
