import { type GlyphPaint, type PaintedGlyph } from './pdf-page-model';
import { buildSegments } from './pdf-segments';

const PAINT: GlyphPaint = {
  colour: '#000000',
  renderMode: 0,
  alpha: 1,
  clip: { left: 0, top: 0, right: 600, bottom: 800 },
  layerVisible: true,
};

/** The characters of a text side by side. */
function painted(text: string, left = 50, size = 10): PaintedGlyph[] {
  return [...text].map((character, index) => ({
    text: character,
    x: left + index * size * 0.6,
    y: 100,
    advance: size * 0.6,
    size,
    angle: 0,
    bold: false,
    paint: PAINT,
    order: index,
  }));
}

describe('buildSegments', () => {
  it('reads a soft hyphen that was painted as the hyphen that a person sees', () => {
    const segments = buildSegments(painted('Mar. 2010 \u00ad Aug. 2017, in\u00adhouse'), 0);
    expect(segments.map((segment) => segment.text)).toEqual(['Mar. 2010 - Aug. 2017, in-house']);
  });

  it('keeps small text beside a large name apart', () => {
    const name = painted('Bo Garvin', 50, 24);
    const end = 50 + 9 * 24 * 0.6;
    const texts = (gap: number): string[] =>
      buildSegments([...name, ...painted('plans the work', end + gap)], 0).map(({ text }) => text);
    expect(texts(20)).toEqual(['Bo Garvin', 'plans the work']);
    expect(texts(6)).toEqual(['Bo Garvin plans the work']);
  });
});
