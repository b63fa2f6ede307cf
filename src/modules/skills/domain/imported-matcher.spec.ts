import { ImportedIndex } from './imported-index';
import { MatcherWithImported } from './imported-matcher';
import { type SkillMention } from './skill';
import { SkillMatcher } from './skill-matcher';

const vocabulary = new SkillMatcher([
  { name: 'Stock control', aliases: ['stocktaking'], category: 'logistics' },
  { name: 'Kubernetes', aliases: ['k8s'], category: 'cloud' },
]);
const imported = new ImportedIndex([
  { name: 'Manage stock control systems', category: 'ESCO' },
  { name: 'Run quay cranes', category: 'ESCO', aliases: ['quay crane work'] },
  { name: 'Stock control', category: 'ESCO', aliases: ['inventory of goods on hand'] },
]);
const matcher = new MatcherWithImported(vocabulary, imported);

const names = (mentions: readonly SkillMention[]): readonly string[] =>
  mentions.map(({ name }) => name);

describe('MatcherWithImported', () => {
  it('finds what only the imported list has, in the order of the text', () => {
    const text = 'Quay crane work, then stocktaking.';
    expect(names(matcher.match(text))).toEqual(['Run quay cranes', 'Stock control']);
    expect(matcher.canonical('quay crane work')?.name).toBe('Run quay cranes');
  });

  it('lets our form win over a longer imported one around it', () => {
    const [mention, ...rest] = matcher.match('I manage stock control systems.');
    expect(mention).toMatchObject({ name: 'Stock control', category: 'logistics' });
    expect(rest).toEqual([]);
  });

  it('adds imported forms to a skill of ours', () => {
    expect(names(matcher.match('Inventory of goods on hand'))).toEqual(['Stock control']);
  });

  it('puts a company’s skills in front, and keeps those of several steps side by side', () => {
    const company = matcher
      .withExtra([{ name: 'Quayside drill', aliases: ['quay crane work'], category: 'company' }])
      .withExtra([{ name: 'Blue Yonder', category: 'company' }]);
    expect(names(company.match('Quay crane work with Blue Yonder'))).toEqual([
      'Quayside drill',
      'Blue Yonder',
    ]);
    expect(company.canonical('k8s')?.name).toBe('Kubernetes');
    expect(matcher.withExtra([])).toBe(matcher);
  });

  it('quotes the text exactly', () => {
    const text = 'Stock control and quay crane work';
    for (const { start, end, text: quoted } of matcher.match(text)) {
      expect(quoted).toBe(text.slice(start, end));
    }
  });
});
