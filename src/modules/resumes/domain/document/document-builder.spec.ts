import { buildDocument, MAX_CONTENT_LENGTH, type SourceLine } from './document-builder';

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
