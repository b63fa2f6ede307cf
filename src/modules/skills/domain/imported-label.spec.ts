import { cleanLabel, readingsOf } from './imported-label';

describe('cleanLabel', () => {
  it('drops a note in brackets and needless spaces', () => {
    expect(cleanLabel('Zephyr  (computer programming) ')).toBe('Zephyr');
    expect(cleanLabel('weld (thin) sheets')).toBe('weld (thin) sheets');
  });
});

describe('readingsOf', () => {
  it('reads words and their abbreviation each alone', () => {
    expect(readingsOf('Harbour control system HCS')).toEqual([
      'Harbour control system HCS',
      'Harbour control system',
      'HCS',
    ]);
    expect(readingsOf('Crane web service CWS software')).toEqual([
      'Crane web service CWS software',
      'Crane web service CWS',
      'Crane web service',
      'CWS',
    ]);
  });

  it('takes capitals that stand for something else for a part of the name', () => {
    expect(readingsOf('Deacom ERP')).toEqual(['Deacom ERP']);
    expect(readingsOf('Fernhill Planner ERP')).toEqual(['Fernhill Planner ERP']);
  });
});
