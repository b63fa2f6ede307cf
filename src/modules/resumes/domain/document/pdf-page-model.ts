/**
 * What a PDF page shows, in page coordinates. Made by `paintPage`, read by visibility and layout.
 */

export type Matrix = readonly [number, number, number, number, number, number];

/** A box in page coordinates: points, origin at the top left, y downwards, page rotation applied. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PaintedFont {
  readonly bold: boolean;
  /** A font of pictograms, whose characters are no text. */
  readonly icons: boolean;
  readonly fontMatrix: readonly number[] | null;
  readonly vertical: boolean;
  readonly type3: boolean;
  /** Height of a type 3 glyph box in glyph units; such fonts have no size of their own. */
  readonly boxHeight: number;
}

export interface PaintedGlyph {
  readonly text: string;
  /** Origin on the baseline. */
  readonly x: number;
  readonly y: number;
  /** Distance to the next glyph's origin along the writing direction, in points. */
  readonly advance: number;
  readonly size: number;
  /** Writing direction in whole degrees, clockwise; 0 for upright text. */
  readonly angle: number;
  readonly bold: boolean;
  readonly paint: GlyphPaint;
  /** Place in the order of painting, shared with fills and images. */
  readonly order: number;
}

/** What decides whether a glyph can be seen; one object is shared by all glyphs of a text operator. */
export interface GlyphPaint {
  /** `#rrggbb`; null for a pattern. */
  readonly colour: string | null;
  readonly renderMode: number;
  readonly alpha: number;
  readonly clip: Box;
  /** False inside an optional layer that is switched off. */
  readonly layerVisible: boolean;
}

export interface PaintedFill {
  readonly box: Box;
  readonly colour: string | null;
  readonly alpha: number;
  readonly order: number;
  /** False for curves and polygons, of which `box` is only the outer box. */
  readonly rectangular: boolean;
}

export interface PaintedImage {
  readonly box: Box;
  readonly order: number;
}

export interface PaintedPage {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly PaintedGlyph[];
  readonly fills: readonly PaintedFill[];
  readonly images: readonly PaintedImage[];
}

export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

export function transformBox(matrix: Matrix, values: ArrayLike<number>): Box {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(values);
  const xs = [x0, x1, x0, x1];
  const ys = [y0, y0, y1, y1];
  const mappedX = xs.map((x, i) => matrix[0] * x + matrix[2] * (ys[i] ?? 0) + matrix[4]);
  const mappedY = xs.map((x, i) => matrix[1] * x + matrix[3] * (ys[i] ?? 0) + matrix[5]);
  return {
    left: Math.min(...mappedX),
    top: Math.min(...mappedY),
    right: Math.max(...mappedX),
    bottom: Math.max(...mappedY),
  };
}

export function intersect(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}
