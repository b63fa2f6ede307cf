import { passagesOf } from './passages';
import { readPeopleQuestion } from './people-question';
import { foreignLanguageOf } from './question-language';
import { asStatement, LONGEST_QUESTION, questionProblem } from './question-text';
import { askedYears, type QuestionWords } from './question-words';
import { trimmedHistory } from './chat-prompt';
import { holds, stem, stemsOf, termsOf } from './words';

describe('questions', () => {
  it.each<[string, string | null]>([
    ['Hat sie Erfahrung mit Kubernetes und wie viele Jahre?', 'German'],
    ['Quelle est son expérience avec les serveurs ?', 'French'],
    ['¿Cuántos años de experiencia tiene en Java?', 'Spanish'],
    ['彼女はKubernetesを知っていますか', 'Japanese'],
    ['Знает ли она Kubernetes?', 'Russian or another language in Cyrillic'],
    ['Does she know Kubernetes?', null],
    ['Who has worked at La Poste or Die Zeit?', null],
    ['Kubernetes?', null],
  ])('%s is in %s', (question, language) => {
    expect(foreignLanguageOf(question)).toBe(language);
  });

  it('have a length, a letter and a type', () => {
    expect(questionProblem('Who?')).toBeNull();
    for (const bad of [
      '',
      ' ?! ',
      'x'.repeat(LONGEST_QUESTION + 1),
      7,
      null,
      undefined,
      'a\u0000',
      'a\ud83d',
    ]) {
      expect(questionProblem(bad)).not.toBeNull();
    }
  });

  it('are near to what a resume would say', () => {
    expect(asStatement('Has she ever led a team?')).toBe('led a team');
    expect(asStatement('Does he have experience with ventilators?')).toBe('ventilators');
    expect(asStatement('Why?')).toBe('Why?');
  });

  it.each<[string, number | null, boolean]>([
    ['more than five years', 5, true],
    ['at least 3 years', 3, false],
    ['10+ years', 10, false],
    ['two years ago', null, false],
    ['no number', null, false],
  ])('%s asks for %s years', (text, least, isStrict) => {
    const asked = askedYears(text);
    expect(asked?.least ?? null).toBe(least);
    expect(asked?.isStrict ?? false).toBe(isStrict);
  });

  it('are compared by stems and ideas', () => {
    expect(stem('planned')).toBe(stem('planning'));
    const [term] = termsOf('Has she supervised anybody?');
    expect(holds(stemsOf('In charge of a shift'), term!)).toBeGreaterThan(0.5);
    expect(holds(stemsOf('Baked bread'), term!)).toBe(0);
    expect(termsOf('What does she have?')).toEqual([]);
  });
});

describe('questions about several people', () => {
  const words = (
    fields: Partial<QuestionWords> & { readonly question: string },
  ): QuestionWords => ({
    skills: [],
    languages: [],
    named: [...(fields.skills ?? []), ...(fields.languages ?? [])],
    isForeign: false,
    years: askedYears(fields.question),
    ...fields,
  });
  const read = (question: string, fields: Partial<QuestionWords> = {}) =>
    readPeopleQuestion(question, words({ question, ...fields }));

  it('are conditions, and a rest that none covers', () => {
    const asked = read('Who has Kubernetes and more than five years?', { skills: ['Kubernetes'] });
    expect(asked).toMatchObject({
      kind: 'filter',
      filters: { skills: ['Kubernetes'], minYears: 5.01 },
      described: 'Kubernetes and more than 5 years of experience',
      rest: '',
    });
    const more = read('Who knows Kubernetes and has led auctions?', { skills: ['Kubernetes'] });
    expect(more.rest).toBe('led auctions');
  });

  it('tell years with a skill from years at all', () => {
    const skills = { skills: ['Kubernetes'] };
    for (const question of [
      'Who has five years of Kubernetes?',
      'Who used Kubernetes for five years?',
    ]) {
      expect(read(question, skills)).toMatchObject({ skillYears: { skill: 'Kubernetes' } });
    }
    expect(read('Who has Kubernetes and five years?', skills).skillYears).toBeNull();
  });

  it('may exclude, and may leave a choice', () => {
    const skills = ['Kubernetes', 'Docker'];
    expect(read('Who knows Kubernetes or Docker?', { skills }).anyOf).toEqual(skills);
    expect(read('Who has Kubernetes without Docker?', { skills }).filters).toEqual({
      skills: ['Kubernetes'],
      excludedSkills: ['Docker'],
    });
  });

  it('name employers, schools, places and degrees', () => {
    expect(read('Who worked at Quayline Systems?').filters).toEqual({
      employers: ['Quayline Systems'],
    });
    expect(read('Who studied at the University of Bradford?').filters.schools).toEqual([
      'University of Bradford',
    ]);
    expect(read('Who lives in Leeds?').filters).toEqual({ location: 'Leeds' });
    expect(read('Who has a PhD?').filters).toEqual({ educationLevel: 'doctorate' });
  });

  it('ask for the ranking', () => {
    expect(read('Who are the top three candidates?')).toMatchObject({ kind: 'rank', most: 3 });
  });
});

describe('passagesOf', () => {
  it('joins wrapped lines, leaves out headings, dates and what is withheld; each is a true part', () => {
    const content = [
      'EXPERIENCE',
      '01/2020 - 12/2023',
      '- Planned the move of the data centre to a new building together with three',
      '  suppliers. Kept the old one alive. Secret words here.',
      'Hidden line',
    ].join('\n');
    const sections = [{ kind: 'experience', heading: 'EXPERIENCE', start: 0, end: content.length }];
    const found = passagesOf({ content, sections }, (line) => line.startsWith('Hidden'));
    expect(found.map(({ text }) => text.replace(/\s+/g, ' '))).toEqual([
      'Planned the move of the data centre to a new building together with three suppliers.',
      'Kept the old one alive.',
      'Secret words here.',
    ]);
    found.forEach(({ start, end, text }) => {
      expect(content.slice(start, end)).toBe(text);
    });
  });
});

describe('a passage under a heading', () => {
  it('knows it where it tells something, also one that no section is known by', () => {
    const content = 'LANGUAGES\nEnglish\nVOLUNTARY WORK\nMountain rescue\nAwards\nBest newcomer\n';
    const awards = content.indexOf('Awards');
    const sections = [
      { kind: 'languages', heading: 'LANGUAGES', start: 0, end: awards },
      { kind: 'awards', heading: 'Awards', start: awards, end: content.length },
    ];
    const found = passagesOf({ content, sections }, () => false);
    expect(found.map(({ text, heading }) => [text, heading])).toEqual([
      ['English', null],
      ['Mountain rescue', 'VOLUNTARY WORK'],
      ['Best newcomer', 'Awards'],
    ]);
  });
});

describe('trimmedHistory', () => {
  it('keeps the newest that fit, and no answer without its question', () => {
    const say = (role: 'user' | 'assistant', length: number) => ({
      role,
      content: 'x'.repeat(length),
    });
    const history = [
      say('user', 10),
      say('assistant', 5000),
      say('user', 10),
      say('assistant', 4000),
    ];
    expect(trimmedHistory(history)).toEqual(history.slice(2));
    expect(trimmedHistory([say('user', 8000), say('assistant', 10)])).toEqual([]);
  });
});
