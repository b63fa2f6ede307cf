import { documentOf, type LineOf } from '../../../../../test/support/resume-text';
import { extractProfile } from './extract-profile';
import { type EducationItem } from './profile';

const educationsOf = (lines: readonly LineOf[]): readonly EducationItem[] =>
  extractProfile(documentOf(lines), { skills: () => [], today: new Date('2026-11-20T00:00:00Z') })
    .profile.educations;

/** "degree (level) | field | school | from..to" of every education under the heading "Education". */
const read = (...lines: LineOf[]): string[] =>
  educationsOf(['Jane Doe', '', 'Education', ...lines]).map((item) =>
    [
      `${item.degree ?? '-'} (${item.level ?? '-'})`,
      item.field ?? '-',
      item.school ?? '-',
      `${item.start_date ?? ''}..${item.end_date ?? ''}`,
    ].join(' | '),
  );

describe('educations', () => {
  it.each([
    [
      'degree in the margin',
      'PhD\tPrinceton University, Computer Science\tPrinceton, NJ\tSept 2018 – May 2023',
      'PhD (doctorate) | Computer Science | Princeton University | 2018-09..2023-05',
    ],
    [
      'school first',
      'Boğaziçi University, BS in Computer Engineering – Istanbul, Türkiye\tSept 2014 – June 2018',
      'BS (bachelor) | Computer Engineering | Boğaziçi University | 2014-09..2018-06',
    ],
    [
      'degree first',
      'Bachelor of Science in Biology, Keystone College, 2011',
      'Bachelor of Science (bachelor) | Biology | Keystone College | ..2011',
    ],
    [
      'dates first',
      '10/2009 – 09/2014\tMaster of Science Maschinenbau, Universität Stuttgart',
      'Master of Science (master) | Maschinenbau | Universität Stuttgart | 2009-10..2014-09',
    ],
    [
      'nothing between field and school',
      'B.S : Journalism Southern Illinois University',
      'B.S (bachelor) | Journalism | Southern Illinois University | ..',
    ],
    [
      'the field before the school, after a comma',
      'Bachelor of Arts , Social Sciences Oakwood City College',
      'Bachelor of Arts (bachelor) | Social Sciences | Oakwood City College | ..',
    ],
    [
      'the degree again behind the school',
      'Bachelor of Science : Nursing Larkfield University Bachelor of Science in Nursing',
      'Bachelor of Science (bachelor) | Nursing | Larkfield University | ..',
    ],
    [
      'a label behind the school',
      'Master of Science : Physics Larkfield University Location: Ohio',
      'Master of Science (master) | Physics | Larkfield University | ..',
    ],
    [
      'a school whose name begins like a field',
      'Bachelor of Arts, Art Institute of Larkfield, 2009',
      'Bachelor of Arts (bachelor) | - | Art Institute of Larkfield | ..2009',
    ],
    [
      'a school of several seats',
      'University of California, Berkeley, BA in History, 2010',
      'BA (bachelor) | History | University of California, Berkeley | ..2010',
    ],
    [
      'a state that looks like a degree',
      'Bachelor of Arts, Bentley University, Waltham, MA, 2014',
      'Bachelor of Arts (bachelor) | - | Bentley University | ..2014',
    ],
    [
      'a school that no list knows',
      'POSTECHNA\tB.S. in Computer Science\tMar. 2010 – Aug. 2017',
      'B.S. (bachelor) | Computer Science | POSTECHNA | 2010-03..2017-08',
    ],
    [
      'French words',
      '2011 - 2014 : Licence en Économie et Gestion, Université de Bourgogne',
      'Licence (bachelor) | Économie et Gestion | Université de Bourgogne | 2011..2014',
    ],
    [
      'a high school',
      'High School Diploma, Pasadena High School, 2007',
      'High School Diploma (secondary) | - | Pasadena High School | ..2007',
    ],
    [
      'an anonymised place',
      'MBA : Finance , May 2010 Troy University ï¼ City , State Finance',
      'MBA (master) | Finance | Troy University | ..2010-05',
    ],
  ])('are read from one line with %s', (_, line, expected) => {
    expect(read('', line)).toEqual([expected]);
  });

  it('are read from several lines in any order', () => {
    expect(
      read(
        '',
        'Princeton University\tPrinceton, NJ',
        'PhD in Computer Science\tSept 2018 – May 2023',
        '• Thesis: Search',
        '',
        'UC Berkeley\t2014',
        'Bachelor of Science, Computer Science',
      ),
    ).toEqual([
      'PhD (doctorate) | Computer Science | Princeton University | 2018-09..2023-05',
      'Bachelor of Science (bachelor) | Computer Science | UC Berkeley | ..2014',
    ]);
    expect(
      read(
        '12/2008',
        'Western University',
        'Master of Science : Leadership',
        '12/1996',
        'Mesa University',
        'Bachelor of Arts : Media',
      ),
    ).toEqual([
      'Master of Science (master) | Leadership | Western University | ..2008-12',
      'Bachelor of Arts (bachelor) | Media | Mesa University | ..1996-12',
    ]);
  });

  it('take dates that stand at the margin of a bullet, not those inside it', () => {
    expect(
      read(
        '',
        'BS\tBoğaziçi University, Physics',
        '• Class of 2022, GPA: 3.97\tSept 2014 – June 2018',
        '• Prize of 2017',
      ),
    ).toEqual(['BS (bachelor) | Physics | Boğaziçi University | 2014-09..2018-06']);
  });

  it('do not include theses, prizes and offices', () => {
    expect(
      read(
        '',
        'BSc Physics, Keele University, 2015',
        '',
        'Keele University Presidents Scholarship 2014',
        '',
        'Master Thesis: Scoring of texts',
      ),
    ).toEqual(['BSc (bachelor) | Physics | Keele University | ..2015']);
  });

  it('are found in other sections when no heading names them', () => {
    const found = educationsOf([
      'Jane Doe',
      'Cook',
      'Worked hard.',
      'Diploma in Culinary Arts, Western Culinary Institute, 2017',
    ]);
    expect(found.map((item) => item.school)).toEqual(['Western Culinary Institute']);
  });

  it.each([
    ['Doctor of Philosophy', 'doctorate'],
    ['M.Eng.', 'master'],
    ['MBA', 'master'],
    ['B.Tech', 'bachelor'],
    ['B.com', 'bachelor'],
    ['B.L.I.S.', 'bachelor'],
    ['MLIS', 'master'],
    ['Bachelor’s degree', 'bachelor'],
    ['Associate of Applied Science', 'associate'],
    ['Certificate', 'vocational'],
    ['A Levels', 'secondary'],
    ['Abitur', 'secondary'],
  ])('rank %s as %s', (degree, level) => {
    expect(
      educationsOf(['Jane Doe', '', 'Education', `${degree}, Keele University, 2015`]).map(
        (item) => item.level,
      ),
    ).toEqual([level]);
  });

  it('cut every field from the content', () => {
    const document = documentOf([
      'Jane Doe',
      '',
      'Education',
      'BSc in Physics, Keele University\tSept 2014 – June 2018',
    ]);
    const [item] = extractProfile(document, { skills: () => [], today: new Date(0) }).profile
      .educations;
    const text = (source: { start: number; end: number } | undefined): string =>
      document.content.slice(source?.start, source?.end);
    expect([
      text(item?.sources.degree),
      text(item?.sources.field),
      text(item?.sources.school),
    ]).toEqual(['BSc', 'Physics', 'Keele University']);
  });
});
