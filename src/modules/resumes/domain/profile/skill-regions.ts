import { type SkillRegion } from '../../../skills/domain/skill';
import { type Resume } from './profile';

/** Where a bare word is proof of a skill: skills sections, and the titles that a person has or had. */
export function skillRegions({
  sections,
  personal_info: person,
  positions,
}: Pick<Resume, 'sections' | 'personal_info' | 'positions'>): readonly SkillRegion[] {
  const titles = [person.sources.headline, ...positions.map(({ sources }) => sources.title)];
  return [...sections.filter(({ kind }) => kind === 'skills'), ...titles]
    .flatMap((place) => (place === undefined ? [] : { start: place.start, end: place.end }))
    .sort((a, b) => a.start - b.start);
}
