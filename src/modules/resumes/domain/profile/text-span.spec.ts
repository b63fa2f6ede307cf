import * as fc from 'fast-check';
import { flow, matchingText, spanOf, trimSeparators } from './text-span';

describe('text spans', () => {
  it('leaves white space and zero-width signs outside', () => {
    const content = '  \u200bJane Doe\u00a0 ';
    expect(spanOf(content, 0, content.length)).toEqual({ start: 3, end: 11, text: 'Jane Doe' });
  });

  it('drops separators at the edges but keeps those inside', () => {
    const content = ' – Acme, Inc. | ';
    expect(trimSeparators(content, 0, content.length).text).toBe('Acme, Inc.');
  });

  it('drops a bracket that lost its partner and keeps a pair', () => {
    expect(trimSeparators('(2019', 0, 5).text).toBe('2019');
    expect(trimSeparators('Acme [', 0, 6).text).toBe('Acme');
    expect(trimSeparators('Acme (Berlin)', 0, 13).text).toBe('Acme (Berlin)');
  });

  it('flows lines into one text and joins what a soft hyphen broke', () => {
    expect(flow('a trans\u00ad\nlation  of\nwords')).toBe('a translation of words');
  });

  it('is a true substring in range for any offsets', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), fc.integer(), (content, start, end) => {
        for (const span of [spanOf(content, start, end)]) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(Math.max(content.length, span.start));
          expect(content.slice(span.start, span.end)).toBe(span.text);
        }
      }),
    );
  });

  it('makes text comparable without moving an offset', () => {
    expect(matchingText('Décembre – ŞUBAT')).toBe('decembre - subat');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(matchingText(text)).toHaveLength(text.length);
      }),
    );
  });
});
