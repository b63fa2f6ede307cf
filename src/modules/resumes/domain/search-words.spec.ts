import { searchWords } from './search-words';

const finds = (form: string, text: string): boolean =>
  searchWords(form).every((word) => text.toLowerCase().includes(word));

describe('searchWords', () => {
  it('are in every text that writes the form with other endings, hyphens or case', () => {
    expect(finds('Battery city', 'BATTERIES of Cities')).toBe(true);
    expect(finds('Node.js', 'NodeJS')).toBe(true);
    expect(finds('e-commerce platform', 'Ecommerce\nplatforms')).toBe(true);
    expect(finds('WMS', 'two WMSs')).toBe(true);
  });

  it('are not in a text without one of the words', () => {
    expect(finds('Blue Yonder WMS', 'Blue skies over yonder')).toBe(false);
  });
});
