import * as fc from 'fast-check';
import { hashOfKey, seal, unseal } from './sealed-answer';

describe('a sealed answer', () => {
  it('is read again with the same company and key, whatever it holds', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string(), fc.string({ unit: 'grapheme' }), (company, key, text) => {
        expect(unseal(company, key, seal(company, key, text))).toBe(text);
      }),
    );
  });

  it('cannot be read with another key or by another company', () => {
    const sealed = seal('ours', 'k1', 'secret');
    expect(sealed.toString('latin1')).not.toContain('secret');
    expect(() => unseal('ours', 'k2', sealed)).toThrow();
    expect(() => unseal('theirs', 'k1', sealed)).toThrow();
  });

  it('is found by a hash that differs for each company', () => {
    expect(hashOfKey('ours', 'k')).not.toEqual(hashOfKey('theirs', 'k'));
  });
});
