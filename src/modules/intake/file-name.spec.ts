import { displayName, multipartName } from './file-name';

describe('displayName', () => {
  it('keeps only the last part of a path, of either kind', () => {
    expect(displayName('../../etc/cv.pdf')).toBe('cv.pdf');
    expect(displayName('C:\\Users\\ada\\cv.pdf')).toBe('cv.pdf');
  });

  it('removes control characters and never is empty', () => {
    expect(displayName('a\u0000b\n.pdf')).toBe('ab.pdf');
    expect(displayName('  ')).toBe('resume');
  });

  it('keeps letters of every script', () => {
    expect(displayName('Łukasz 履歴書.pdf')).toBe('Łukasz 履歴書.pdf');
  });
});

describe('multipartName', () => {
  it('decodes UTF-8 that was read as Latin-1', () => {
    const read = Buffer.from('Łukasz Żuraw.pdf', 'utf8').toString('latin1');
    expect(multipartName(read)).toBe('Łukasz Żuraw.pdf');
  });

  it('leaves real Latin-1 alone', () => {
    expect(multipartName('José.pdf')).toBe('José.pdf');
  });
});
