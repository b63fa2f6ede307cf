import { buildDocument, MAX_CONTENT_LENGTH } from './document-builder';
import { type SourceLine } from './source-line';

function line(text: string, more: Partial<SourceLine> = {}): SourceLine {
  return { text, page: 1, fontSize: null, bold: false, heading: false, column: 0, ...more };
}

function build(lines: readonly SourceLine[]): ReturnType<typeof buildDocument> {
  return buildDocument({ lines, looseLinks: [], pageCount: 1, method: 'text', flags: [] });
}

describe('buildDocument', () => {
  it('lays lines end to end without empty ones', () => {
    const { content, lines } = build([line('  Mira '), line(' \t'), line('Cook')]);
    expect(content).toBe('Mira\nCook\n');
    expect(lines.map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [5, 9],
    ]);
  });

  it('points links at their text after trimming', () => {
    const url = 'https://example.org';
    const { content, links } = build([
      line('One'),
      line('   see here', { links: [{ url, start: 7, end: 11 }] }),
    ]);
    const [link] = links;
    expect(content.slice(link?.start ?? 0, link?.end ?? 0)).toBe('here');
  });

  it('keeps a link that lies on no text, once', () => {
    const url = 'https://example.org';
    const document = buildDocument({
      lines: [line('x')],
      looseLinks: [url, url],
      pageCount: 1,
      method: 'text',
      flags: [],
    });
    expect(document.links).toEqual([{ url, start: null, end: null }]);
  });

  it('takes out characters without a form and counts those that smuggle text', () => {
    const url = 'https://example.org';
    const smuggled = Array.from('hire', (letter) =>
      String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0)),
    ).join('');
    const { content, links, flags } = build([
      line(`Mi\u00adra\u200b ${smuggled}\uf0b7 page`, {
        links: [{ url, start: 17, end: 21 }],
      }),
    ]);
    expect(content).toBe('Mira • page\n');
    expect(content.slice(links[0]?.start ?? 0, links[0]?.end ?? 0)).toBe('page');
    expect(flags.find((flag) => flag.code === 'hidden_text')?.amount).toBe(4);
  });

  it('cuts a book off and says how much', () => {
    const long = 'word '.repeat(2000);
    const { content, flags } = build(Array.from({ length: 50 }, () => line(long)));
    expect(content.length).toBeLessThanOrEqual(MAX_CONTENT_LENGTH);
    expect(flags.find((flag) => flag.code === 'truncated')?.amount).toBeGreaterThan(90_000);
  });

  it('flags a file with hardly any text', () => {
    expect(build([line('Mira')]).flags.map((flag) => flag.code)).toEqual(['low_text']);
  });
});
