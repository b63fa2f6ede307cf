import { meanVector, normalisedSum } from './vector-math';

const axis = (index: number, value = 1): Float32Array => {
  const vector = new Float32Array(384);
  vector[index] = value;
  return vector;
};

describe('normalisedSum', () => {
  it('points between its parts and has length 1', () => {
    const sum = normalisedSum([axis(0), axis(1)]);
    expect(sum[0]).toBeCloseTo(Math.SQRT1_2, 6);
    expect(sum[1]).toBeCloseTo(Math.SQRT1_2, 6);
    expect(Math.hypot(...sum)).toBeCloseTo(1, 6);
  });

  it('lies closer to the part that weighs more', () => {
    const sum = normalisedSum([axis(0), axis(1)], [3, 4]);
    expect(sum[0]).toBeCloseTo(0.6, 6);
    expect(sum[1]).toBeCloseTo(0.8, 6);
  });

  it('is all zeros when the parts cancel out', () => {
    expect([...normalisedSum([axis(0), axis(0, -1)])].every((value) => value === 0)).toBe(true);
  });
});

describe('meanVector', () => {
  it('is shorter when its parts point apart', () => {
    expect(Math.hypot(...meanVector([axis(0), axis(1)]))).toBeCloseTo(Math.SQRT1_2, 6);
    expect(Math.hypot(...meanVector([axis(0), axis(0)]))).toBeCloseTo(1, 6);
  });

  it('counts each part by its weight', () => {
    const mean = meanVector([axis(0), axis(1)], [1, 3]);
    expect([mean[0], mean[1]]).toEqual([0.25, 0.75]);
  });
});
