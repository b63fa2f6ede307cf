import { escoLabels } from './imported-esco';
import { ONET_FILES, onetLabels } from './imported-onet';
import { importedSkills, type ImportedSkill } from './imported-skills';
import { MissingColumnsError } from './imported-table';
import { SkillMatcher } from './skill-matcher';

const vocabulary = new SkillMatcher([
  { name: 'Wound care', aliases: ['wound dressing'], category: 'health' },
  { name: 'SQL', category: 'data' },
  { name: 'Go', category: 'code', ambiguous: true, caseSensitive: true, aliases: ['Golang'] },
  { name: 'Microsoft Word', weak: ['Word'], category: 'office' },
]);

const ESCO_HEADER =
  'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status';

function esco(...rows: readonly string[]): readonly ImportedSkill[] {
  const lines = rows.map((row) => `KnowledgeSkillCompetence,urn:x,knowledge,transversal,${row}`);
  return importedSkills(escoLabels([ESCO_HEADER, ...lines, ''].join('\r\n')), vocabulary);
}

function technology(...examples: readonly string[]): readonly ImportedSkill[] {
  const header = 'O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title';
  const lines = examples.map((example) => `11-0000.00\t${example}\t1\tSome software`);
  return importedSkills(onetLabels(ONET_FILES[0]!, [header, ...lines].join('\r\n')), vocabulary);
}

describe('skills of ESCO', () => {
  it('have the preferred label as name and the alternatives as aliases, each once', () => {
    const labels = '"operate harbour crane\noperate  harbour cranes\nharbour crane operation"';
    expect(esco(`operate harbour cranes,${labels},,released`)).toEqual([
      { name: 'Operate harbour cranes', aliases: ['harbour crane operation'] },
    ]);
  });

  it('become aliases of a skill that the vocabulary has', () => {
    expect(esco('wound dressing,"dress open wounds\nwound care",,released')).toEqual([
      { name: 'Wound care', aliases: ['dress open wounds'] },
    ]);
  });

  it('are left out when they add nothing or have no name that may be matched', () => {
    expect(esco('wound care,,,released', 'criminology,study of crimes,,released')).toEqual([]);
  });

  it('are told apart from others that the vocabulary only suspects', () => {
    expect(esco('Word,"word puzzles",,released')).toEqual([]);
  });

  it('need evidence when they are a single name', () => {
    expect(esco('Zephyrdoc (computer programming),,,released')).toEqual([
      { name: 'Zephyrdoc', ambiguous: true, caseSensitive: true },
    ]);
  });

  it('are one when two rows have the same name', () => {
    const rows = ['run quay cranes,quay crane work,,r', 'Run quay cranes,quay crane duty,,r'];
    expect(esco(...rows)).toEqual([
      { name: 'Run quay cranes', aliases: ['quay crane work', 'quay crane duty'] },
    ]);
  });

  it('cannot be read from a file with other columns', () => {
    expect(() => [...escoLabels('a,b\n1,2\n')]).toThrow(MissingColumnsError);
    expect(() => [...escoLabels('')]).toThrow('has no column "preferredLabel", "altLabels"');
  });
});

describe('skills of O*NET', () => {
  it('are read once however many occupations have them', () => {
    expect(technology('Fernhill Yard Planner', 'Fernhill Yard Planner')).toEqual([
      { name: 'Fernhill Yard Planner' },
    ]);
  });

  it('are found in the vocabulary by their abbreviation, too', () => {
    expect(technology('Structured question language SQL')).toEqual([
      {
        name: 'SQL',
        aliases: ['Structured question language SQL', 'Structured question language'],
      },
    ]);
  });

  it('keep an unknown abbreviation as an alias that needs evidence', () => {
    expect(technology('Harbour control system HCS')).toEqual([
      { name: 'Harbour control system HCS', aliases: ['Harbour control system'], weak: ['HCS'] },
    ]);
  });

  it('keep no tool of one word: each starts with a capital', () => {
    const header = 'O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title';
    const text = `${header}\n1\tCalipers\t1\tx\n1\tClaw mallets\t1\tx\n`;
    expect(importedSkills(onetLabels(ONET_FILES[1]!, text), vocabulary)).toEqual([
      { name: 'Claw mallets' },
    ]);
  });
});
