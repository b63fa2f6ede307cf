import * as fc from 'fast-check';
import { findDates, isoDate } from './dates';

const TODAY = new Date('2026-11-20T00:00:00Z');

/** "from..to" of every date found; "now" for a range that reaches until today. */
const read = (text: string): string[] =>
  findDates(text, TODAY).map(({ from, to, isCurrent }) => {
    const end = isCurrent ? 'now' : to === null ? '' : isoDate(to);
    return `${from === null ? '' : isoDate(from)}..${end}`;
  });

describe('findDates', () => {
  it.each([
    ['Jan 2019 – Present', '2019-01..now'],
    ['03/2018-05/2020', '2018-03..2020-05'],
    ['2017 to 2019', '2017..2019'],
    ['2017 – till now', '2017..now'],
    ['since 2015', '2015..now'],
    ['2019-03-12 – 2020-04-01', '2019-03..2020-04'],
    ['September 2016 — June 2018', '2016-09..2018-06'],
    ['Sept. 2016 - Aug. 2018', '2016-09..2018-08'],
    ['09/16 - 04/18', '2016-09..2018-04'],
    ["'17 – '19", '2017..2019'],
    ['Jan 19 – Mar 21', '2019-01..2021-03'],
    ['Mar. 2010 \u00ad Aug. 2017', '2010-03..2017-08'],
    ['April 2016 to Current', '2016-04..now'],
    ['2014/05 – 2016/07', '2014-05..2016-07'],
    ['2020.03 ~ 2021.05', '2020-03..2021-05'],
    ['20 May 2019 – 3 June 2020', '2019-05..2020-06'],
    ['May 12, 2019 to June 2021', '2019-05..2021-06'],
    ['01.05.2018 – 31.12.2020', '2018-05..2020-12'],
    ['Q3 2019 - Q1 2020', '2019-07..2020-03'],
    ['Mar. 2016 - Exp. Jun. 2017', '2016-03..2017-06'],
    ['de mars 2018 à juin 2019', '2018-03..2019-06'],
    ['01.2018 – heute', '2018-01..now'],
    ['marzo 2018 – actualidad', '2018-03..now'],
    ['04/2018 â€“ 05/2019', '2018-04..2019-05'],
  ])('reads the range "%s"', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    ['Summer 2018', '2018-06..2018-08'],
    ['May 2020', '2020-05..2020-05'],
    ['2016 / 09', '2016-09..2016-09'],
    ['Class of 2022', '2022..2022'],
  ])('reads the single date "%s"', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('gives a month without a year the year of the range, or the one before when it wraps', () => {
    expect(read('May – Aug 2019')).toEqual(['2019-05..2019-08']);
    expect(read('Nov – Feb 2019')).toEqual(['2018-11..2019-02']);
  });

  it('reads two digits after a year as the end of a range where they cannot be a month', () => {
    expect(read('2016-17')).toEqual(['2016..2017']);
    expect(read('2010/11')).toEqual(['2010..2011']);
    expect(read('2019-03')).toEqual(['2019-03..2019-03']);
  });

  it('counts the word before a range as its part', () => {
    const [date] = findDates('From April 2021 to Present', TODAY);
    expect(date).toMatchObject({ start: 0, end: 26, isCurrent: true });
  });

  it('reads a range whose last year stands on the next line', () => {
    expect(read("Clerk (Jan '19 — Mar\n'21)")).toEqual(['2019-01..2021-03']);
    expect(read('2017 – May\n2019')).toEqual(['2017..2019-05']);
  });

  it('reads a range that a narrow column broke into lines', () => {
    expect(read('January 2010\nto\nJanuary 2012')).toEqual(['2010-01..2012-01']);
  });

  it('takes no amounts, numbers and telephone numbers for dates', () => {
    const text = '$2000, 2,000 users, 2000+ orders, 2018%, 864-472-7092, ISO 9001, v1.2019, 19.5';
    expect(read(text)).toEqual([]);
  });

  it('takes no verb for a month', () => {
    expect(read('I may go and march on')).toEqual([]);
  });

  it('does not join two dates whose order makes no range', () => {
    expect(read('2020 - 2015')).toEqual(['2020..2020', '2015..2015']);
  });

  it('keeps the place of every date, whatever the text is', () => {
    const words = fc.constantFrom(
      'Jan',
      '2019',
      '–',
      '-',
      'to',
      'present',
      '/',
      '05',
      "'18",
      'Ä',
      '𝒜',
      '\n',
      'May',
      'ß',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        for (const date of findDates(text, TODAY)) {
          expect(date.start).toBeLessThan(date.end);
          expect(text.slice(date.start, date.end)).toHaveLength(date.end - date.start);
          for (const point of [date.from, date.to]) {
            if (point === null) continue;
            expect(point.start).toBeGreaterThanOrEqual(date.start);
            expect(point.end).toBeLessThanOrEqual(date.end);
          }
        }
      }),
    );
  });
});
