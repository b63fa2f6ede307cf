import type { PaintedGlyph, PaintedPage } from './pdf-page-model';
import { findScannedPart } from './pdf-scans';

const PAGE: PaintedPage = { width: 600, height: 800, glyphs: [], fills: [], images: [] };

function glyphs(texts: readonly string[]): PaintedGlyph[] {
  return texts.map((text, index) => ({
    text,
    x: 50 + index,
    y: 100,
    advance: 5,
    size: 10,
    angle: 0,
    bold: false,
    order: index,
    paint: {
      colour: '#000000',
      renderMode: 0,
      alpha: 1,
      clip: { left: 0, top: 0, right: 600, bottom: 800 },
      layerVisible: true,
    },
  }));
}

describe('findScannedPart', () => {
  it('takes the strips that scanners cut a page into for one picture', () => {
    const images = [0, 1, 2, 3].map((index) => ({
      order: index,
      box: { left: 0, top: index * 200, right: 600, bottom: (index + 1) * 200 },
    }));
    expect(findScannedPart({ ...PAGE, images }, [])?.box).toEqual({
      left: 0,
      top: 0,
      right: 600,
      bottom: 800,
    });
  });

  it('wants the whole page when its letters have no text', () => {
    const part = findScannedPart(PAGE, glyphs(Array.from({ length: 60 }, () => '\ue012')));
    expect(part).toMatchObject({ replacesText: true, box: { right: 600, bottom: 800 } });
  });

  it('wants the whole page when its letters are drawn as shapes', () => {
    const fills = Array.from({ length: 400 }, (_, order) => ({
      order,
      colour: '#000000',
      alpha: 1,
      rectangular: false,
      box: { left: 50, top: 50, right: 56, bottom: 60 },
    }));
    expect(findScannedPart({ ...PAGE, fills }, [])).not.toBeNull();
  });

  it('wants nothing of a page of text with a few icons', () => {
    const texts = [...'Mira Holm, cook and baker in Ghent since 2019', '\uf095', '\uf0e0'];
    expect(findScannedPart(PAGE, glyphs(texts))).toBeNull();
  });
});
