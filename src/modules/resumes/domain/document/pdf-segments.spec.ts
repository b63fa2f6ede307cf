import { type GlyphPaint, type PaintedGlyph } from './pdf-page-model';
import { buildSegments } from './pdf-segments';

const PAINT: GlyphPaint = {
  colour: '#000000',
  renderMode: 0,
  alpha: 1,
  clip: { left: 0, top: 0, right: 600, bottom: 800 },
  layerVisible: true,
};

/** The characters of a text side by side, ten points high. */
function painted(text: string): PaintedGlyph[] {
  return [...text].map((character, index) => ({
    text: character,
    x: 50 + index * 6,
    y: 100,
    advance: 6,
    size: 10,
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
});
