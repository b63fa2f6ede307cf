import { companyNameKey } from './company-name-key';

describe('companyNameKey', () => {
  it.each([
    ['Lumen Health', 'lumen  HEALTH '],
    ['Café Sol', 'Cafe\u0301 sol'],
    ['Ｌｕｍｅｎ', 'lumen'],
    ['Lumen\u00a0Health', 'Lumen Health'],
  ])('takes %j and %j for the same company', (one, other) => {
    expect(companyNameKey(one)).toBe(companyNameKey(other));
  });

  it('keeps names apart that differ by a letter or a sign', () => {
    expect(companyNameKey('Lumen Health')).not.toBe(companyNameKey('Lumen-Health'));
    expect(companyNameKey('Cafe Sol')).not.toBe(companyNameKey('Café Sol'));
  });
});
