import { documentOf, type LineOf, styled } from '../../../../../test/support/resume-text';
import { extractProfile } from './extract-profile';

const options = { skills: () => [], today: new Date('2026-11-20T00:00:00Z') };
const nameOf = (...lines: LineOf[]): string | null =>
  extractProfile(documentOf(lines), options).profile.personal_info.name;

/** What follows the head of a resume that somebody sends: no address of it holds the name. */
const CAREER: readonly LineOf[] = [
  '',
  'Summary',
  'Plans the work of a small team, keeps its promises and writes down what was agreed.',
  '',
  'Experience',
  'Shift Supervisor, Ashgrove Logistics Ltd, Leeds, 2019 – 2021',
];
const CONTACT = 'Leeds, United Kingdom | +44 20 7946 0958 | night.owl@example.org';

describe('a name that neither a list nor an address knows', () => {
  it.each([
    'Bo Garvin',
    'Ty Oz',
    'Eirlys Prytherch',
    'Ruaridh MacAskill',
    "Onfroi d'Aubrac",
    'Ludo van der Heijden',
    'Zdenka de los Arcos Ferrant',
    'M.K. Venkat',
    'Łaja Żółciak',
  ])('is proven by the contact data under it: %s', (name) => {
    expect(nameOf(name, CONTACT, ...CAREER)).toBe(name);
    expect(nameOf(name.toUpperCase(), CONTACT, ...CAREER)?.toLowerCase()).toBe(name.toLowerCase());
  });

  it('may stand under the contact data, the kind of the document or a note', () => {
    expect(nameOf(CONTACT, 'Bo Garvin', ...CAREER)).toBe('Bo Garvin');
    expect(nameOf('Last updated March 2026', 'Bo Garvin', CONTACT, ...CAREER)).toBe('Bo Garvin');
    expect(nameOf('Application for the post of Cook', 'Bo Garvin', CONTACT, ...CAREER)).toBe(
      'Bo Garvin',
    );
    expect(nameOf('CONFIDENTIAL RESUME', 'Bo Garvin', CONTACT, ...CAREER)).toBe('Bo Garvin');
    expect(nameOf(styled('LEBENSLAUF', { fontSize: 24 }), 'Bo Garvin', CONTACT, ...CAREER)).toBe(
      'Bo Garvin',
    );
  });

  it('may share its line with title and place', () => {
    expect(nameOf('Bo Garvin | Paralegal | San Luis Obispo, CA', CONTACT, ...CAREER)).toBe(
      'Bo Garvin',
    );
    expect(nameOf('Bo Garvin - Paralegal', CONTACT, ...CAREER)).toBe('Bo Garvin');
    expect(nameOf('Resume of Bo Garvin', CONTACT, ...CAREER)).toBe('Bo Garvin');
  });

  it('loses its titles, degrees and pronouns', () => {
    expect(nameOf('Prof. Dr. Jutta Wendrich', CONTACT, ...CAREER)).toBe('Jutta Wendrich');
    expect(nameOf('Dipl.-Ing. Bo Garvin', CONTACT, ...CAREER)).toBe('Bo Garvin');
    expect(nameOf('Bo Garvin, CISSP, P.Eng.', CONTACT, ...CAREER)).toBe('Bo Garvin');
    expect(nameOf('Bo Garvin (she/her)', CONTACT, ...CAREER)).toBe('Bo Garvin');
    expect(nameOf('Yuki Ma', CONTACT, ...CAREER)).toBe('Yuki Ma');
  });

  it('may hold what friends say', () => {
    expect(nameOf('Boris "Bo" Garvin', CONTACT, ...CAREER)).toBe('Boris "Bo" Garvin');
    expect(nameOf('Yi-Ting (Tina) Kuo', CONTACT, ...CAREER)).toBe('Yi-Ting (Tina) Kuo');
  });

  it('is turned round when the family name stands first', () => {
    expect(nameOf('GARVIN, Bo', CONTACT, ...CAREER)).toBe('Bo Garvin');
  });

  it('may be written small when it is the largest line', () => {
    expect(nameOf(styled('bo van garvin', { fontSize: 26 }), CONTACT, ...CAREER)).toBe(
      'Bo van Garvin',
    );
    expect(nameOf('bo garvin', CONTACT, ...CAREER)).toBeNull();
  });

  it('may be set in two weights or sizes on two lines', () => {
    const light = (text: string, fontSize: number): LineOf => styled(text, { fontSize });
    const heavy = (text: string): LineOf => styled(text, { fontSize: 30, bold: true });
    expect(nameOf(light('BO', 30), heavy('GARVIN'), CONTACT, ...CAREER)).toBe('Bo Garvin');
    expect(nameOf(light('Tsveta', 20), heavy('Doncheva'), CONTACT, ...CAREER)).toBe(
      'Tsveta Doncheva',
    );
  });

  it('stands under its monogram and beside a larger title', () => {
    expect(
      nameOf(
        styled('BG', { fontSize: 32 }),
        styled('Bo Garvin', { fontSize: 20 }),
        CONTACT,
        ...CAREER,
      ),
    ).toBe('Bo Garvin');
    expect(
      nameOf(
        styled('Bo Garvin', { fontSize: 16 }),
        styled('Mechanical Engineering Student', { fontSize: 20 }),
        CONTACT,
        ...CAREER,
      ),
    ).toBe('Bo Garvin');
  });

  it('is not joined with the heading under it', () => {
    const title = (text: string): LineOf => styled(text, { fontSize: 18 });
    expect(nameOf(title('Bo Garvin'), title('Summary'), CONTACT, ...CAREER.slice(2))).toBe(
      'Bo Garvin',
    );
  });

  it('is the value of its label', () => {
    const personal = ['CURRICULUM VITAE', 'Personal Details'];
    expect(nameOf(...personal, 'Name\tBo Garvin', 'Mobile\t+44 20 7946 0958', ...CAREER)).toBe(
      'Bo Garvin',
    );
    expect(nameOf(...personal, 'Name\t:\tBo Garvin', ...CAREER)).toBe('Bo Garvin');
    expect(nameOf(...personal, 'Name', 'Bo Garvin', ...CAREER)).toBe('Bo Garvin');
    expect(nameOf(...personal, 'Surname/First name: Garvin Bo', ...CAREER)).toBe('Garvin Bo');
    expect(nameOf(...personal, 'Nom et prénom : Garvin Bo', ...CAREER)).toBe('Garvin Bo');
    expect(
      nameOf(...personal, 'First name: Bo', 'Surname: Garvin', 'Nationality: British', ...CAREER),
    ).toBe('Bo Garvin');
  });

  it('is found in a text box that lies in a section', () => {
    const { profile } = extractProfile(
      documentOf([
        styled('Summary', { bold: true, fontSize: 12 }),
        'Plans the work of a small team, keeps its promises and writes down what was agreed.',
        styled('Bo Garvin', { fontSize: 20 }),
        'Electrician',
        'Leeds, United Kingdom',
        '+44 20 7946 0958',
        styled('Experience', { bold: true, fontSize: 12 }),
        'Shift Supervisor, Ashgrove Logistics Ltd, Leeds, 2019 – 2021',
        styled('Education', { bold: true, fontSize: 12 }),
        'BSc in Logistics, Midland Polytechnic, 2015',
      ]),
      options,
    );
    expect(profile.personal_info).toMatchObject({
      name: 'Bo Garvin',
      headline: 'Electrician',
      phone: '+442079460958',
      location: 'Leeds, United Kingdom',
    });
  });

  it.each([
    'Digital Marketing',
    'Pastry Chef',
    'San Luis Obispo, CA',
    'Supply Chain',
    'Key Skills',
    'Top Skills',
  ])('is never "%s"', (title) => {
    expect(nameOf(title, CONTACT, ...CAREER)).toBeNull();
    expect(nameOf(styled(title, { fontSize: 24 }), CONTACT, ...CAREER)).toBeNull();
  });

  it('may end in a word of business where it is the largest line', () => {
    expect(nameOf(styled('Odalys Church', { fontSize: 24 }), CONTACT, ...CAREER)).toBe(
      'Odalys Church',
    );
    expect(nameOf('Odalys Church', CONTACT, ...CAREER)).toBeNull();
  });

  it('is not half of itself when other text stands between', () => {
    const large = (text: string): LineOf => styled(text, { fontSize: 24 });
    const words = [large('Tsveta'), 'who plans and keeps her promises', large('Doncheva')];
    expect(nameOf(...words, 'doncheva@example.org', ...CAREER)).toBeNull();
  });

  it('is not a street without its number', () => {
    expect(nameOf('14 Alder Lane', CONTACT, ...CAREER)).toBeNull();
  });

  it('is not taken from a form or a letter, which have no sections', () => {
    expect(nameOf('Booking Form', CONTACT, 'Please fill in and send back.')).toBeNull();
  });
});
