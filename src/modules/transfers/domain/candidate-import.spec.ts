import { CANDIDATE_FIELDS, firstByEmail, peopleOf } from './candidate-import';
import { readTable } from './csv-table';

const read = (text: string): ReturnType<typeof peopleOf> =>
  peopleOf(readTable(text, CANDIDATE_FIELDS));

describe('peopleOf', () => {
  it('takes a person of a row', () => {
    const text =
      'Vorname;Nachname;E-Mail;Telefon;Ort;LinkedIn;Quelle\n' +
      'Amara;Okafor;amara@example.com;+1 202 555 0143;Leeds;www.linkedin.com/in/example https://github.com/example;Fair';
    expect(read(text)).toEqual({
      problems: [],
      people: [
        {
          line: 2,
          fullName: 'Amara Okafor',
          email: 'amara@example.com',
          phone: '+12025550143',
          location: 'Leeds',
          links: [
            { url: 'https://www.linkedin.com/in/example', kind: 'linkedin' },
            { url: 'https://github.com/example', kind: 'github' },
          ],
          detail: 'Fair',
        },
      ],
    });
  });

  it('tells of every row what is wrong and in which column', () => {
    const text = [
      'Name,Mail,Tel,URL',
      ',nobody,12345,not a link',
      'Amara,amara@example.com,,',
      'Bruno,,+12025550143,',
      `${'x'.repeat(201)},x@example.com,,`,
    ].join('\n');
    const { people, problems } = read(text);
    expect(people.map(({ line }) => line)).toEqual([3]);
    expect(problems.map(({ line, column, code }) => `${line} ${column ?? ''} ${code}`)).toEqual([
      '2 Name required',
      '2 Mail invalid_email',
      '2 Tel invalid_phone',
      '2 URL invalid_link',
      '4 Mail required',
      '5 Name too_long',
    ]);
  });

  it('misses columns only once', () => {
    expect(read('Town,Phone\nLeeds,1\nLyon,2\n').problems).toMatchObject([
      { line: 1, column: 'email', code: 'column_missing' },
      { line: 1, column: 'full_name', code: 'column_missing' },
    ]);
  });
});

it('takes the first of those with the same address', () => {
  const { people } = read('name,email\nA,x@example.com\nB,X@Example.com\nC,y@example.com\n');
  expect(firstByEmail(people).map(({ fullName }) => fullName)).toEqual(['A', 'C']);
});
