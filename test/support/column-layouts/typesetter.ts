import { makePdf, type Pdf } from '../raw-documents/pdf';

/** How a page is set; chosen at random, so that no rule fits one look only. */
export interface Style {
  readonly size: number;
  /** Line height in multiples of the size. */
  readonly leading: number;
  readonly font: 'Helvetica' | 'Times-Roman';
  readonly bold: 'Helvetica-Bold' | 'Times-Bold';
  readonly headingScale: number;
  readonly capitals: boolean;
  readonly justified: boolean;
  readonly gutter: number;
  readonly sidebarShare: number;
  readonly margin: number;
  /** In which order the lines are written into the file, which must not matter. */
  readonly painting: 'as read' | 'by row' | 'backwards';
}

export interface Area {
  readonly left: number;
  readonly width: number;
}

interface PlacedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly font: string;
  readonly size: number;
  readonly page: number;
  readonly wordSpacing: number;
}

/** A PDF whose true reading order is known, because it was written down while it was set. */
export interface SetDocument {
  readonly pdf: Buffer;
  readonly words: readonly string[];
}

export const PAGE = { width: 595.28, height: 841.89 } as const;
const BULLET = '\u2022 ';

/** Sets text into areas of pages; what is set first is what a person reads first. */
export class Typesetter {
  private readonly lines: PlacedLine[] = [];
  private page = 0;

  constructor(
    private readonly measure: Pdf,
    readonly style: Style,
  ) {}

  newPage(): void {
    this.page += 1;
  }

  /** @returns where the next line below would stand */
  heading(text: string, area: Area, y: number): number {
    const { bold, size, headingScale, capitals } = this.style;
    const shown = capitals ? text.toUpperCase() : text;
    this.put(shown, area.left, y + size * 0.6, bold, size * headingScale);
    return y + size * (0.6 + headingScale * 1.6);
  }

  paragraph(text: string, area: Area, y: number): number {
    return this.wrapped(text, area, y, this.style.font);
  }

  bold(text: string, area: Area, y: number): number {
    return this.wrapped(text, area, y, this.style.bold);
  }

  bullets(items: readonly string[], area: Area, y: number): number {
    const inner = { left: area.left + 10, width: area.width - 10 };
    return items.reduce((top, item) => {
      this.put(BULLET.trim(), area.left + 2, top, this.style.font, this.style.size);
      return this.wrapped(item, inner, top, this.style.font);
    }, y);
  }

  /** One line for each item, as in a sidebar. */
  list(items: readonly string[], area: Area, y: number): number {
    return items.reduce((top, item) => this.paragraph(item, area, top), y);
  }

  /** Several in a line with wide gaps, as skills in boxes are set. */
  chips(items: readonly string[], area: Area, y: number): number {
    const { size, font, leading } = this.style;
    let x = area.left;
    let top = y;
    for (const item of items) {
      const width = this.widthOf(item, font, size);
      if (x > area.left && x + width > area.left + area.width) {
        x = area.left;
        top += size * leading * 1.6;
      }
      this.put(item, x, top, font, size);
      x += width + size * 1.8;
    }
    return top + size * leading * 1.6;
  }

  /** Bold text with something at the right margin of the same line. */
  pair(text: string, aside: string, area: Area, y: number): number {
    const { size, leading, font, bold } = this.style;
    this.put(text, area.left, y, bold, size);
    const width = this.widthOf(aside, font, size);
    this.put(aside, area.left + area.width - width, y, font, size);
    return y + size * leading;
  }

  centred(text: string, area: Area, y: number, scale: number): number {
    const size = this.style.size * scale;
    const width = this.widthOf(text, this.style.bold, size);
    this.put(text, area.left + (area.width - width) / 2, y, this.style.bold, size);
    return y + size * 1.35;
  }

  async finish(): Promise<SetDocument> {
    const words = this.lines.flatMap((line) => line.text.split(/\s+/u));
    const pages = Array.from({ length: this.page + 1 }, (_, page) =>
      this.inPaintingOrder(this.lines.filter((line) => line.page === page)),
    );
    const pdf = await makePdf((target) => {
      pages.forEach((lines, page) => {
        if (page > 0) target.addPage();
        for (const line of lines) {
          target
            .font(line.font)
            .fontSize(line.size)
            .text(line.text, line.x, line.y, { lineBreak: false, wordSpacing: line.wordSpacing });
        }
      });
    });
    return { pdf, words };
  }

  private inPaintingOrder(lines: readonly PlacedLine[]): readonly PlacedLine[] {
    switch (this.style.painting) {
      case 'as read':
        return lines;
      case 'backwards':
        return lines.toReversed();
      case 'by row':
        return lines.toSorted((a, b) => a.y - b.y || a.x - b.x);
    }
  }

  private wrapped(text: string, area: Area, y: number, font: string): number {
    const { size, leading, justified } = this.style;
    const lines: string[] = [];
    for (const word of text.split(' ')) {
      const line = lines.at(-1);
      const longer = line === undefined ? word : `${line} ${word}`;
      const fits = line !== undefined && this.widthOf(longer, font, size) <= area.width;
      if (fits) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    lines.forEach((line, index) => {
      const spaces = line.split(' ').length - 1;
      const rest = area.width - this.widthOf(line, font, size);
      const stretched = justified && index < lines.length - 1 && spaces > 2;
      const spacing = stretched ? Math.min(rest / spaces, size * 0.8) : 0;
      this.put(line, area.left, y + index * size * leading, font, size, spacing);
    });
    return y + lines.length * size * leading;
  }

  private put(
    text: string,
    x: number,
    y: number,
    font: string,
    size: number,
    wordSpacing = 0,
  ): void {
    this.lines.push({ text, x, y, font, size, page: this.page, wordSpacing });
  }

  private widthOf(text: string, font: string, size: number): number {
    return this.measure.font(font).fontSize(size).widthOfString(text);
  }
}
