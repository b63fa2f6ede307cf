import { documentOf, type LineOf, styled } from '../../../../../test/support/resume-text';
import { extractProfile } from './extract-profile';

const options = { skills: () => [], today: new Date('2026-11-20T00:00:00Z') };
const headlineOf = (...lines: LineOf[]): string | null =>
  extractProfile(documentOf(lines), options).profile.personal_info.headline;

describe('headline', () => {
  it('stands under the name', () => {
    expect(
      headlineOf(
        'Marta Kowalczyk',
        'DevOps Engineer · Software Architect',
        'Warsaw, Poland',
        'marta@example.org',
      ),
    ).toBe('DevOps Engineer · Software Architect');
  });

  it('may be broken by a narrow column', () => {
    const title = (text: string): LineOf => styled(text, { fontSize: 12 });
    expect(
      headlineOf(
        styled('Callum Reid', { fontSize: 20 }),
        title('Emergency Medical'),
        title('Technician'),
        'callum.reid@example.org',
        'Ambulance technician with six years on the road, looking for a role in a hospital.',
      ),
    ).toBe('Emergency Medical Technician');
  });

  it('is joined even when two letters are left over', () => {
    const title = (text: string): LineOf => styled(text, { fontSize: 12 });
    const name = styled('Callum Reid', { fontSize: 20 });
    const rest = ['callum.reid@example.org', 'Nurse with six years on the wards of two hospitals.'];
    expect(headlineOf(name, title('Registered Nurse, BSN, RN-'), title('BC'), ...rest)).toBe(
      'Registered Nurse, BSN, RN-BC',
    );
  });

  it('may stand on the line of the name', () => {
    expect(headlineOf('Marta Kowalczyk · Nurse · Bremen, Germany · marta@example.org')).toBe(
      'Nurse',
    );
  });

  it('is null when only contact data stands there', () => {
    expect(
      headlineOf('Marta Kowalczyk', 'Warsaw, Poland | marta@example.org', '', 'Experience', 'x'),
    ).toBeNull();
  });

  it('is the whole line when all of it speaks of the work', () => {
    expect(
      headlineOf('Marta Kowalczyk', 'Full-Stack Developer | React & Node.js', 'marta@example.org'),
    ).toBe('Full-Stack Developer | React & Node.js');
  });

  it('leaves the place on the next line out, though it is set alike', () => {
    const large = (text: string): LineOf => styled(text, { fontSize: 12 });
    expect(
      headlineOf(
        styled('Marta Kowalczyk', { fontSize: 26 }),
        large('Welder at Fernhill Works'),
        large('Boise, Idaho'),
        'marta@example.org',
        'Summary',
        'Plans the work of a small team, keeps its promises and writes down what was agreed.',
      ),
    ).toBe('Welder at Fernhill Works');
  });

  it('may be a title that no list knows, near the name', () => {
    const title = styled('Brand Stories & Growth', { fontSize: 12 });
    const summary = 'Plans the work of a small team, keeps its promises and writes it down.';
    expect(headlineOf('Marta Kowalczyk', title, 'marta@example.org', summary)).toBe(
      'Brand Stories & Growth',
    );
    expect(headlineOf('Marta Kowalczyk', 'marta@example.org', title, summary)).toBe(
      'Brand Stories & Growth',
    );
    expect(headlineOf(title, 'Marta Kowalczyk', 'marta@example.org', summary)).toBe(
      'Brand Stories & Growth',
    );
    expect(headlineOf('Marta Kowalczyk | Business Development | Warsaw, Poland')).toBe(
      'Business Development',
    );
  });

  it('loses the label in front of it', () => {
    expect(headlineOf('Name: Marta Kowalczyk', 'Position: Paralegal', 'marta@example.org')).toBe(
      'Paralegal',
    );
  });

  it('is neither a degree nor the label of a form', () => {
    expect(headlineOf('Marta Kowalczyk, RN, BSN', 'marta@example.org')).toBeNull();
    expect(headlineOf('Marta Kowalczyk (she/her)', 'marta@example.org')).toBeNull();
    expect(
      headlineOf('Name\tMarta Kowalczyk', 'Address\tWarsaw', 'Email\tm@example.org'),
    ).toBeNull();
  });

  it('is not what the file is for, nor a line of ornament', () => {
    const application = 'Application for the position of Cook';
    expect(headlineOf(application, 'Marta Kowalczyk', 'marta@example.org')).toBeNull();
    expect(headlineOf('Marta Kowalczyk', '_______', 'Digital Marketing', 'm@example.org')).toBe(
      'Digital Marketing',
    );
  });

  it('is no name that was not understood', () => {
    expect(headlineOf('XQ ZRT 9', 'xq@example.org', '', 'Experience', 'x')).toBeNull();
  });
});
