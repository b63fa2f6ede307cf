import { valueOf } from './docx-package';
import { child, childElements, type XmlElement } from './xml-tree';

interface Level {
  readonly format: string;
  /** Such as `%1.%2)`. */
  readonly text: string;
  readonly start: number;
}

/** Writes the markers of list paragraphs, which stand in the file only as counters. */
export class DocxNumbering {
  private readonly abstracts = new Map<string, ReadonlyMap<number, Level>>();
  private readonly abstractOf = new Map<string, string>();
  private readonly counters = new Map<string, number[]>();

  constructor(root: XmlElement | null) {
    for (const element of root ? childElements(root) : []) {
      if (element.name === 'w:abstractNum') {
        this.abstracts.set(element.attributes['w:abstractNumId'] ?? '', readLevels(element));
      }
      if (element.name === 'w:num') {
        const abstract = valueOf(element, 'w:abstractNumId') ?? '';
        this.abstractOf.set(element.attributes['w:numId'] ?? '', abstract);
      }
    }
  }

  /** The marker of the next paragraph of a list, such as `•` or `2.`; empty where it has none. */
  next(numberId: string, levelIndex: number): string {
    const abstract = this.abstractOf.get(numberId);
    const levels = abstract === undefined ? undefined : this.abstracts.get(abstract);
    const level = levels?.get(levelIndex);
    if (abstract === undefined || !levels || !level) return '';
    // Lists that share a definition continue each other's numbers.
    const counters = this.counters.get(abstract) ?? [];
    this.counters.set(abstract, counters);
    counters[levelIndex] = (counters[levelIndex] ?? level.start - 1) + 1;
    counters.length = levelIndex + 1;
    if (level.format === 'bullet') return '•';
    return level.text.replace(/%(\d)/gu, (_, digit: string) => {
      const index = Number(digit) - 1;
      const value = counters[index] ?? levels.get(index)?.start ?? 1;
      return formatNumber(value, levels.get(index)?.format ?? 'decimal');
    });
  }
}

function readLevels(abstract: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of childElements(abstract)) {
    if (element.name !== 'w:lvl') continue;
    levels.set(Number(element.attributes['w:ilvl'] ?? 0), {
      format: child(element, 'w:lvlPicBulletId')
        ? 'bullet'
        : (valueOf(element, 'w:numFmt') ?? 'decimal'),
      text: valueOf(element, 'w:lvlText') ?? '',
      start: Number(valueOf(element, 'w:start') ?? 1),
    });
  }
  return levels;
}

const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(value);
  }
}

/** a … z, aa, bb, as word processors count. */
function letters(value: number): string {
  const times = Math.min(Math.floor((value - 1) / 26) + 1, 20);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(times);
}

function roman(value: number): string {
  let rest = Math.min(value, 5000);
  let result = '';
  for (const [size, sign] of ROMAN) {
    while (rest >= size) {
      result += sign;
      rest -= size;
    }
  }
  return result;
}
