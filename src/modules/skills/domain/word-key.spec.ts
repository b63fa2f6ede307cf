import { wordKey } from './word-key';

describe('wordKey', () => {
  it.each([
    ['Organisation', 'organization'],
    ['colour', 'color'],
    ['behavioural', 'behavioral'],
    ['centre', 'center'],
    ['modelling', 'modeling'],
    ['programme', 'program'],
    ['licence', 'license'],
    ['paediatric', 'pediatric'],
    ['Résumé', 'resume'],
    ["driver's", 'drivers'],
    ['ﬁnance', 'finance'],
    ['man\u00adage', 'manage'],
  ])('compares %j with %j as one word', (written, american) => {
    expect(wordKey(written)).toBe(wordKey(american));
  });

  it.each([
    ['four', 'for'],
    ['hour', 'hor'],
    ['rise', 'rize'],
    ['there', 'ther'],
  ])('keeps %j apart from %j', (word, other) => {
    expect(wordKey(word)).not.toBe(wordKey(other));
  });
});
