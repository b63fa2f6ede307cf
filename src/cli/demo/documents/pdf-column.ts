import { type FontFaces } from './fonts';

interface TextStyle {
  readonly face?: keyof FontFaces;
  readonly size?: number;
  readonly color?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly link?: string;
  readonly letterSpacing?: number;
}

interface ColumnOptions {
  readonly fonts: FontFaces;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  /** Points; the styles of single texts override it. */
  readonly size: number;
  readonly color: string;
  /** Where the text goes on after a page break. Default: `top`. */
  readonly nextTop?: number;
}

/** Writes text downwards in one strip of the page and goes on in the same strip of the next page. */
export class PdfColumn {
  private y: number;

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly options: ColumnOptions,
  ) {
    this.y = options.top;
  }

  get position(): number {
    return this.y;
  }

  gap(points: number): void {
    this.y += points;
  }

  /** Starts a new page unless this much room is left: keeps a heading with what follows it. */
  keep(height: number): void {
    if (this.y + height <= this.options.bottom) {
      return;
    }
    this.document.addPage();
    this.y = this.options.nextTop ?? this.options.top;
  }

  text(text: string, style: TextStyle = {}): void {
    const width = this.options.width;
    const characterSpacing = style.letterSpacing ?? 0;
    this.apply(style);
    this.keep(this.document.heightOfString(text, { width, characterSpacing }));
    this.apply(style);
    this.document.text(text, this.options.x, this.y, {
      width,
      characterSpacing,
      align: style.align ?? 'left',
      ...(style.link === undefined ? {} : { link: style.link }),
    });
    this.y = this.document.y;
  }

  /** One line of text, smaller where it would not fit: addresses are not broken in two. */
  fitted(text: string, style: TextStyle = {}): void {
    this.apply(style);
    const share = this.options.width / (this.document.widthOfString(text) + 1);
    this.text(text, { ...style, size: this.sizeOf(style) * Math.min(1, share) });
  }

  /** Two texts on one line, the second at the right edge. The first is wrapped before it reaches it. */
  split(left: string, leftStyle: TextStyle, right: string, rightStyle: TextStyle): void {
    const { x, width } = this.options;
    this.apply(rightStyle);
    const rightWidth = this.document.widthOfString(right) + 1;
    const leftWidth = width - rightWidth - 8;
    this.apply(leftStyle);
    this.keep(this.document.heightOfString(left, { width: leftWidth }));
    this.apply(leftStyle);
    this.document.text(left, x, this.y, { width: leftWidth });
    const end = this.document.y;
    this.apply(rightStyle);
    const dropToBaseline = 0.8 * (this.sizeOf(leftStyle) - this.sizeOf(rightStyle));
    const rightY = this.y + dropToBaseline;
    this.document.text(right, x + width - rightWidth, rightY, { lineBreak: false });
    this.y = end;
  }

  bullet(text: string, indent = 11): void {
    const width = this.options.width - indent;
    this.apply({});
    this.keep(this.document.heightOfString(text, { width }));
    this.apply({});
    this.document.text('•', this.options.x + 1, this.y, { lineBreak: false });
    this.document.text(text, this.options.x + indent, this.y, { width });
    this.y = this.document.y + 1.5;
  }

  rule(color: string, thickness = 0.7): void {
    const { x, width } = this.options;
    this.document
      .moveTo(x, this.y)
      .lineTo(x + width, this.y)
      .lineWidth(thickness)
      .strokeColor(color)
      .stroke();
  }

  private sizeOf(style: TextStyle): number {
    return style.size ?? this.options.size;
  }

  /** Also after each page break: what is painted on a new page leaves its own colour behind. */
  private apply(style: TextStyle): void {
    this.document
      .font(this.options.fonts[style.face ?? 'regular'])
      .fontSize(this.sizeOf(style))
      .fillColor(style.color ?? this.options.color);
  }
}
