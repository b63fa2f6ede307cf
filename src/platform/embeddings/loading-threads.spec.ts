import { LoadingThreads, reportLoaded } from './loading-threads';

describe('LoadingThreads', () => {
  it('is at an end only when every thread has reported', async () => {
    const loading = new LoadingThreads(2);
    let ended = false;
    const waiting = loading.ended().then(() => {
      ended = true;
    });
    reportLoaded(loading.count);
    await new Promise((later) => setTimeout(later, 50));
    expect(ended).toBe(false);
    reportLoaded(loading.count);
    await waiting;
    expect(ended).toBe(true);
  });

  it('is at an end at once when no thread was started', async () => {
    await expect(new LoadingThreads(0).ended()).resolves.toBeUndefined();
  });
});
