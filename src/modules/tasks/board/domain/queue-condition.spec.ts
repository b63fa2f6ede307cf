import { queueCondition, type QueueFigures } from './queue-condition';

const NOTHING: QueueFigures = {
  waiting: 0,
  oldestSeconds: null,
  later: 0,
  running: 0,
  lost: 0,
  limit: 1_000,
};

const conditionOf = (figures: Partial<QueueFigures>): string =>
  queueCondition({ ...NOTHING, ...figures });

describe('queueCondition', () => {
  it('is idle while nothing is due', () => {
    expect(conditionOf({})).toBe('idle');
    expect(conditionOf({ later: 5 })).toBe('idle');
  });

  it('is working while tasks run, and while one that has just come is not begun yet', () => {
    expect(conditionOf({ running: 1 })).toBe('working');
    expect(conditionOf({ waiting: 1, oldestSeconds: 3 })).toBe('working');
    expect(conditionOf({ waiting: 90, oldestSeconds: 900, running: 1 })).toBe('working');
  });

  it('is standing still when nobody takes what is due, however little, or takes over what was lost', () => {
    expect(conditionOf({ waiting: 1, oldestSeconds: 30 })).toBe('standing still');
    expect(conditionOf({ lost: 1 })).toBe('standing still');
    expect(conditionOf({ lost: 1, running: 1 })).toBe('working');
  });

  it('is behind as soon as the alert about a backlog would be raised', () => {
    const backlog = { waiting: 101, oldestSeconds: 300, running: 4 };
    expect(conditionOf(backlog)).toBe('behind');
    expect(conditionOf({ ...backlog, waiting: 100 })).toBe('working');
    expect(conditionOf({ ...backlog, oldestSeconds: 299 })).toBe('working');
  });

  it('is full when requests are refused, whatever the tasks wait for', () => {
    expect(conditionOf({ later: 998, running: 2 })).toBe('full');
    expect(conditionOf({ later: 997, running: 2 })).toBe('working');
    expect(conditionOf({ waiting: 1_000, oldestSeconds: 600, running: 1 })).toBe('full');
    expect(conditionOf({ waiting: 1_000, oldestSeconds: 600 })).toBe('standing still');
  });
});
