import { type GreyPicture, invertDarkAreas } from './ocr-dark-areas';

const WIDTH = 480;
const HEIGHT = 160;

/** Upright strokes a quarter of the width of what they stand on, as letters are. */
function picture(ground: number, ink: number, area: { from: number; to: number }): GreyPicture {
  const data = Buffer.alloc(WIDTH * HEIGHT, 255);
  for (let y = area.from; y < area.to; y += 1) {
    for (let x = 40; x < 440; x += 1) {
      const isStroke = y > area.from + 8 && y < area.to - 8 && x % 24 < 6 && x > 60 && x < 420;
      data[y * WIDTH + x] = isStroke ? ink : ground;
    }
  }
  return { data, width: WIDTH, height: HEIGHT };
}

function at({ data }: GreyPicture, x: number, y: number): number | undefined {
  return data[y * WIDTH + x];
}

describe('invertDarkAreas', () => {
  it('makes light letters on a dark bar dark letters on a light one', () => {
    const bar = picture(30, 255, { from: 48, to: 104 });
    invertDarkAreas(bar);
    expect(at(bar, 24 * 5 + 2, 76)).toBe(0);
    expect(at(bar, 24 * 5 + 12, 76)).toBe(225);
    expect(at(bar, 200, 20)).toBe(255);
  });

  it('leaves dark letters on paper as they are', () => {
    const text = picture(255, 0, { from: 48, to: 104 });
    const before = Buffer.from(text.data);
    invertDarkAreas(text);
    expect(text.data.equals(before)).toBe(true);
  });

  it('leaves letters that are more ink than paper', () => {
    const bold = picture(255, 0, { from: 48, to: 104 });
    for (let y = 60; y < 92; y += 1) {
      for (let x = 60; x < 420; x += 1) bold.data[y * WIDTH + x] = x % 24 < 18 ? 0 : 255;
    }
    const before = Buffer.from(bold.data);
    invertDarkAreas(bold);
    expect(bold.data.equals(before)).toBe(true);
  });

  it('leaves rules as they are', () => {
    const rule = picture(0, 0, { from: 80, to: 90 });
    const before = Buffer.from(rule.data);
    invertDarkAreas(rule);
    expect(rule.data.equals(before)).toBe(true);
  });
});
