import { type SourceLine, type SourceLink } from './source-line';

/** Words before a hyphen that belongs to the word: it is kept when the word goes over a line end. */
const COMPOUND_HEADS = new Set(
  (
    'all award back best bottom brand business by class client close cloud co code color ' +
    'community computer cost county country cross customer data day decision deep design detail ' +
    'double dual e early eight employee end energy entry error event evidence fast feature first ' +
    'five follow four free front full goal good great half hand hands hard high home hour ' +
    'industry internet job key knowledge large lead left life light line live long low make ' +
    'market mid middle mission month nation near new nine object off on one open owner part ' +
    'patient peer performance person phase point power problem process product project proof ' +
    'quality quick read real record red resource result results revenue right risk role run sales ' +
    'second self service set seven short single site six small soft software solution special ' +
    'stand start state step stock street system target task team technical ten test third three ' +
    'time top total two user value vice video wait walk warm web week well white wide wireless ' +
    'word work world year'
  ).split(' '),
);

/**
 * Puts words that a line end cut in two back together on the first of the two lines. Whether the
 * hyphen is part of the word is told by the rest of the document, else by common compounds.
 */
export function joinHyphenated(lines: readonly SourceLine[]): SourceLine[] {
  const result: SourceLine[] = [];
  let words: ReadonlySet<string> | null = null;
  for (const line of lines) {
    const previous = result.at(-1);
    const cut = previous ? findCut(previous, line) : null;
    if (!previous || !cut) {
      result.push(line);
      continue;
    }
    words ??= knownWords(lines);
    const keep = cut.soft ? false : keepsHyphen(cut.head, cut.tail, words);
    const [first, second] = moveTail(previous, line, cut, keep);
    result[result.length - 1] = first;
    if (second.text.trim() !== '') result.push(second);
  }
  return result;
}

interface Cut {
  readonly head: string;
  readonly tail: string;
  /** Characters of the second line that go to the first. */
  readonly length: number;
  readonly soft: boolean;
}

function findCut(first: SourceLine, second: SourceLine): Cut | null {
  if (first.page !== second.page || first.column !== second.column) return null;
  const head = /(?<![\p{L}\p{N}./@_-])(\p{L}{2,}(?:['’]\p{L}+)?)([-\u2010\u00ad])\s*$/u.exec(
    first.text,
  );
  const tail = /^\s*(\p{Ll}[\p{L}'’]*)(?![\p{L}\p{N}@/_])[.,;:!?)\]”"]*/u.exec(second.text);
  if (!head?.[1] || !tail?.[1]) return null;
  return {
    head: head[1],
    tail: tail[1],
    length: tail[0].length,
    soft: head[2] === '\u00ad',
  };
}

function keepsHyphen(head: string, tail: string, words: ReadonlySet<string>): boolean {
  const [start, end] = [head.toLowerCase(), tail.toLowerCase()];
  if (words.has(`${start}${end}`)) return false;
  if (words.has(`${start}-${end}`)) return true;
  // Both halves are words that the document uses on their own: a compound more often than not.
  return COMPOUND_HEADS.has(start) || (words.has(start) && words.has(end) && start.length > 3);
}

function knownWords(lines: readonly SourceLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) {
    // A cut word at the end of a line says nothing about how it is written.
    const text = line.text.toLowerCase().replace(/\p{L}+[-\u2010\u00ad]\s*$/u, '');
    for (const [word] of text.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) words.add(word);
  }
  return words;
}

function moveTail(
  first: SourceLine,
  second: SourceLine,
  cut: Cut,
  keepHyphen: boolean,
): [SourceLine, SourceLine] {
  const trimmed = first.text.trimEnd();
  const stem = keepHyphen ? trimmed : trimmed.slice(0, -1);
  const moved = second.text.slice(0, cut.length);
  const lead = moved.length - moved.trimStart().length;
  const rest = second.text.slice(cut.length);
  const atStart = (link: SourceLink): boolean => link.start < cut.length;
  const pulledUp = (second.links ?? []).filter(atStart).map((link) => ({
    url: link.url,
    start: stem.length + Math.max(0, link.start - lead),
    end: stem.length + Math.min(link.end, cut.length) - lead,
  }));
  const left = (second.links ?? [])
    .filter((link) => link.end > cut.length)
    .map((link) => ({
      url: link.url,
      start: Math.max(0, link.start - cut.length),
      end: link.end - cut.length,
    }));
  const own = (first.links ?? []).map((link) => ({
    ...link,
    end: Math.min(link.end, stem.length),
  }));
  return [
    { ...first, text: stem + moved.trimStart(), links: [...own, ...pulledUp] },
    { ...second, text: rest, links: left },
  ];
}
