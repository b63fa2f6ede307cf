import { askedOfEmployment, inWordsOfResumes } from './question-phrasings';
import { kindOfToolIn } from './tool-kinds';
import { stem, stemsOfPassage } from './words';

describe('what recruiters ask in their own way', () => {
  it.each([
    'When could she start?',
    'How much notice does she have to give?',
    'What is his day rate?',
    'Is he open to a move to Berlin?',
    'Why did she leave Quayline?',
    'What does she want to do in five years?',
    'Does he have his own business?',
  ])('%s is about the terms of employment', (question) => {
    expect(askedOfEmployment(question)).not.toBeNull();
  });

  it.each([
    'When did she start at Quayline?',
    'Any courses in recent years?',
    'Has she led a team?',
  ])('%s is about something else', (question) => {
    expect(askedOfEmployment(question)).toBeNull();
  });

  it('is put as resumes put it', () => {
    expect(inWordsOfResumes('How many people work under him?')).toBe('How many lead team?');
    expect(inWordsOfResumes('Has she shown newcomers the ropes?')).toBe(
      'Has she train colleagues?',
    );
    expect(inWordsOfResumes('Has she led a team?')).toBe('Has she led a team?');
  });

  it('may be a kind of tool', () => {
    const isOfKind = kindOfToolIn('Which databases has he used?');
    expect(['PostgreSQL', 'Python'].filter((skill) => isOfKind?.(skill))).toEqual(['PostgreSQL']);
    expect(kindOfToolIn('Has she led a team?')).toBeNull();
  });
});

describe('a passage', () => {
  it.each<[string, string]>([
    ['Brought the test run down from 40 minutes to six', 'improved'],
    ['Lowered the bill by 31 percent', 'improved'],
    ['Plans the rota of 22 pickers', 'team'],
  ])('%s tells of what is %s', (text, word) => {
    expect(stemsOfPassage(text)).toContain(stem(word));
    expect(stemsOfPassage('Baked bread in Bath')).not.toContain(stem(word));
  });
});
