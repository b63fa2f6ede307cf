import { isAfter, SkillCatalogue } from './skill-catalogue';

const catalogue = SkillCatalogue.of(
  [
    { name: 'Node.js', aliases: ['NodeJS'], category: 'web', implies: ['JavaScript'] },
    { name: 'Anode coating', category: 'metal' },
    { name: 'Nodal analysis', category: 'maths', aliases: ['node voltages'] },
    { name: 'C++', category: 'code' },
  ],
  [
    {
      source: 'esco',
      notice: '',
      version: null,
      importedAt: '',
      skills: [
        { name: 'Inspect node graphs', weak: ['graph node checks'] },
        { name: 'node.js', aliases: ['server-side scripting with node'] },
      ],
    },
  ],
);

const found = (typed: string, within = catalogue): readonly string[] =>
  within.search(typed).map(({ skill }) => skill.name);

describe('SkillCatalogue', () => {
  it('finds beginnings of words in names and aliases, names first', () => {
    expect(found('node')).toEqual(['Node.js', 'Inspect node graphs', 'Nodal analysis']);
    expect(found('nod')).toEqual(['Nodal analysis', 'Node.js', 'Inspect node graphs']);
    expect(found('ode')).toEqual([]);
  });

  it('takes no notice of case, accents, dots and hyphens', () => {
    expect(found('NÖDE JS')).toEqual(['Node.js']);
    expect(found('server side')).toEqual(['Node.js']);
    expect(found('c++')).toEqual(['C++']);
  });

  it('has each name once, with the aliases of every list', () => {
    expect(catalogue.search('node.js')[0]?.skill).toEqual({
      name: 'Node.js',
      category: 'web',
      aliases: ['NodeJS', 'server-side scripting with node'],
      implies: ['JavaScript'],
      source: 'vocabulary',
    });
  });

  it('lists everything by name when nothing is typed', () => {
    expect(found('')).toEqual([
      'Anode coating',
      'C++',
      'Inspect node graphs',
      'Nodal analysis',
      'Node.js',
    ]);
  });

  it('knows a company’s skills beside the shared ones, which stay as they are', () => {
    const company = catalogue.withCompany([
      { name: 'Nodeflow', category: 'company' },
      { name: 'Node.js', aliases: ['our runtime'], category: 'web' },
    ]);
    expect(company.search('nodefl')[0]?.skill).toMatchObject({ source: 'company' });
    expect(company.search('our run')[0]?.skill).toMatchObject({
      name: 'Node.js',
      source: 'vocabulary',
    });
    expect(found('our run')).toEqual([]);
  });

  it('answers in an order that its keys repeat', () => {
    const keys = catalogue.search('node').map(({ key }) => key);
    expect(keys.slice(1).every((key, index) => isAfter(key, keys[index]!))).toBe(true);
  });
});
