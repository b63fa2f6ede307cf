import fc from 'fast-check';
import { ImportedIndex } from './imported-index';
import { type SkillDefinition } from './skill';
import { SkillMatcher } from './skill-matcher';

const definitions: readonly SkillDefinition[] = [
  { name: 'Run quay cranes', aliases: ['quay-crane work', 'TCP/IP cranes'], category: 'ESCO' },
  { name: 'Zephyrdoc', category: 'ESCO', ambiguous: true, caseSensitive: true, weak: ['ZDC'] },
  { name: 'battery care', category: 'ESCO' },
];
const index = new ImportedIndex(definitions);

const names = (text: string): readonly string[] => index.match(text).map(({ name }) => name);

describe('ImportedIndex', () => {
  it('finds skills by name and alias, with other endings and hyphens', () => {
    expect(names('Quay crane work, then we run quay-cranes.')).toEqual([
      'Run quay cranes',
      'Run quay cranes',
    ]);
    expect(names('quaycrane work on TCP/IP cranes')).toEqual([
      'Run quay cranes',
      'Run quay cranes',
    ]);
    expect(names('battery-care')).toEqual(['battery care']);
    expect(names('run quay cra-\nnes')).toEqual(['Run quay cranes']);
  });

  it('asks for the evidence that a skill needs', () => {
    expect(names('Zephyrdoc was late.')).toEqual([]);
    expect(names('Experience with Zephyrdoc.')).toEqual(['Zephyrdoc']);
    expect(names('Skills: ZDC')).toEqual(['Zephyrdoc']);
  });

  it('knows what a name means', () => {
    expect(index.canonical('quay crane works')).toBe(definitions[0]);
    expect(index.canonical('quay')).toBeNull();
    expect(index.definition('zephyrDOC')).toBe(definitions[1]);
    expect(index.definition('crane')).toBeNull();
  });

  it('finds what a matcher for all of its skills finds', () => {
    const word = fc.constantFrom(
      'crane',
      'cranes',
      'battery',
      'batteries',
      'organise',
      'organize',
      'box',
      'boxes',
      'Docker3',
      'docker',
      'e-crane',
      'Crane.js',
      'A&B',
    );
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const skill = fc.record({ name: phrase, alias: phrase, weak: phrase, ambiguous: fc.boolean() });
    const text = fc
      .array(fc.tuple(word, fc.constantFrom(' ', ' ', ', ', '-', '\n')), { maxLength: 30 })
      .map((parts) => `Skills: ${parts.flat().join('')}`);
    fc.assert(
      fc.property(fc.array(skill, { maxLength: 8 }), text, (skills, source) => {
        const given = skills.map(({ name, alias, weak, ambiguous }, place) => ({
          name: `${name} ${place}`,
          aliases: [name, alias],
          weak: [weak],
          ambiguous,
          category: 'x',
        }));
        expect(new ImportedIndex(given).match(source)).toEqual(
          new SkillMatcher(given).match(source),
        );
      }),
    );
  });
});
