import { MessageAllowance, type Verdict } from './message-allowance';

const taken = (allowance: MessageAllowance, count: number, nowMs: number): Verdict[] =>
  Array.from({ length: count }, () => allowance.take(nowMs));

describe('MessageAllowance', () => {
  it('lets so many pass in a second, tells the first one over once, and drops the rest', () => {
    const verdicts = taken(new MessageAllowance(2), 5, 0);
    expect(verdicts).toEqual(['allowed', 'allowed', 'first_refused', 'refused', 'refused']);
  });

  it('begins anew with the next second', () => {
    const allowance = new MessageAllowance(1);
    expect(taken(allowance, 2, 0)).toEqual(['allowed', 'first_refused']);
    expect(taken(allowance, 1, 999)).toEqual(['refused']);
    expect(taken(allowance, 1, 1000)).toEqual(['allowed']);
  });

  it('calls it abuse past ten times as many', () => {
    const verdicts = taken(new MessageAllowance(2), 21, 0);
    expect(verdicts.indexOf('abuse')).toBe(20);
  });
});
