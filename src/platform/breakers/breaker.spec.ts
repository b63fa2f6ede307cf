import { Breaker, BreakerOpenError } from './breaker';
import { Breakers } from './breakers';

class Refused extends Error {}

const OPTIONS = {
  resetAfterMs: 50,
  failures: 3,
  windowMs: 60_000,
  isOutage: (error: unknown) => !(error instanceof Refused),
};

let breaker: Breaker;

beforeEach(() => {
  breaker = new Breaker('post office', OPTIONS);
});

const fail = (): Promise<never> => Promise.reject(new Error('away'));
const refuse = (): Promise<never> => Promise.reject(new Refused('not this one'));
const succeed = (): Promise<string> => Promise.resolve('done');

async function open(): Promise<void> {
  for (let n = 0; n < OPTIONS.failures; n += 1) {
    await expect(breaker.run(fail)).rejects.toThrow('away');
  }
}

describe('Breaker', () => {
  it('hands results and errors through', async () => {
    await expect(breaker.run(succeed)).resolves.toBe('done');
    await expect(breaker.run(fail)).rejects.toThrow('away');
    expect(breaker.state).toBe('closed');
  });

  it('opens after so many failures and then asks nobody, saying for how long', async () => {
    await open();
    expect(breaker.state).toBe('open');
    let isAsked = false;
    const refusal = breaker.run(() => {
      isAsked = true;
      return succeed();
    });
    await expect(refusal).rejects.toThrow(BreakerOpenError);
    await expect(refusal).rejects.toMatchObject({ breaker: 'post office', retryAfterMs: 1000 });
    expect(isAsked).toBe(false);
  });

  it('does not count what concerns one call only', async () => {
    for (let n = 0; n < 2 * OPTIONS.failures; n += 1) {
      await expect(breaker.run(refuse)).rejects.toThrow(Refused);
    }
    expect(breaker.state).toBe('closed');
  });

  it('lets one through after its time and closes when that succeeds', async () => {
    await open();
    await new Promise((resolve) => setTimeout(resolve, 2 * OPTIONS.resetAfterMs));
    expect(breaker.state).toBe('half_open');
    await expect(breaker.run(succeed)).resolves.toBe('done');
    expect(breaker.state).toBe('closed');
  });

  it('opens again when the one that it lets through fails', async () => {
    await open();
    await new Promise((resolve) => setTimeout(resolve, 2 * OPTIONS.resetAfterMs));
    await expect(breaker.run(fail)).rejects.toThrow('away');
    expect(breaker.state).toBe('open');
  });
});

describe('Breakers', () => {
  it('tells how each stands, by its name, which nobody else has', async () => {
    const breakers = new Breakers();
    const smtp = breakers.add('smtp', OPTIONS);
    breakers.add('storage', OPTIONS);
    expect(() => breakers.add('smtp', OPTIONS)).toThrow('smtp already');
    await Promise.allSettled([smtp.run(fail), smtp.run(fail), smtp.run(fail)]);
    expect(breakers.states()).toEqual({ smtp: 'open', storage: 'closed' });
  });
});
