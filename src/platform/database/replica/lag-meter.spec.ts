import { LagMeter, logPosition } from './lag-meter';

describe('LagMeter', () => {
  it('says how long ago the primary was where the replica is now', () => {
    const meter = new LagMeter(10_000);
    meter.note(1_000, 100n);
    meter.note(2_000, 200n);
    meter.note(3_000, 300n);
    expect(meter.ageMs(3_100, 300n)).toBe(100);
    expect(meter.ageMs(3_100, 250n)).toBe(1_100);
    expect(meter.ageMs(3_100, 100n)).toBe(2_100);
  });

  it('counts a quiet time as up to date, and a replica that stands still as older and older', () => {
    const meter = new LagMeter(10_000);
    for (let second = 0; second < 5; second += 1) {
      meter.note(second * 1_000, 100n);
    }
    expect(meter.ageMs(4_000, 100n)).toBe(0);
    meter.note(5_000, 101n);
    meter.note(6_000, 102n);
    expect(meter.ageMs(6_000, 100n)).toBe(2_000);
  });

  it('does not know a replica that is further back than it remembers', () => {
    const meter = new LagMeter(2_000);
    expect(meter.ageMs(0, 100n)).toBeNull();
    meter.note(0, 100n);
    meter.note(5_000, 200n);
    expect(meter.ageMs(5_000, 150n)).toBeNull();
  });
});

it.each([
  ['0/0', 0n],
  ['0/FF', 255n],
  ['16/B374D848', 0x16b374d848n],
  ['1/0', 4_294_967_296n],
])('logPosition %s', (text, position) => {
  expect(logPosition(text)).toBe(position);
});
