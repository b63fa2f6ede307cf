import { type SourceLine, type SourceLink } from './source-line';

/** How a piece of text is set, as far as its format tells it. */
interface TextSetting {
  readonly bold: boolean | null;
  /** In points. */
  readonly size: number | null;
}

/** Collects the text of one paragraph piece by piece and cuts it into lines. */
export class ParagraphLines {
  private readonly finished: SourceLine[] = [];
  private text = '';
  private size = 0;
  private boldUnits = 0;
  private links: SourceLink[] = [];
  private nextPage: number | null = null;

  constructor(
    private page: number,
    private readonly heading: boolean,
    private readonly column: number,
  ) {}

  append(text: string, setting: TextSetting, url: string | null): void {
    if (text === '') return;
    if (url !== null) this.addLink(url, text);
    this.text += text;
    if (text.trim() === '') return;
    if (setting.size !== null) this.size = Math.max(this.size, setting.size);
    if (setting.bold === true) this.boldUnits += text.length;
  }

  breakLine(): void {
    this.finish();
  }

  /** Text that was begun stays on the page on which it was begun. */
  startPage(page: number): void {
    if (this.text.trim() !== '') this.nextPage = page;
    else this.page = page;
  }

  get isEmpty(): boolean {
    return this.finished.length === 0 && this.text.trim() === '';
  }

  end(): SourceLine[] {
    this.finish();
    return this.finished;
  }

  private addLink(url: string, text: string): void {
    const start = this.text.length;
    const last = this.links.at(-1);
    // Word splits the text of one link into runs; a person sees one link.
    if (last?.url === url && last.end === start) {
      this.links[this.links.length - 1] = { ...last, end: start + text.length };
      return;
    }
    this.links.push({ url, start, end: start + text.length });
  }

  private finish(): void {
    if (this.text.trim() !== '') {
      this.finished.push({
        text: this.text,
        page: this.page,
        fontSize: this.size > 0 ? this.size : null,
        bold: this.boldUnits * 2 > this.text.trim().length,
        heading: this.heading,
        column: this.column,
        gapBefore: this.finished.length === 0,
        links: this.links,
      });
    }
    this.page = this.nextPage ?? this.page;
    this.nextPage = null;
    this.text = '';
    this.size = 0;
    this.boldUnits = 0;
    this.links = [];
  }
}

interface JoinedRow {
  readonly lines: readonly SourceLine[];
  /** True where the cells are columns of running text. */
  readonly columns: boolean;
}

/** A cell of this many lines holds a column of the page rather than a value of a table. */
const COLUMN_LINES = 3;

/**
 * Puts the cells of a table row in reading order: columns of text one after the other, the values
 * of a table line by line side by side.
 */
export function joinRow(cells: readonly (readonly SourceLine[])[], column: number): JoinedRow {
  const columns = cells.filter((lines) => lines.length >= COLUMN_LINES).length > 1;
  if (columns) return { lines: cells.flat(), columns };
  const height = Math.max(0, ...cells.map((lines) => lines.length));
  const lines = Array.from({ length: height }, (_, index) =>
    joinLines(
      cells.flatMap((cell) => cell.slice(index, index + 1)),
      column,
    ),
  );
  return { lines: lines.flat(), columns };
}

function joinLines(parts: readonly SourceLine[], column: number): SourceLine[] {
  const [head] = parts;
  if (!head) return [];
  let text = '';
  const links: SourceLink[] = [];
  for (const part of parts) {
    if (text !== '') text += '\t';
    const shift = text.length;
    for (const link of part.links ?? []) {
      links.push({ url: link.url, start: link.start + shift, end: link.end + shift });
    }
    text += part.text;
  }
  const sizes = parts.flatMap((part) => part.fontSize ?? []);
  const joined: SourceLine = {
    ...head,
    text,
    column,
    bold: parts.every((part) => part.bold),
    fontSize: sizes.length > 0 ? Math.max(...sizes) : null,
    links,
  };
  return [joined];
}
