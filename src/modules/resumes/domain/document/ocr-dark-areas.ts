/** Pixels of a grey picture, row by row. */
export interface GreyPicture {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Side in pixels of the squares that are judged as one; a small letter is some 30 pixels high. */
const CELL = 8;
/** Darker than this is ink, or the ground of a bar. */
const DARK = 160;
/** Squares that are judged together along a line: the strokes of no letter are so wide. */
const WINDOW = 16;
/** Black letters cover less than half of what they stand on. */
const GROUND_SHARE = 0.52;
/** Lower bars are rules. */
const LOWEST_BAR = 4;
/** Above and below its text a bar is dark from end to end, which letters never are. */
const SOLID_SHARE = 0.92;
const SOLID_ROWS = 2;
/** A bar ends where less than this is dark. */
const EDGE_SHARE = 0.3;

/**
 * Turns light text on dark bars and boxes, as headings and sidebars often are, into dark text on
 * light ground. Text recognition takes such bars for pictures and leaves them out.
 */
export function invertDarkAreas({ data, width, height }: GreyPicture): void {
  const columns = Math.floor(width / CELL);
  const rows = Math.floor(height / CELL);
  const dark: DarkRow[] = [];
  for (let row = 0; row < rows; row += 1) {
    const runs = darkRuns(darkShares(data, width, columns, row));
    const solid = runs.filter((run) => isSolid(data, width, row, run));
    dark.push({ runs, solid });
  }
  for (let column = 0; column < columns; column += 1) {
    const covers = ([from, to]: Run): boolean => column >= from && column < to;
    for (const [from, to] of runsOf(rows, (row) => dark[row]?.runs.some(covers) === true)) {
      const solid = dark.slice(from, to).filter((row) => row.solid.some(covers)).length;
      if (to - from >= LOWEST_BAR && solid >= SOLID_ROWS) invert(data, width, column, [from, to]);
    }
  }
}

/** From the first to before the last. */
type Run = readonly [number, number];

/** Stretches of squares of one row. */
interface DarkRow {
  readonly runs: readonly Run[];
  /** Those with a line of pixels that is dark all along. */
  readonly solid: readonly Run[];
}

function isSolid(data: Buffer, width: number, row: number, [from, to]: Run): boolean {
  for (let y = row * CELL; y < (row + 1) * CELL; y += 1) {
    let count = 0;
    for (let x = from * CELL; x < to * CELL; x += 1) {
      if ((data[y * width + x] ?? 255) < DARK) count += 1;
    }
    if (count >= (to - from) * CELL * SOLID_SHARE) return true;
  }
  return false;
}

/** How much of each square of a row is dark, 0..1. */
function darkShares(data: Buffer, width: number, columns: number, row: number): Float64Array {
  const shares = new Float64Array(columns);
  for (let y = row * CELL; y < (row + 1) * CELL; y += 1) {
    const start = y * width;
    for (let x = 0; x < columns * CELL; x += 1) {
      if ((data[start + x] ?? 255) < DARK) {
        const column = Math.floor(x / CELL);
        shares[column] = (shares[column] ?? 0) + 1 / (CELL * CELL);
      }
    }
  }
  return shares;
}

/** The stretches of a row that are mostly dark. */
function darkRuns(shares: Float64Array): Run[] {
  const marked = new Array<boolean>(shares.length).fill(false);
  let sum = 0;
  shares.forEach((share, column) => {
    sum += share - (shares[column - WINDOW] ?? 0);
    if (column >= WINDOW - 1 && sum > WINDOW * GROUND_SHARE) {
      marked.fill(true, column - WINDOW + 1, column + 1);
    }
  });
  const isEdge = (column: number): boolean => (shares[column] ?? 0) < EDGE_SHARE;
  for (const [from, to] of runsOf(marked.length, (column) => marked[column] === true)) {
    for (let at = from; at < to && isEdge(at); at += 1) marked[at] = false;
    for (let at = to - 1; at >= from && isEdge(at); at -= 1) marked[at] = false;
  }
  return runsOf(marked.length, (column) => marked[column] === true);
}

/** Stretches in which a test holds; the ends are exclusive. */
function runsOf(length: number, test: (index: number) => boolean): Run[] {
  const runs: Run[] = [];
  let from: number | null = null;
  for (let index = 0; index <= length; index += 1) {
    const holds = index < length && test(index);
    if (holds) from ??= index;
    else if (from !== null) {
      runs.push([from, index]);
      from = null;
    }
  }
  return runs;
}

function invert(data: Buffer, width: number, column: number, [from, to]: Run): void {
  for (let y = from * CELL; y < to * CELL; y += 1) {
    for (let x = column * CELL; x < (column + 1) * CELL; x += 1) {
      const at = y * width + x;
      data[at] = 255 - (data[at] ?? 0);
    }
  }
}
