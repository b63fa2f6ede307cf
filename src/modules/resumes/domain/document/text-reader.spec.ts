import fc from 'fast-check';
import { UnreadableDocumentError } from './document.errors';
import { readText } from './text-reader';

const NAME = 'Zoë Çelik';

describe('readText', () => {
  it.each([
    ['UTF-8', Buffer.from(NAME)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${NAME}`)],
    ['UTF-16 little endian', Buffer.from(`\ufeff${NAME}`, 'utf16le')],
    ['UTF-16 big endian', Buffer.from(`\ufeff${NAME}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(`${NAME}, cook in Ghent`, 'utf16le')],
    ['latin1', Buffer.from(NAME, 'latin1')],
  ])('reads %s', (_, bytes) => {
    expect(readText(bytes).content.startsWith(NAME)).toBe(true);
  });

  it('reads the quotation marks and dashes of windows-1252', () => {
    const bytes = Buffer.from([0x93, 0x41, 0x94, 0x20, 0x96, 0x20, 0x80]);
    expect(readText(bytes).content).toBe('“A” – €\n');
  });

  it('reads Cyrillic text of both usual code pages', () => {
    const windows = Buffer.from('cfeee2e0f020f120eee1f0e0e7eee2e0ede8e5ec', 'hex');
    expect(readText(windows).content).toBe('Повар с образованием\n');
    const unix = Buffer.from('f0cfd7c1d220d320cfc2d2c1dacfd7c1cec9c5cd', 'hex');
    expect(readText(unix).content).toBe('Повар с образованием\n');
  });

  it('keeps no empty line but says where there was one', () => {
    const { content, lines } = readText(Buffer.from('Mira Holm\r\n\r\n\r\nCook\rGhent\n'));
    expect(content).toBe('Mira Holm\nCook\nGhent\n');
    expect(lines.map((line) => line.gapBefore)).toEqual([true, true, false]);
  });

  it('separates what wide spaces set apart by a tab', () => {
    const { content } = readText(Buffer.from('Cook, Blue Door          2019 - 2021'));
    expect(content).toBe('Cook, Blue Door\t2019 - 2021\n');
  });

  it('counts pages by form feeds', () => {
    const document = readText(Buffer.from('one\n\ftwo\n\fthree\n'));
    expect(document.pageCount).toBe(3);
    expect(document.lines.map((line) => line.page)).toEqual([1, 2, 3]);
  });

  it('refuses bytes that are no text', () => {
    expect(() => readText(Buffer.from([0, 1, 2, 0, 0, 7]))).toThrow(UnreadableDocumentError);
  });

  it('covers the content exactly with its lines, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const { content, lines } = readText(Buffer.from(`A${text}`));
        expect(lines.map((line) => `${content.slice(line.start, line.end)}\n`).join('')).toBe(
          content,
        );
        for (const line of lines) expect(content.slice(line.start, line.end)).not.toMatch(/[\n\r]/);
      }),
    );
  });
});
