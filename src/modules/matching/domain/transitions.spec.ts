import { allowedTransitions, refusalOf } from './transitions';

const ACTIVE = ['pending', 'reviewing', 'shortlisted', 'interviewing', 'offered'] as const;
const ENDED = ['hired', 'rejected', 'withdrawn'] as const;
const ALL = [...ACTIVE, ...ENDED];

const refusal = (from: string, to: string, more: object = {}): unknown =>
  // The words above are statuses.
  refusalOf({ from, to, jobStatus: 'open', reason: null, ...more } as Parameters<
    typeof refusalOf
  >[0]);

describe('an active application', () => {
  it('goes to every other status, forwards, backwards and to every end, without a reason', () => {
    for (const from of ACTIVE) {
      expect(allowedTransitions(from, 'open')).toEqual(ALL.filter((to) => to !== from));
      for (const to of ALL.filter((one) => one !== from)) {
        expect([from, to, refusal(from, to)]).toEqual([from, to, null]);
      }
    }
  });

  it('of a draft moves like one of an open job', () => {
    expect(allowedTransitions('pending', 'draft')).toEqual(allowedTransitions('pending', 'open'));
  });
});

describe('an ended application', () => {
  it.each(['rejected', 'withdrawn'] as const)('comes back from %s with a reason only', (from) => {
    for (const to of ACTIVE) {
      expect(refusal(from, to)).toBe('reason_required');
      expect(refusal(from, to, { reason: ' \n' })).toBe('reason_required');
      expect(refusal(from, to, { reason: 'Asked for another talk' })).toBeNull();
    }
  });

  it.each([
    ['rejected', 'hired'],
    ['rejected', 'withdrawn'],
    ['withdrawn', 'hired'],
    ['withdrawn', 'rejected'],
    ['hired', 'rejected'],
    ['hired', 'pending'],
    ['hired', 'interviewing'],
  ])('does not go from %s to %s, whatever the reason', (from, to) => {
    expect(refusal(from, to, { reason: 'Because' })).toBe('transition_not_allowed');
  });

  it.each(['offered', 'withdrawn'])('goes from hired to %s when the hire falls through', (to) => {
    expect(refusal('hired', to)).toBe('reason_required');
    expect(refusal('hired', to, { reason: 'Did not start' })).toBeNull();
  });
});

describe('a closed job', () => {
  it('moves nobody forwards and takes nobody back', () => {
    expect(allowedTransitions('shortlisted', 'closed')).toEqual([
      'pending',
      'reviewing',
      'rejected',
      'withdrawn',
    ]);
    const closed = { jobStatus: 'closed', reason: 'Because' };
    for (const [from, to] of [
      ['pending', 'reviewing'],
      ['offered', 'hired'],
      ['rejected', 'pending'],
      ['withdrawn', 'offered'],
    ] as const) {
      expect([from, to, refusal(from, to, closed)]).toEqual([from, to, 'job_closed']);
    }
  });

  it('still takes leave of people, and says that an illegal step is illegal on any job', () => {
    const closed = { jobStatus: 'closed', reason: 'Because' };
    expect(refusal('offered', 'rejected', closed)).toBeNull();
    expect(refusal('pending', 'withdrawn', closed)).toBeNull();
    expect(refusal('hired', 'withdrawn', closed)).toBeNull();
    expect(refusal('hired', 'rejected', closed)).toBe('transition_not_allowed');
  });
});
