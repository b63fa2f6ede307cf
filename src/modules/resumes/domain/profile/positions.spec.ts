import {
  documentOf,
  documentOfText,
  type LineOf,
  styled,
} from '../../../../../test/support/resume-text';
import { type ExtractedDocument } from '../document/document';
import { extractProfile } from './extract-profile';
import { type EmploymentItem } from './profile';

const positionsOf = (document: ExtractedDocument): readonly EmploymentItem[] =>
  extractProfile(document, { skills: () => [], today: new Date('2026-11-20T00:00:00Z') }).profile
    .positions;

/** "title @ employer, location, from..to" of every position under the heading "Experience". */
const read = (...lines: LineOf[]): string[] =>
  positionsOf(documentOf(['Jane Doe', '', 'Experience', ...lines])).map((item) =>
    [
      `${item.title ?? '-'} @ ${item.employer ?? '-'}`,
      item.location ?? '-',
      `${item.start_date ?? ''}..${item.is_current ? 'now' : (item.end_date ?? '')}`,
    ].join(', '),
  );

describe('positions', () => {
  it.each([
    [
      'employer first',
      'Nexus AI, Co-Founder & CTO\tSan Francisco, CA\tJune 2023 – present',
      'Co-Founder & CTO @ Nexus AI, San Francisco, CA, 2023-06..now',
    ],
    [
      'title first',
      'Co-Founder & CTO, Nexus AI – San Francisco, CA\tJune 2023 – present',
      'Co-Founder & CTO @ Nexus AI, San Francisco, CA, 2023-06..now',
    ],
    [
      'dates first',
      '2014 - 2016\tIT Consultant\tWe4 GmbH',
      'IT Consultant @ We4 GmbH, -, 2014..2016',
    ],
    [
      'dates in brackets',
      'Camarero — Hotel Miramar, Valencia (junio 2014 – febrero 2018)',
      'Camarero @ Hotel Miramar, Valencia, 2014-06..2018-02',
    ],
    [
      'dates in square brackets',
      'Barista @ The Copper Kettle [May 2019 – Aug 2022]',
      'Barista @ The Copper Kettle, -, 2019-05..2022-08',
    ],
    [
      'one sentence of commas',
      'Line Cook, The Copper Spoon, Portland, OR, May 2019 to August 2022',
      'Line Cook @ The Copper Spoon, Portland, OR, 2019-05..2022-08',
    ],
    ['"at"', 'Barista at Corner Coffee, 2019 – 2021', 'Barista @ Corner Coffee, -, 2019..2021'],
    [
      'the employer in brackets',
      'Developer (University of Bremen)\t2016 - now',
      'Developer @ University of Bremen, -, 2016..now',
    ],
    [
      'a legal form behind a comma',
      'Northgate Foods, Inc., Worcester, MA | Clerk | 2014–2017',
      'Clerk @ Northgate Foods, Inc., Worcester, MA, 2014..2017',
    ],
  ])('are read from one line with %s', (_, line, expected) => {
    expect(read('', line, '• Did the work')).toEqual([expected]);
  });

  it('are read from two lines, whichever comes first', () => {
    expect(
      read(
        '',
        'Kasa\tSeoul, South Korea',
        'Director of Infrastructure\tJun. 2018 – Jan. 2021',
        '• Built it',
      ),
    ).toEqual(['Director of Infrastructure @ Kasa, Seoul, South Korea, 2018-06..2021-01']);
    expect(
      read('', 'Senior Engineer\tJan 2023 - Present', 'Stripe\tSan Francisco, CA', '• Built it'),
    ).toEqual(['Senior Engineer @ Stripe, San Francisco, CA, 2023-01..now']);
  });

  it('are told apart when no description stands between them', () => {
    expect(
      read(
        '',
        'Danggeun Market Inc.\tSeoul, South Korea',
        'Site Reliability Engineer\tFeb. 2021 – Mar. 2021',
        '',
        'Kasa\tSeoul, South Korea',
        'Head of Platform\tJun. 2018 – Jan. 2021',
      ),
    ).toEqual([
      'Site Reliability Engineer @ Danggeun Market Inc., Seoul, South Korea, 2021-02..2021-03',
      'Head of Platform @ Kasa, Seoul, South Korea, 2018-06..2021-01',
    ]);
  });

  it('take dates that stand at the margin of their first bullet', () => {
    expect(
      read(
        '',
        'NVIDIA Research, Research Intern\tSanta Clara, CA',
        '• Designed sparse attention\tMay 2022 – Aug 2022',
        '• Wrote a paper in 2020\t4 months',
        '',
        'Apple Research, Research Intern\tCupertino, CA',
        '• Shipped models\tMay 2020 – Aug 2020',
      ),
    ).toEqual([
      'Research Intern @ NVIDIA Research, Santa Clara, CA, 2022-05..2022-08',
      'Research Intern @ Apple Research, Cupertino, CA, 2020-05..2020-08',
    ]);
  });

  it('follow the order of the other entries where the words do not decide', () => {
    expect(
      read('', 'Acme Ltd, Engineer, 2019 – 2021', '• x', '', 'Vertex, Growth, 2017 – 2019', '• x'),
    ).toEqual(['Engineer @ Acme Ltd, -, 2019..2021', 'Growth @ Vertex, -, 2017..2019']);
  });

  it('share the employer that several roles stand under', () => {
    expect(
      read(
        '',
        'Lumenwave',
        '5 years 2 months',
        'Senior Product Manager',
        'January 2021 - Present (4 years)',
        'Owns the roadmap of the observability suite.',
        'Product Manager',
        'November 2019 - January 2021',
        'Launched usage-based billing for it.',
      ),
    ).toEqual([
      'Senior Product Manager @ Lumenwave, -, 2021-01..now',
      'Product Manager @ Lumenwave, -, 2019-11..2021-01',
    ]);
  });

  it('keep a department with the title when the employer has a line of its own', () => {
    expect(
      read(
        '',
        'Registered Nurse, Medical Unit',
        'Gunpowder Falls Hospital, Towson, MD',
        'January 2025 – Present',
        '• Care for patients',
      ),
    ).toEqual([
      'Registered Nurse, Medical Unit @ Gunpowder Falls Hospital, Towson, MD, 2025-01..now',
    ]);
  });

  it('take a name behind the employer for its place where the other entries have one there', () => {
    expect(
      read(
        '',
        'Baker',
        'Millbrook Bread Company, Birmingham',
        '2024 – 2025',
        '• x',
        '',
        'Barista',
        'Corner Cup, Coventry',
        '2022 – 2024',
        '• x',
      ),
    ).toEqual([
      'Baker @ Millbrook Bread Company, Birmingham, 2024..2025',
      'Barista @ Corner Cup, Coventry, 2022..2024',
    ]);
  });

  it('join a title that a narrow column broke', () => {
    const bold = (text: string, gapBefore = false): LineOf =>
      styled(text, { bold: true, gapBefore });
    expect(
      read(
        bold('Registered Nurse, Surgery and Telemetry, Patapsco', true),
        bold('General Hospital'),
        'Jun 2021 - Present, Baltimore, MD',
        '• Care for patients on a busy surgical unit of 36',
      ),
    ).toEqual([
      'Registered Nurse, Surgery and Telemetry @ Patapsco General Hospital, Baltimore, MD, 2021-06..now',
    ]);
  });

  it('are told apart where every line is set apart', () => {
    const lines = [
      'Clerk, Acme Ltd\t2019 – 2021',
      'Kept the books of the house',
      'Cashier, Corner Store\t2017 – 2019',
      'Sold goods to many people',
      'Driver, Swift Cars\t2015 – 2017',
      'Drove guests to the airport',
    ];
    expect(read(...lines.flatMap((line) => ['', line]))).toEqual([
      'Clerk @ Acme Ltd, -, 2019..2021',
      'Cashier @ Corner Store, -, 2017..2019',
      'Driver @ Swift Cars, -, 2015..2017',
    ]);
  });

  it('are read from labelled forms', () => {
    expect(
      read(
        '',
        'Employer: Hillcrest Academy',
        'Position: Teacher',
        'Period: January 2016 to December 2021',
        'Duties: Taught algebra.',
      ),
    ).toEqual(['Teacher @ Hillcrest Academy, -, 2016-01..2021-12']);
  });

  it('are read from bullets when each bullet is an entry', () => {
    expect(read('• Clerk, Acme Ltd, 2019 – 2021', '• Cashier, Corner Store, 2017 – 2019')).toEqual([
      'Clerk @ Acme Ltd, -, 2019..2021',
      'Cashier @ Corner Store, -, 2017..2019',
    ]);
  });

  it('have no employer and no place where an anonymised resume has taken them out', () => {
    expect(
      read(
        'Staff Accountant',
        'January 2014 to October 2014 Company Name ï¼ City , State',
        '',
        'Performed all month end functions to produce statements.',
      ),
    ).toEqual(['Staff Accountant @ -, -, 2014-01..2014-10']);
    expect(
      read('Company Name City , State Banking Officer 09/2011 to Current', '', 'Led the team.'),
    ).toEqual(['Banking Officer @ -, -, 2011-09..now']);
  });

  it('do not begin at dates in the middle of a description', () => {
    const entry = [
      '',
      'Clerk, Acme Ltd, 2015 – 2021',
      '• Won the team award of the year 2018 for a report',
      'The report covered 2016 to 2017 and was read by all of the staff.',
    ];
    expect(read(...entry)).toEqual(['Clerk @ Acme Ltd, -, 2015..2021']);
  });

  it('keep their bullets whole over wrapped lines', () => {
    const [item] = positionsOf(
      documentOf([
        'Jane Doe',
        '',
        'Experience',
        '',
        'Clerk, Acme Ltd, 2015 – 2021',
        '• Prepared monthly state-',
        'ments for the whole group',
        '• Cut the close by two days',
      ]),
    );
    expect(item?.bullets).toEqual([
      'Prepared monthly statements for the whole group',
      'Cut the close by two days',
    ]);
  });

  it('are found by their content when the resume has no headings', () => {
    const text =
      'Dana Whitlock\ndana@example.net\nLine Cook, The Copper Spoon, Portland, OR, May 2019 to August 2022\nWorked grill and sauté stations and trained two cooks.\nPrep Cook, Maple & Rye, Portland, OR, 2017 - 2019\nCut vegetables.';
    expect(
      positionsOf(documentOfText(text)).map(
        (item) => `${item.title ?? ''} @ ${item.employer ?? ''}`,
      ),
    ).toEqual(['Line Cook @ The Copper Spoon', 'Prep Cook @ Maple & Rye']);
  });

  it('do not include educations that stand among them', () => {
    const lines = [
      'Jane Doe',
      '',
      'Experience and Education',
      '',
      'Master of Science in Physics, University of Bonn, 2009 – 2011',
      '• Thesis',
      '',
      'Engineer, Acme Ltd, 2012 – 2015',
      '• Work',
    ];
    expect(positionsOf(documentOf(lines)).map((item) => item.title)).toEqual(['Engineer']);
  });

  it('cut every field from the content', () => {
    const document = documentOf([
      'Jane Doe',
      '',
      'Experience',
      '',
      'Clerk, Acme Ltd – Worcester, MA\tMay 2015 – Jan 2021',
      '• x',
    ]);
    const [item] = positionsOf(document);
    const text = (source: { start: number; end: number } | undefined): string =>
      document.content.slice(source?.start, source?.end);
    expect(text(item?.sources.title)).toBe('Clerk');
    expect(text(item?.sources.employer)).toBe('Acme Ltd');
    expect(text(item?.sources.location)).toBe('Worcester, MA');
    expect(text(item?.sources.start_date)).toBe('May 2015');
    expect(text(item?.sources.end_date)).toBe('Jan 2021');
    expect(text(item?.span)).toBe('Clerk, Acme Ltd – Worcester, MA\tMay 2015 – Jan 2021\n• x');
  });
});
