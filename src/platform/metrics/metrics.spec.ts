import { Logger } from '@nestjs/common';
import { Metrics } from './metrics';

beforeEach(() => {
  jest.spyOn(Logger.prototype, 'debug').mockReturnValue();
});

describe('Metrics', () => {
  it('tells a value as it is when it is asked for', async () => {
    const metrics = new Metrics();
    let open = 1;
    metrics.gauge({ name: 'doors_open', help: 'Doors.', labels: ['side'] }, () => [
      { labels: { side: 'left' }, value: open },
    ]);
    await expect(metrics.text()).resolves.toContain('doors_open{side="left"} 1');
    open = 2;
    await expect(metrics.text()).resolves.toContain('doors_open{side="left"} 2');
  });

  it('leaves out what cannot be read, and tells the rest', async () => {
    const metrics = new Metrics();
    let isAway = false;
    metrics.gauge({ name: 'guests', help: 'Guests.', labels: [] }, () =>
      isAway ? Promise.reject(new Error('away')) : [{ labels: {}, value: 7 }],
    );
    metrics.counter({ name: 'rings_total', help: 'Rings.', labels: ['bell'] }).inc({ bell: 'one' });
    await expect(metrics.text()).resolves.toContain('guests 7');
    isAway = true;
    const text = await metrics.text();
    expect(text).not.toContain('guests 7');
    expect(text).toContain('rings_total{bell="one"} 1');
  });
});
