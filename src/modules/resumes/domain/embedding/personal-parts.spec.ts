import type { PersonalInfo } from '../profile/profile';
import { withoutPerson } from './personal-parts';

const nobody: PersonalInfo = {
  name: null,
  headline: null,
  email: null,
  phone: null,
  phones: [],
  location: null,
  links: [],
  sources: {},
};

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

describe('withoutPerson', () => {
  it('blanks the name wherever it stands, and keeps every other letter in its place', () => {
    const content =
      'Ada Brook\nNurse\nADA led a ward. Thanks to Ms. Brook! Brook Hospital. Adam and brook trout.';
    const anonymous = withoutPerson(content, { ...nobody, name: 'Ada Brook' });
    expect(anonymous).toHaveLength(content.length);
    expect(anonymous.indexOf('Nurse')).toBe(content.indexOf('Nurse'));
    expect(words(anonymous).join(' ')).toBe(
      'Nurse led a ward. Thanks to Ms. ! Brook Hospital. Adam and brook trout.',
    );
  });

  it('blanks e-mail addresses, links and phone numbers however they are grouped', () => {
    const content =
      'Reach me: ada.b@example.org, www.example.org/ada or (020) 7946-0958. ISO 9001, 2015 - 2019';
    const person = { ...nobody, phones: ['+442079460958'] };
    expect(words(withoutPerson(content, person)).join(' ')).toBe(
      'Reach me: , or . ISO 9001, 2015 - 2019',
    );
  });

  it('blanks the home but not the same town elsewhere', () => {
    const content = 'Lives in Bremen\nBuilt ships in Bremen';
    const sources = { location: { start: 9, end: 15, confidence: 1 } };
    expect(words(withoutPerson(content, { ...nobody, sources })).join(' ')).toBe(
      'Lives in Built ships in Bremen',
    );
  });

  it('takes a name with signs for letters, not for a pattern', () => {
    const person = { ...nobody, name: 'Jo (Ann) O’Neil+' };
    expect(words(withoutPerson('Jo (Ann) O’Neil+ cooks', person))).toEqual(['cooks']);
  });

  it('leaves a text of nobody as it is', () => {
    expect(withoutPerson('Welder, 12 years', nobody)).toBe('Welder, 12 years');
  });
});
