import { PacedSender } from './paced-sender';

const INTERVAL_MS = 500;
let sent: number[];
let sender: PacedSender<number>;

beforeEach(() => {
  jest.useFakeTimers();
  sent = [];
  sender = new PacedSender<number>(INTERVAL_MS, (value) => sent.push(value));
});

afterEach(() => {
  jest.useRealTimers();
});

describe('PacedSender', () => {
  it('sends the first at once, and of a burst only the last, an interval later', () => {
    [1, 2, 3].forEach((value) => {
      sender.offer(value);
    });
    expect(sent).toEqual([1]);
    jest.advanceTimersByTime(INTERVAL_MS - 1);
    expect(sent).toEqual([1]);
    jest.advanceTimersByTime(1);
    expect(sent).toEqual([1, 3]);
  });

  it('sends at once again after a quiet time', () => {
    sender.offer(1);
    jest.advanceTimersByTime(INTERVAL_MS);
    sender.offer(2);
    expect(sent).toEqual([1, 2]);
  });

  it('sends nothing after it was stopped', () => {
    sender.offer(1);
    sender.offer(2);
    sender.stop();
    sender.offer(3);
    jest.advanceTimersByTime(10 * INTERVAL_MS);
    expect(sent).toEqual([1]);
    expect(jest.getTimerCount()).toBe(0);
  });
});
