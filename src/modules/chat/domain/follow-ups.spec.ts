import { pointsBack, standingAlone } from './follow-ups';

describe('a question after others', () => {
  it.each<[string, readonly string[], string]>([
    ['And Python?', ['Does she know Java?'], 'Does she know Python?'],
    ['What about Go?', ['Does she know Java?', 'And Python?'], 'Does she know Go?'],
    ['and at Netherby?', ['What did he do at Quayline?'], 'What did he do at Netherby?'],
    ['And pregnant?', ['Is she married?'], 'Is she pregnant?'],
    ['And what did she study?', ['Does she know Java?'], 'what did she study?'],
    ['And her skills in Python?', ['Does she speak Polish?'], 'her skills in Python?'],
    ['And Python?', [], 'Python?'],
    ['Does she know Go?', ['Does she know Java?'], 'Does she know Go?'],
    ['And when was that?', ['Has she led a team?'], 'when was that?'],
  ])('%s after %j is %s', (question, earlier, whole) => {
    expect(standingAlone(question, earlier)).toBe(whole);
  });

  it.each([
    'When was that?',
    'How long?',
    'since when?',
    'What did she do there?',
    'Where was it?',
  ])('%s points back', (question) => {
    expect(pointsBack(question)).toBe(true);
  });

  it.each([
    'How many years of experience does she have?',
    'Where did she work?',
    'When could she start?',
    'How long was she at Quayline?',
    'Who was that?',
    'When did she learn that Kubernetes exists?',
  ])('%s does not', (question) => {
    expect(pointsBack(question)).toBe(false);
  });
});
