import { isSecret } from './secret';

describe('isSecret', () => {
  it('is true of the very same text, and of nothing shorter, longer or other', () => {
    expect(isSecret('open sesame', 'open sesame')).toBe(true);
    for (const given of ['', 'open', 'open sesame ', 'Open sesame', 'öpen sesame']) {
      expect(isSecret(given, 'open sesame')).toBe(false);
    }
  });
});
