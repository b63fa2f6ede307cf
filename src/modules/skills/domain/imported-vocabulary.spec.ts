import { importedDefinitions, parseImportedVocabulary, SOURCE_FACTS } from './imported-vocabulary';
import { SkillMatcher } from './skill-matcher';

const kept = {
  source: 'esco',
  notice: 'notice',
  version: '1.2.0',
  importedAt: '2026-01-02T03:04:05.000Z',
  skills: [
    { name: 'Run quay cranes', aliases: ['quay crane work'] },
    { name: 'Go', weak: ['GoL'] },
  ],
};

describe('parseImportedVocabulary', () => {
  it('reads what was written', () => {
    expect(parseImportedVocabulary(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it.each([
    null,
    [],
    { ...kept, source: 'elsewhere' },
    { ...kept, notice: undefined },
    { ...kept, skills: [{ name: 1 }] },
    { ...kept, skills: [{ name: 'x', aliases: 'y' }] },
  ])('is null for anything else', (value) => {
    expect(parseImportedVocabulary(value)).toBeNull();
  });
});

describe('importedDefinitions', () => {
  it('have the category of their source, and the rules of a known skill of their name', () => {
    const known = { name: 'go', category: 'code', ambiguous: true, near: ['docker'] };
    const vocabulary = parseImportedVocabulary(kept)!;
    expect(importedDefinitions(vocabulary, new SkillMatcher([known]))).toEqual([
      { name: 'Run quay cranes', aliases: ['quay crane work'], category: 'ESCO' },
      { ...known, weak: ['GoL'] },
    ]);
  });
});

describe('notices', () => {
  it('credit the publisher and say that the data were changed', () => {
    expect(SOURCE_FACTS.onet.notice('28.2')).toContain(
      'O*NET 28.2 Database by the U.S. Department',
    );
    expect(SOURCE_FACTS.onet.notice(null)).toContain('CC BY 4.0');
    expect(SOURCE_FACTS.onet.notice(null)).toContain('has modified');
    expect(SOURCE_FACTS.esco.notice(null)).toContain('uses the ESCO classification');
    expect(SOURCE_FACTS.esco.notice('1.2.0')).toContain('version 1.2.0');
  });
});
