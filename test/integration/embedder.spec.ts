import { parseEnv } from '../../src/config';
import { EMBEDDING_DIMENSIONS, Embedder, ModelMissingError } from '../../src/platform/embeddings';

/** The model is in `models/`, where `npm test` put it; see `npm run model:fetch`. */
let embedder: Embedder;

beforeAll(async () => {
  embedder = new Embedder(parseEnv({ EMBEDDING_THREADS: '2' }));
  await embedder.onModuleInit();
});

afterAll(async () => {
  await embedder.onApplicationShutdown();
});

const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, index) => sum + value * b[index]!, 0);

const HAPPY = 'That is a happy person';

it('gives the known similarities of the int8 model', async () => {
  expect(embedder.modelName).toBe('all-MiniLM-L6-v2/int8/2');
  const [happy, very, sunny] = await embedder.embedAll([
    HAPPY,
    'That is a very happy person',
    'Today is a sunny day',
  ]);
  expect(Math.abs(dot(happy!, very!) - 0.933)).toBeLessThan(0.003);
  expect(Math.abs(dot(happy!, sunny!) - 0.269)).toBeLessThan(0.003);
});

it.each(['', ' ', 'a', HAPPY, '日本語の履歴書', 'x'.repeat(100_000), '\u0000\ud800 \u{1F600}'])(
  'gives 384 finite numbers of length 1 for any text: %#',
  async (text) => {
    const vector = await embedder.embed(text);
    expect(Object.prototype.toString.call(vector)).toBe('[object Float32Array]');
    expect(vector).toHaveLength(EMBEDDING_DIMENSIONS);
    expect(vector.every(Number.isFinite)).toBe(true);
    expect(Math.sqrt(dot(vector, vector))).toBeCloseTo(1, 5);
  },
);

it('reads the first 256 word pieces, two of them its own, and nothing after them', async () => {
  const words = (count: number): string => Array.from({ length: count }, () => 'hello').join(' ');
  const [less, full, more, far] = await embedder.embedAll([
    words(253),
    words(254),
    `${words(254)} and now something completely different`,
    words(5000),
  ]);
  expect(more).toEqual(full);
  expect(far).toEqual(full);
  expect(less).not.toEqual(full);
});

it('gives the same vector alone and among many at once, in the order asked', async () => {
  const texts = Array.from({ length: 24 }, (_, index) => `Person ${index} drives a forklift truck`);
  const together = await embedder.embedAll(texts);
  const other = new Embedder(parseEnv({ EMBEDDING_THREADS: '1' }));
  try {
    for (const [index, text] of texts.entries()) {
      expect(await other.embed(text)).toEqual(together[index]);
    }
  } finally {
    await other.onApplicationShutdown();
  }
});

it('computes a text once, also when it is asked for twice at the same time', async () => {
  const [first, second] = await Promise.all([embedder.embed(HAPPY), embedder.embed(HAPPY)]);
  expect(second).toBe(first);
  expect(await embedder.embed(HAPPY)).toBe(first);
});

it('forgets the oldest vectors beyond the size of its cache', async () => {
  const small = new Embedder(parseEnv({ EMBEDDING_THREADS: '1', EMBEDDING_CACHE_ENTRIES: '2' }));
  try {
    const first = await small.embed('one');
    await small.embedAll(['two', 'three']);
    const again = await small.embed('one');
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  } finally {
    await small.onApplicationShutdown();
  }
});

it('leaves the event loop free while it computes', async () => {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 5);
  const text = Array.from({ length: 240 }, (_, index) => `word${index}`).join(' ');
  await embedder.embedAll(Array.from({ length: 16 }, (_, index) => `${index} ${text}`));
  clearInterval(timer);
  expect(longest).toBeLessThan(150);
});

describe('windows', () => {
  const LINES = Array.from(
    { length: 120 },
    (_, index) => `Line ${index}: led a team of warehouse operatives; cut costs by ${index}%.`,
  );

  it('cuts a text into windows that the model reads whole and that lose no word', async () => {
    const text = `\n${LINES.join('\n')}\n\n${'unbroken'.repeat(600)}\n`;
    const [windows = []] = await embedder.windows(text, [{ start: 0, end: text.length }]);
    expect(windows.length).toBeGreaterThan(5);
    let last = 0;
    for (const { start, end, wordPieces } of windows) {
      expect(wordPieces).toBeLessThanOrEqual(254);
      expect(text.slice(last, start).trim()).toBe('');
      expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
      last = end;
    }
    expect(text.slice(last).trim()).toBe('');
  });

  it('keeps ranges apart, and leaves room for what is put in front', async () => {
    const text = LINES.join('\n');
    const middle = text.indexOf('Line 60');
    const ranges = [
      { start: 0, end: middle },
      { start: middle, end: text.length },
      { start: 5, end: 5 },
    ];
    const [first = [], second = [], empty] = await embedder.windows(text, ranges, 100);
    expect(first.at(-1)!.end).toBeLessThanOrEqual(middle);
    expect(second[0]!.start).toBe(middle);
    expect(empty).toEqual([]);
    expect(Math.max(...[...first, ...second].map((window) => window.wordPieces))).toBeLessThan(155);
  });
});

it('does not start without the official model', async () => {
  const without = new Embedder(parseEnv({ MODEL_DIR: 'no/such/folder', EMBEDDING_THREADS: '1' }));
  // Its threads fail to load the model by themselves; nobody waits for them.
  await expect(without.onModuleInit()).rejects.toThrow(ModelMissingError);
  await expect(without.onModuleInit()).rejects.toThrow('npm run model:fetch');
  await without.onApplicationShutdown();
});

it('can be ended while its threads still load the model', async () => {
  const short = new Embedder(parseEnv({ EMBEDDING_THREADS: '2' }));
  await short.onModuleInit();
  await short.onApplicationShutdown();
  await expect(short.embed(HAPPY)).rejects.toThrow('ended');
});
