import { type Box, type Matrix, type PaintedFont } from './pdf-page-model';

export interface PageSurroundings {
  readonly width: number;
  readonly height: number;
  /** From PDF user space to page coordinates. */
  readonly base: Matrix;
  readonly fontOf: (loadedName: string) => PaintedFont | null;
  readonly layerVisible: (layer: unknown) => boolean;
}

/** The graphics state of a PDF, as far as text and its visibility need it. */
export interface PaintState {
  matrix: Matrix;
  clip: Box;
  fillColour: string | null;
  strokeColour: string | null;
  fillAlpha: number;
  strokeAlpha: number;
  font: PaintedFont | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderMode: number;
}

export const BLACK = '#000000';

export function initialState({ width, height, base }: PageSurroundings): PaintState {
  return {
    matrix: base,
    clip: { left: 0, top: 0, right: width, bottom: height },
    fillColour: BLACK,
    strokeColour: BLACK,
    fillAlpha: 1,
    strokeAlpha: 1,
    font: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
  };
}
