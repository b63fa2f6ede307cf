import { companySlug } from './company-slug';

describe('companySlug', () => {
  it.each([
    ['Lumen Health', 'lumen-health'],
    ['  Café Sól & Co. ', 'cafe-sol-co'],
    ['Ｌｕｍｅｎ 24', 'lumen-24'],
    ['株式会社', ''],
    ['---', ''],
    ['a.'.repeat(40), 'a-'.repeat(30).slice(0, -1)],
  ])('makes of %j %j', (name, slug) => {
    expect(companySlug(name)).toBe(slug);
  });
});
