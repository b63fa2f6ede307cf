import { type Matrix } from './pdf-page-model';

/** Narrows the operands of PDF operators, which come untyped and may be anything in a broken file. */

export function numberAt(args: readonly unknown[], index: number): number {
  const value = args[index];
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

export function isNumbers(value: unknown): value is ArrayLike<number> {
  return (
    (Array.isArray(value) || ArrayBuffer.isView(value)) &&
    'length' in value &&
    typeof value[0] === 'number'
  );
}

export function toMatrix(value: unknown): Matrix | null {
  if (!isNumbers(value) || value.length < 6) return null;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(value);
  return [a, b, c, d, e, f];
}

interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric: readonly number[] | null;
}

export function toShownGlyph(value: unknown): ShownGlyph | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('unicode' in value) || typeof value.unicode !== 'string') return null;
  return {
    unicode: value.unicode,
    width: 'width' in value && typeof value.width === 'number' ? value.width : 0,
    isSpace: 'isSpace' in value && value.isSpace === true,
    vmetric: 'vmetric' in value && isNumbers(value.vmetric) ? Array.from(value.vmetric) : null,
  };
}

/** Path data is `[moveTo, x, y, lineTo, x, y, …, closePath]` with one number per operator. */
export function isRectangle(data: unknown): boolean {
  const path: unknown = Array.isArray(data) ? data[0] : null;
  if (!isNumbers(path)) return false;
  if (path.length !== 13 && path.length !== 12 && path.length !== 16) return false;
  const values = Array.from(path);
  const corners = [1, 4, 7, 10].map((at) => [values[at] ?? 0, values[at + 1] ?? 0] as const);
  const straight = [0, 3, 6, 9].every((at) => values[at] === 0 || values[at] === 1);
  const sides = corners.map((corner, i) => [corner, corners[(i + 1) % 4] ?? corner] as const);
  return straight && sides.every(([a, b]) => near(a[0], b[0]) || near(a[1], b[1]));
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.01;
}
