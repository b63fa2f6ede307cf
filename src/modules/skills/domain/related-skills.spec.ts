import { RelatedSkills } from './related-skills';

const skill = (name: string, more: object = {}): { name: string; category: string } => ({
  name,
  category: 'Trades',
  ...more,
});

const skills = new RelatedSkills([
  skill('Welding'),
  skill('MIG welding', { implies: ['Welding'], related: ['Flux-cored welding'] }),
  skill('TIG welding', { implies: ['Welding'] }),
  skill('Weld inspection', { implies: ['Welding'], category: 'Quality' }),
  skill('Flux-cored welding', { implies: ['Welding'] }),
  skill('Brazing'),
]);

describe('RelatedSkills', () => {
  it('puts named relations first, then the general skill, then its other special cases', () => {
    expect(skills.of('MIG welding')).toEqual(['Flux-cored welding', 'Welding', 'TIG welding']);
  });

  it('knows a relation from both sides', () => {
    expect(skills.of('Flux-cored welding')[0]).toBe('MIG welding');
  });

  it('keeps special cases of other trades apart', () => {
    expect(skills.of('TIG welding')).not.toContain('Weld inspection');
  });

  it('does not call a special case close to its general skill: who has it has both', () => {
    expect(skills.of('Welding')).toEqual([]);
  });

  it('has nothing for a skill without relations or an unknown one', () => {
    expect([skills.of('Brazing'), skills.of('Juggling')]).toEqual([[], []]);
  });
});
