import {
  documentOf,
  documentOfText,
  type LineOf,
  linkOn,
  styled,
} from '../../../../../test/support/resume-text';
import { type ExtractedDocument } from '../document/document';
import { extractProfile } from './extract-profile';
import { type PersonalInfo } from './profile';

const personOf = (document: ExtractedDocument): PersonalInfo =>
  extractProfile(document, { skills: () => [], today: new Date('2026-11-20T00:00:00Z') }).profile
    .personal_info;

const personIn = (text: string): PersonalInfo => personOf(documentOfText(text));

describe('e-mail', () => {
  it('is read from the contact lines with its place', () => {
    const text =
      'Ada Byron\nLondon | ada.byron@example.org | 020 7946 0123\n\nExperience\nAnalyst, Engine Ltd, 2019 – 2021\n';
    const { email, sources } = personIn(text);
    expect(email).toBe('ada.byron@example.org');
    expect(text.slice(sources.email?.start, sources.email?.end)).toBe('ada.byron@example.org');
  });

  it('is not the address of a referee or a supervisor', () => {
    expect(
      personIn(
        'Ada Byron\n\nExperience\nAnalyst, 2019 – 2021\n\nReferences\nMary Somerville, mary@example.org',
      ).email,
    ).toBeNull();
    expect(
      personIn('Ada Byron\n\nExperience\nSupervisor: Mary Somerville, mary@example.org').email,
    ).toBeNull();
  });

  it('is found at the end of the resume when only that one is there', () => {
    expect(
      personIn(
        'Ada Byron\n\nExperience\nAnalyst, 2019 – 2021\n\nInterests\nMail me: ada@example.org',
      ).email,
    ).toBe('ada@example.org');
  });

  it('comes from a link when the text only says "E-mail"', () => {
    const content = 'Ada Byron\nE-mail\n';
    const document = documentOf(['Ada Byron', 'E-mail'], {
      links: [linkOn(content, 'E-mail', 'mailto:ada@example.org')],
    });
    expect(personOf(document).email).toBe('ada@example.org');
  });

  it('loses a label that sticks to it', () => {
    expect(personIn('Ada Byron\nmailto:ada@example.org').email).toBe('ada@example.org');
  });
});

describe('phones', () => {
  it.each([
    ['+44 20 7946 0123', '+442079460123'],
    ['tel:(+82) 10-9030-1234', '+821090301234'],
    ['(415) 555-0142', '+14155550142'],
    ['415.555.0142', '+14155550142'],
    ['(415)555-0142', '+14155550142'],
    ['1-415-555-0142', '+14155550142'],
    ['0049 711 12345678', '+4971112345678'],
  ])('reads %s', (written, expected) => {
    expect(personIn(`Ada Byron\n${written}\nada@example.org`).phone).toBe(expected);
  });

  it.each([
    ['Lyon, France', '06 12 34 56 78', '+33612345678'],
    ['Bristol, United Kingdom', '07700 900123', '+447700900123'],
    ['70173 Stuttgart', '0711 12345678', '+4971112345678'],
    ['Istanbul, Türkiye', '0541 999 99 99', '+905419999999'],
  ])('uses the country of %s for %s', (place, written, expected) => {
    expect(personIn(`Ada Byron\n${place} | ${written}`).phone).toBe(expected);
  });

  it('keeps all numbers, the first one first', () => {
    expect(personIn('Ada Byron\nMobile: +44 7700 900123\nHome: +44 20 7946 0123').phones).toEqual([
      '+447700900123',
      '+442079460123',
    ]);
  });

  it('does not complete masked digits and takes no dates for numbers', () => {
    expect(personIn('Ada Byron\n+49 176 *** *** **').phones).toEqual([]);
    expect(personIn('Ada Byron\n+49 176 313 XXX XX').phones).toEqual([]);
    expect(personIn('Ada Byron\nAnalyst 01/2015 - 02/2016').phones).toEqual([]);
  });

  it('leaves the numbers of referees and supervisors out', () => {
    expect(
      personIn('Ada Byron\n\nExperience\nSupervisor may be contacted: +44 20 7946 0123').phones,
    ).toEqual([]);
  });

  it('does not begin with the postal code of the line above', () => {
    expect(personIn('Ada Byron\nBoise, ID 83702\n208.555.0147').phones).toEqual(['+12085550147']);
  });

  it('comes from a link when the written number has no country', () => {
    const content = 'Ada Byron\n0541 999 99 99\n';
    const links = [linkOn(content, '0541 999 99 99', 'tel:+90-541-999-99-99')];
    expect(personOf(documentOf(['Ada Byron', '0541 999 99 99'], { links })).phone).toBe(
      '+905419999999',
    );
  });
});

describe('links', () => {
  const urls = (person: PersonalInfo): string[] =>
    person.links.map((link) => `${link.kind} ${link.url}`);

  it('are those that the contact lines spell out', () => {
    expect(
      urls(
        personIn(
          'Ada Byron\nada@example.org | linkedin.com/in/adabyron | https://github.com/adab | byron.dev',
        ),
      ),
    ).toEqual([
      'linkedin https://linkedin.com/in/adabyron',
      'github https://github.com/adab',
      'website https://byron.dev',
    ]);
  });

  it('are those that user names in the contact lines link to, once each', () => {
    const content = 'Ada Byron\nadab\tadabyron\n';
    const links = [
      linkOn(content, 'adab', 'https://github.com/adab'),
      linkOn(content, 'adab', 'https://www.github.com/adab/'),
      linkOn(content, 'adabyron', 'https://linkedin.com/in/adabyron'),
    ];
    expect(urls(personOf(documentOf(['Ada Byron', 'adab\tadabyron'], { links })))).toEqual([
      'github https://github.com/adab',
      'linkedin https://linkedin.com/in/adabyron',
    ]);
  });

  it('are not those of projects, of publications or of products in a sentence', () => {
    const content = 'Ada Byron\n\nProjects\nEngine\n';
    const links = [linkOn(content, 'Engine', 'https://github.com/adab/engine')];
    expect(personOf(documentOf(['Ada Byron', '', 'Projects', 'Engine'], { links })).links).toEqual(
      [],
    );
    expect(
      personIn('Ada Byron\nIntegrated the Modeler.io editor into the suite of tools').links,
    ).toEqual([]);
  });

  it('are made of the network and the name where only those are given', () => {
    expect(urls(personIn('Ada Byron\nGitHub: @adab | LinkedIn: /in/adabyron'))).toEqual([
      'github https://github.com/adab',
      'linkedin https://linkedin.com/in/adabyron',
    ]);
  });
});

describe('location', () => {
  it.each([
    ['San Francisco, CA', 'San Francisco, CA'],
    [
      'Address: 14 Harbour Lane, Bristol, BS1 4QA, United Kingdom',
      'Bristol, BS1 4QA, United Kingdom',
    ],
    ['ada@example.org , +1 (415) 555-0142 , Austin, TX , github.com/adab', 'Austin, TX'],
    ['Mapo-gu, Seoul, Republic of Korea', 'Mapo-gu, Seoul, Republic of Korea'],
    ['ada@example.org +1 (415) 555-0142 Austin, TX linkedin.com/in/adabyron', 'Austin, TX'],
    ['12 rue des Lilas, 69003 Lyon – 06 12 34 56 78', '69003 Lyon'],
    ['Novi Sad, Serbia ● +381 21 555 0134 ● ada@example.org', 'Novi Sad, Serbia'],
    ['Austin, TX | ada@example.org | linkedin.com/in/ada-1990', 'Austin, TX'],
  ])('is read from "%s"', (line, expected) => {
    expect(personIn(`Ada Byron\n${line}`).location).toBe(expected);
  });

  it('is not what a narrow column leaves of the name', () => {
    const large = (text: string): LineOf => styled(text, { fontSize: 22 });
    const lines = [large('Ada'), large('Byron, MD'), 'Leeds, United Kingdom', 'ada@example.org'];
    expect(personOf(documentOf(lines)).location).toBe('Leeds, United Kingdom');
  });

  it('is not the place of an employer', () => {
    expect(
      personIn('Ada Byron\n\nExperience\nAnalyst, Engine Ltd, London, UK, 2019 – 2021').location,
    ).toBeNull();
  });
});
