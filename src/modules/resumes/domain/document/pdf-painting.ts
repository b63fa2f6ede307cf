import { isNumbers, isRectangle, numberAt, toMatrix, toShownGlyph } from './pdf-operands';
import {
  type Box,
  type GlyphPaint,
  intersect,
  type Matrix,
  multiply,
  type PaintedFill,
  type PaintedGlyph,
  type PaintedImage,
  type PaintedPage,
  transformBox,
} from './pdf-page-model';
import { BLACK, initialState, type PageSurroundings, type PaintState } from './pdf-paint-state';

interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

const PLAIN_FONT_MATRIX = [0.001, 0, 0, 0.001, 0, 0];

/** Names and numbers of the operators, as pdf.js exports them. */
type OperatorCodes = Readonly<Record<string, number>>;

type Handler = (args: readonly unknown[]) => void;

/**
 * Runs the operator list of a PDF page as a painter would, without painting: where every glyph
 * lands, in which colour and size, and what is filled or clipped around it. The list carries both
 * text and paint, so one pass gives the words and whether a person can see them.
 */
class Painter {
  private readonly glyphs: PaintedGlyph[] = [];
  private readonly fills: PaintedFill[] = [];
  private readonly images: PaintedImage[] = [];
  private readonly saved: PaintState[] = [];
  private readonly layers: boolean[] = [];
  private state: PaintState;
  private textMatrix: Matrix = [1, 0, 0, 1, 0, 0];
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;
  private order = 0;
  private pendingClip = false;
  /** Set by `cm` until something is painted: `q cm Q` is an image that was left out unread. */
  private untouchedTransform = false;

  constructor(private readonly page: PageSurroundings) {
    this.state = initialState(this.page);
  }

  run(list: OperatorList, codes: OperatorCodes): PaintedPage {
    const handlers = this.handlers(codes);
    list.fnArray.forEach((code, index) => {
      this.order = index;
      const args = list.argsArray[index];
      handlers.get(code)?.(Array.isArray(args) ? args : []);
    });
    const { width, height } = this.page;
    return { width, height, glyphs: this.glyphs, fills: this.fills, images: this.images };
  }

  private handlers(codes: OperatorCodes): ReadonlyMap<number, Handler> {
    const byName: Readonly<Record<string, Handler>> = {
      ...this.stateHandlers(),
      ...this.textHandlers(),
      ...this.paintHandlers(codes),
    };
    return new Map(
      Object.entries(byName).flatMap(([name, handler]) => {
        const code = codes[name];
        return code === undefined ? [] : [[code, handler] as const];
      }),
    );
  }

  private stateHandlers(): Record<string, Handler> {
    return {
      save: () => {
        this.save();
      },
      restore: () => {
        this.noteMissingImage();
        this.restore();
      },
      transform: (args) => {
        this.concatenate(toMatrix(args));
        this.untouchedTransform = true;
      },
      paintFormXObjectBegin: (args) => {
        this.untouchedTransform = false;
        this.save();
        this.concatenate(toMatrix(args[0]));
        if (isNumbers(args[1])) this.clipTo(transformBox(this.state.matrix, args[1]));
      },
      paintFormXObjectEnd: () => {
        this.restore();
      },
      beginAnnotation: (args) => {
        this.save();
        this.state = initialState(this.page);
        if (isNumbers(args[1])) this.clipTo(transformBox(this.state.matrix, args[1]));
        this.concatenate(toMatrix(args[2]));
        this.concatenate(toMatrix(args[3]));
      },
      endAnnotation: () => {
        this.restore();
      },
      beginMarkedContent: () => {
        this.layers.push(this.layerVisible());
      },
      beginMarkedContentProps: (args) => {
        const hidden = args[0] === 'OC' && !this.page.layerVisible(args[1]);
        this.layers.push(this.layerVisible() && !hidden);
      },
      endMarkedContent: () => {
        this.layers.pop();
      },
      setGState: (args) => {
        this.setGraphicsState(args[0]);
      },
      setFillRGBColor: (args) => {
        this.state.fillColour = typeof args[0] === 'string' ? args[0] : BLACK;
      },
      setStrokeRGBColor: (args) => {
        this.state.strokeColour = typeof args[0] === 'string' ? args[0] : BLACK;
      },
      setFillColorN: () => {
        this.state.fillColour = null;
      },
      setStrokeColorN: () => {
        this.state.strokeColour = null;
      },
    };
  }

  private textHandlers(): Record<string, Handler> {
    const state = (): PaintState => this.state;
    return {
      beginText: () => {
        this.startLineAt([1, 0, 0, 1, 0, 0]);
      },
      setTextMatrix: (args) => {
        this.startLineAt(toMatrix(args[0]) ?? toMatrix(args) ?? this.textMatrix);
      },
      setFont: (args) => {
        state().font = typeof args[0] === 'string' ? this.page.fontOf(args[0]) : null;
        state().fontSize = numberAt(args, 1);
      },
      setCharSpacing: (args) => {
        state().charSpacing = numberAt(args, 0);
      },
      setWordSpacing: (args) => {
        state().wordSpacing = numberAt(args, 0);
      },
      setHScale: (args) => {
        state().horizontalScale = numberAt(args, 0) / 100;
      },
      setLeading: (args) => {
        state().leading = numberAt(args, 0);
      },
      setTextRise: (args) => {
        state().rise = numberAt(args, 0);
      },
      setTextRenderingMode: (args) => {
        state().renderMode = numberAt(args, 0);
      },
      moveText: (args) => {
        this.moveLine(numberAt(args, 0), numberAt(args, 1));
      },
      setLeadingMoveText: (args) => {
        state().leading = -numberAt(args, 1);
        this.moveLine(numberAt(args, 0), numberAt(args, 1));
      },
      nextLine: () => {
        this.moveLine(0, -state().leading);
      },
      showText: (args) => {
        this.untouchedTransform = false;
        if (Array.isArray(args[0])) this.showGlyphs(args[0]);
      },
    };
  }

  private paintHandlers(codes: OperatorCodes): Record<string, Handler> {
    const filling = new Set(
      ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].map(
        (name) => codes[name],
      ),
    );
    const image = (): void => {
      this.addImage();
    };
    return {
      clip: () => {
        this.pendingClip = true;
      },
      eoClip: () => {
        this.pendingClip = true;
      },
      constructPath: (args) => {
        this.untouchedTransform = false;
        const isFill = typeof args[0] === 'number' && filling.has(args[0]);
        this.endPath(isFill, args[1], args[2]);
      },
      shadingFill: () => {
        this.addFill(this.state.clip, null, true);
      },
      paintImageXObject: image,
      paintInlineImageXObject: image,
      paintImageMaskXObject: image,
      paintSolidColorImageMask: () => {
        const box = transformBox(this.state.matrix, [0, 0, 1, 1]);
        this.addFill(intersect(box, this.state.clip), this.state.fillColour, true);
      },
    };
  }

  private save(): void {
    this.saved.push({ ...this.state });
  }

  private restore(): void {
    const previous = this.saved.pop();
    if (previous) this.state = previous;
  }

  private concatenate(matrix: Matrix | null): void {
    if (matrix) this.state.matrix = multiply(this.state.matrix, matrix);
  }

  private clipTo(box: Box): void {
    this.state.clip = intersect(this.state.clip, box);
  }

  private layerVisible(): boolean {
    return this.layers.at(-1) ?? true;
  }

  private setGraphicsState(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const entry of entries as readonly unknown[]) {
      if (!Array.isArray(entry)) continue;
      const [key, value] = entry as readonly unknown[];
      if (key === 'ca' && typeof value === 'number') this.state.fillAlpha = value;
      if (key === 'CA' && typeof value === 'number') this.state.strokeAlpha = value;
      if (key === 'Font' && Array.isArray(value)) {
        const [name, size] = value as readonly unknown[];
        this.state.font = typeof name === 'string' ? this.page.fontOf(name) : null;
        this.state.fontSize = typeof size === 'number' ? size : 0;
      }
    }
  }

  private noteMissingImage(): void {
    if (this.untouchedTransform) this.addImage();
    this.untouchedTransform = false;
  }

  private addImage(): void {
    this.untouchedTransform = false;
    if (!this.layerVisible()) return;
    const box = intersect(transformBox(this.state.matrix, [0, 0, 1, 1]), this.state.clip);
    if (box.right > box.left && box.bottom > box.top) this.images.push({ box, order: this.order });
  }

  private addFill(box: Box, colour: string | null, rectangular: boolean): void {
    if (!this.layerVisible() || box.right <= box.left || box.bottom <= box.top) return;
    this.fills.push({ box, colour, alpha: this.state.fillAlpha, order: this.order, rectangular });
  }

  private endPath(isFill: boolean, data: unknown, minMax: unknown): void {
    const box = isNumbers(minMax) ? transformBox(this.state.matrix, minMax) : null;
    if (box && isFill) {
      const visible = intersect(box, this.state.clip);
      this.addFill(visible, this.state.fillColour, isRectangle(data));
    }
    if (box && this.pendingClip) this.clipTo(box);
    this.pendingClip = false;
  }

  private startLineAt(matrix: Matrix): void {
    this.textMatrix = matrix;
    this.x = this.lineX = 0;
    this.y = this.lineY = 0;
  }

  private moveLine(x: number, y: number): void {
    this.x = this.lineX += x;
    this.y = this.lineY += y;
  }

  private showGlyphs(items: readonly unknown[]): void {
    const { state } = this;
    const { font } = state;
    if (!font || state.fontSize === 0) return;
    const fontMatrix = font.fontMatrix ?? PLAIN_FONT_MATRIX;
    const widthScale = state.fontSize * (fontMatrix[0] ?? 0.001);
    const matrix = multiply(state.matrix, this.textMatrix);
    const scaleX = Math.hypot(matrix[0], matrix[1]);
    const glyphHeight = font.type3 ? font.boxHeight * Math.abs(fontMatrix[3] ?? 0.001) : 1;
    const size = Math.abs(state.fontSize) * Math.hypot(matrix[2], matrix[3]) * (glyphHeight || 1);
    const flipped = state.fontSize * state.horizontalScale < 0 ? Math.PI : 0;
    const angle = degrees(
      Math.atan2(matrix[1], matrix[0]) + (font.vertical ? Math.PI / 2 : flipped),
    );
    const paint = this.glyphPaint();
    for (const item of items) {
      if (typeof item === 'number') {
        this.advanceBy(-(item * state.fontSize) / 1000, font.vertical);
        continue;
      }
      const glyph = toShownGlyph(item);
      if (!glyph) continue;
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      const width = font.vertical ? (glyph.vmetric?.[0] ?? -1000) : glyph.width;
      const move = width * widthScale + (font.vertical ? -spacing : spacing);
      this.glyphs.push({
        text: font.icons ? ' ' : glyph.unicode,
        x: matrix[0] * this.x + matrix[2] * (this.y + state.rise) + matrix[4],
        y: matrix[1] * this.x + matrix[3] * (this.y + state.rise) + matrix[5],
        advance: Math.abs(move * (font.vertical ? 1 : state.horizontalScale)) * scaleX,
        size,
        angle,
        bold: font.bold || state.renderMode === 2,
        paint,
        order: this.order,
      });
      this.advanceBy(move, font.vertical);
    }
  }

  private advanceBy(distance: number, vertical: boolean): void {
    if (vertical) this.y += distance;
    else this.x += distance * this.state.horizontalScale;
  }

  private glyphPaint(): GlyphPaint {
    const { state } = this;
    const strokeOnly = state.renderMode % 4 === 1;
    return {
      colour: strokeOnly ? state.strokeColour : state.fillColour,
      renderMode: state.renderMode,
      alpha: strokeOnly ? state.strokeAlpha : state.fillAlpha,
      clip: state.clip,
      layerVisible: this.layerVisible(),
    };
  }
}

function degrees(radians: number): number {
  const whole = Math.round((radians * 180) / Math.PI);
  return ((whole % 360) + 360) % 360;
}

export function paintPage(
  list: OperatorList,
  codes: OperatorCodes,
  page: PageSurroundings,
): PaintedPage {
  return new Painter(page).run(list, codes);
}
