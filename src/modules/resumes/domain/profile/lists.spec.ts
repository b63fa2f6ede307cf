import {
  documentOf,
  documentOfText,
  type LineOf,
  linkOn,
  styled,
} from '../../../../../test/support/resume-text';
import { extractProfile } from './extract-profile';
import { type Resume } from './profile';

const profileIn = (text: string): Resume =>
  extractProfile(documentOfText(text), {
    skills: () => [],
    today: new Date('2026-11-20T00:00:00Z'),
  }).profile;

describe('languages', () => {
  const read = (text: string): string[] =>
    profileIn(text).languages.map(({ name, level }) => `${name} ${level ?? '-'}`);

  it('are read with their levels as written', () => {
    expect(read('Jane\n\nLanguages\nEnglish (native), Yoruba – fluent\nFrench: B1')).toEqual([
      'English native',
      'Yoruba fluent',
      'French B1',
    ]);
    expect(read('Jane\n\nSprachen\nDeutsch (Muttersprache), Englisch (C1)')).toEqual([
      'German Muttersprache',
      'English C1',
    ]);
  });

  it('reads them after a label without a sign, and in the middle of a line of labels', () => {
    expect(read('Jane\n\nSkills\nWelding\nLanguages Korean, English')).toEqual([
      'Korean -',
      'English -',
    ]);
    const line = 'Nationality : Indian Languages Known : Tamil & English. Marital Status : Single';
    expect(read(`Jane\n\nPersonal Information\n${line}`)).toEqual(['Tamil -', 'English -']);
  });

  it('are found in a labelled line of another section', () => {
    expect(read('Jane\n\nSkills\nWelding\nLanguages: Korean, English')).toEqual([
      'Korean -',
      'English -',
    ]);
    expect(read('Jane\n\nSkills\nFluent in Spanish')).toEqual(['Spanish Fluent']);
  });

  it('are not those that computers speak', () => {
    expect(read('Jane\n\nSkills\nLanguages: Python, C++, Rust')).toEqual([]);
    expect(read('Jane\n\nSkills\nLanguages Python, C++, Rust')).toEqual([]);
  });
});

describe('certifications', () => {
  const read = (text: string): string[] =>
    profileIn(text).certifications.map(({ name, issuer, date }) =>
      [name, issuer ?? '-', date ?? '-'].join(' | '),
    );

  it('are read with issuer and date', () => {
    expect(
      read(
        'Jane\n\nCertifications\nCertified Welder, American Welding Society, 2013\nForklift license (2018)\nOSHA 30\nFirst Aid by Red Cross, May 2020\nAWS Security - Specialty, Amazon Web Services\t2022',
      ),
    ).toEqual([
      'Certified Welder | American Welding Society | 2013',
      'Forklift license | - | 2018',
      'OSHA 30 | - | -',
      'First Aid | Red Cross | 2020-05',
      'AWS Security - Specialty | Amazon Web Services | 2022',
    ]);
  });

  it('are one an item when items have several lines', () => {
    expect(
      read(
        'Jane\n\nCertifications\nCommercial Pilot\nIssued after two years\n\nInstrument Rating\nIssued after three',
      ),
    ).toEqual(['Commercial Pilot | - | -', 'Instrument Rating | - | -']);
  });
});

describe('certifications of a sidebar', () => {
  it('have the issuer and the date on the lines below', () => {
    const bold = (text: string): LineOf => styled(text, { bold: true });
    const lines = [
      'Jane',
      '',
      'Licenses',
      bold('NREMT-B'),
      'National Registry of Emergency',
      'Medical Technicians, 2020',
      bold('BLS'),
      'Heart Association, 2025',
    ];
    const { certifications } = extractProfile(documentOf(lines), {
      skills: () => [],
      today: new Date('2026-11-20T00:00:00Z'),
    }).profile;
    expect(certifications.map(({ name, issuer, date }) => [name, issuer, date])).toEqual([
      ['NREMT-B', 'National Registry of Emergency Medical Technicians', '2020'],
      ['BLS', 'Heart Association', '2025'],
    ]);
  });
});

describe('projects', () => {
  it('have a name, a description, dates and the page they link to', () => {
    const lines = [
      'Jane',
      '',
      'Projects',
      '',
      'FlashInfer\tJan 2023 – present',
      'Library for inference kernels',
      '• Made it fast',
      '',
      'NeuralPrune\t2021',
      '• Made it small',
    ];
    const { content } = documentOf(lines);
    const document = documentOf(lines, {
      links: [linkOn(content, 'FlashInfer', 'https://example.org/flash')],
    });
    const { projects } = extractProfile(document, {
      skills: () => [],
      today: new Date('2026-11-20T00:00:00Z'),
    }).profile;
    expect(
      projects.map(({ name, description, start_date, url }) => [
        name,
        description,
        start_date,
        url,
      ]),
    ).toEqual([
      [
        'FlashInfer',
        'Library for inference kernels\nMade it fast',
        '2023-01',
        'https://example.org/flash',
      ],
      ['NeuralPrune', 'Made it small', '2021', null],
    ]);
  });
});

describe('summary', () => {
  it('is the text of its section as one paragraph', () => {
    expect(
      profileIn('Jane\n\nProfile\nA nurse with twelve\nyears on wards.\n\nExperience\nx').summary,
    ).toBe('A nurse with twelve years on wards.');
  });

  it('is the paragraph in the head when no section introduces the person', () => {
    const text =
      'Jane Doe\njane@example.org\n\nI am a graduate of digital media with ten years of practice as an engineer of research\nsoftware, and my focus is on applications for people who learn.\n\nExperience\nx';
    expect(profileIn(text).summary).toContain('I am a graduate of digital media');
  });

  it('is null when nothing introduces the person', () => {
    expect(profileIn('Jane Doe\njane@example.org\n\nExperience\nx').summary).toBeNull();
  });
});
