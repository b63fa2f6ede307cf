import * as fc from 'fast-check';
import {
  documentOf,
  documentOfText,
  type LineOf,
  styled,
} from '../../../../../test/support/resume-text';
import { extractProfile } from './extract-profile';

const options = { skills: () => [], today: new Date('2026-11-20T00:00:00Z') };
const nameOf = (...lines: LineOf[]): string | null =>
  extractProfile(documentOf(lines), options).profile.personal_info.name;
const headlineOf = (...lines: LineOf[]): string | null =>
  extractProfile(documentOf(lines), options).profile.personal_info.headline;

describe('name', () => {
  it('stands over the contact lines', () => {
    expect(nameOf('Marta Kowalczyk', 'marta@example.org')).toBe('Marta Kowalczyk');
  });

  it('is not the word "CURRICULUM VITAE" or "Resume"', () => {
    expect(nameOf('CURRICULUM VITAE', 'Ngozi Eze', 'ngozi.eze@example.org')).toBe('Ngozi Eze');
    expect(nameOf('Resume – Ngozi Eze', 'ngozi.eze@example.org')).toBe('Ngozi Eze');
    expect(nameOf(styled('NGOZI EZE RESUME', { fontSize: 24 }), 'ngozi.eze@example.org')).toBe(
      'Ngozi Eze',
    );
  });

  it('loses titles and degrees around it', () => {
    expect(nameOf('Dr. Hanna Sörensen, PhD, MBA', 'hanna@example.org')).toBe('Hanna Sörensen');
    expect(nameOf('Name: Grace Muthoni', 'Phone: +254 712 345678')).toBe('Grace Muthoni');
  });

  it('is shown with capitals at the beginning of its words only', () => {
    expect(nameOf("SEÁN O'NEILL-DÍAZ", 'sean@example.org')).toBe("Seán O'Neill-Díaz");
    expect(nameOf('J O H N   D O E', 'john@example.org')).toBe('John Doe');
  });

  it('may stand in the main column beside a sidebar', () => {
    const side = (text: string): LineOf => styled(text, { column: 0 });
    const main = (text: string, fontSize = 10): LineOf => styled(text, { column: 1, fontSize });
    const heading = (text: string, column: number): LineOf =>
      styled(text, { column, fontSize: 14, bold: true });
    expect(
      nameOf(
        heading('SKILLS', 0),
        side('Welding'),
        heading('CONTACT', 0),
        side('ilya@example.org'),
        main('ILYA PETROV', 28),
        main('Automation Consultant'),
        heading('EXPERIENCE', 1),
        main('Consultant, 2019 – 2021'),
      ),
    ).toBe('Ilya Petrov');
  });

  it('may be broken by a narrow column', () => {
    const large = (text: string): LineOf => styled(text, { fontSize: 20, bold: true });
    expect(
      nameOf(large('Ngozi'), large('Adeyemi-'), large('Clarke'), 'Nurse', 'ngozi@example.org'),
    ).toBe('Ngozi Adeyemi-Clarke');
  });

  it('may have particles, initials or no Latin letters', () => {
    expect(nameOf('Ludwig van der Berg', 'ludwig@example.org')).toBe('Ludwig van der Berg');
    expect(nameOf('Claud D. Park', 'claud@example.org')).toBe('Claud D. Park');
    expect(nameOf(styled('王小明', { fontSize: 24 }), 'xm@example.org')).toBe('王小明');
  });

  it('is proven by the e-mail address even when no list knows it', () => {
    expect(nameOf('Xolani Ndlovu', 'x.ndlovu@example.org')).toBe('Xolani Ndlovu');
  });

  it('leaves the city on the same line out', () => {
    expect(
      nameOf(styled('ACHRAF BENALI Casablanca, Morocco', { fontSize: 24 }), 'benali@example.org'),
    ).toBe('Achraf Benali');
  });
});

describe('a resume without a name', () => {
  it.each([
    'ACCOUNTANT',
    'SENIOR ACCOUNTANT',
    'SOUS CHEF',
    'KITCHEN HELP',
    'BUSINESS DEVELOPMENT',
    'TABLE GAMES DEALER',
    'DIRECTOR, FINANCE',
    'HR COORDINATOR',
    'Registered Nurse',
    'Vice President',
    'Head Baker',
  ])('has "%s" as its headline and nobody as its name', (title) => {
    const lines = [
      title,
      'Summary',
      'Reliable and quick to learn, with ten years of practice in a busy house.',
      'Experience',
      'Did things, 2019 – 2021',
    ];
    expect(nameOf(...lines)).toBeNull();
    expect(headlineOf(title.toUpperCase(), ...lines.slice(1))).toBe(title.toUpperCase());
  });

  it('never makes a person of the words of titles', () => {
    const rank = fc.constantFrom(
      'SENIOR',
      'LEAD',
      'ASSISTANT',
      'CHIEF',
      'STAFF',
      'HEAD',
      'REGIONAL',
    );
    const field = fc.constantFrom(
      'SALES',
      'NURSING',
      'FINANCE',
      'MARKETING',
      'KITCHEN',
      'SAFETY',
      'PROJECT',
    );
    const noun = fc.constantFrom(
      'MANAGER',
      'ANALYST',
      'COOK',
      'TEACHER',
      'ENGINEER',
      'ATTENDANT',
      'BAKER',
    );
    fc.assert(
      fc.property(rank, field, noun, (...words) => {
        expect(
          nameOf(words.join(' '), 'Summary', 'Experience', 'Acme Ltd, 2019 – 2021'),
        ).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  it('has no headline when the first line opens a section', () => {
    const { name, headline } = extractProfile(
      documentOfText('Summary\nReliable.\n\nExperience\nx'),
      options,
    ).profile.personal_info;
    expect({ name, headline }).toEqual({ name: null, headline: null });
  });
});
