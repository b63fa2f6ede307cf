import { nameKey } from './person-name';

describe('nameKey', () => {
  it.each([
    ['José Álvarez', 'Jose Alvarez'],
    ['ALVAREZ, José', 'José Álvarez'],
    ['Dr. Mary-Ann O’Neil', 'mary ann o neil'],
  ])('takes %s and %s for one name', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  it.each([
    ['José Álvarez', 'José Alvarado'],
    ['Ann Lee', 'Ann Lee Park'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });
});
