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
    'Would she take on night shifts?',
    'What would her colleagues say about her?',
  ])('%s is about the terms of employment', (question) => {
    expect(askedOfEmployment(question)).not.toBeNull();
  });

  it.each([
    'When did she start at Quayline?',
    'Any courses in recent years?',
    'Has she led a team?',
    'What was he doing before he went self-employed?',
  ])('%s is about something else', (question) => {
    expect(askedOfEmployment(question)).toBeNull();
  });

  it.each<[string, string, boolean]>([
    ['Can she work remotely?', 'Prefers three days a week from home', true],
    ['Does he work from home?', 'Home office in Leeds since 2020', true],
    ['Home office?', 'Worked remotely for a team in Oslo', true],
    ['Is she used to remote work?', 'Offer video appointments to patients in remote areas', false],
    ['Is she used to remote work?', 'Thesis on consistency in distributed ledgers', false],
    ['Does he have his own business?', 'Self-employed Carpenter, Exeter', true],
  ])('%s is told by: %s: %s', (question, line, isTold) => {
    expect(askedOfEmployment(question)?.test(line)).toBe(isTold);
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
    ['Supervise two accounts payable clerks', 'team'],
    ['Salesperson of the Year 2019', 'award'],
    ['On call every fourth week', 'on-call'],
  ])('%s tells of what is %s', (text, word) => {
    expect(stemsOfPassage(text)).toContain(stem(word));
    expect(stemsOfPassage('Baked bread in Bath for 120 hungry customers')).not.toContain(
      stem(word),
    );
  });
});
