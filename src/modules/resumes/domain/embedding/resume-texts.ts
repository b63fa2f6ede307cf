import { VOCABULARY } from '../../../skills';
import type { EmploymentItem, Resume, Section, SectionKind } from '../profile/profile';
import { titleOf } from '../profile/profile-title';
import { plainWording } from './plain-wording';

/** What a vector needs to know of a profile. */
export type EmbeddedProfile = Pick<Resume, 'personal_info' | 'positions' | 'sections' | 'skills'>;

/** What somebody does and did. Where they studied, what they like and who vouches for them is not the work. */
const WORK: readonly SectionKind[] = [
  'summary',
  'experience',
  'projects',
  'skills',
  'certifications',
  'other',
];

/** In nearly every resume, whatever the trade. */
const SOFT_SKILLS = 'Soft skills';

/** Names that every company's vectors know, so that a company's own additions change no stored vector. */
const OWN_NAMES: ReadonlySet<string> = new Set(VOCABULARY.map(({ name }) => name));

export const isWork = (kind: SectionKind): boolean => WORK.includes(kind);

/** The parts that are cut into chunks: the sections, or all of a text in which none was found. */
export function chunkedSections(content: string, sections: readonly Section[]): readonly Section[] {
  return sections.length > 0
    ? sections
    : [{ kind: 'other', heading: null, start: 0, end: content.length }];
}

/** The role and the employer that a part of a resume belongs to; empty where it belongs to none. */
export interface ChunkContext {
  readonly role?: string;
  readonly employer?: string;
}

/** The position that most of a chunk of the experience lies in: later chunks of a long entry no longer say it. */
export function contextOf(
  section: SectionKind,
  chunk: { readonly start: number; readonly end: number },
  positions: readonly EmploymentItem[],
): ChunkContext {
  const shared = ({ span }: EmploymentItem): number =>
    Math.min(span.end, chunk.end) - Math.max(span.start, chunk.start);
  const [closest] = positions.toSorted((a, b) => shared(b) - shared(a));
  if (section !== 'experience' || closest === undefined || shared(closest) <= 0) {
    return {};
  }
  const { title, employer } = closest;
  return {
    ...(title === null ? {} : { role: title }),
    ...(employer === null ? {} : { employer }),
  };
}

/** Longer names are cut: 32 word pieces hold this many letters of any language that the model reads well. */
const CONTEXT_LETTERS = 60;

/** What stands before a chunk when it is embedded. */
export function contextText({ role, employer }: ChunkContext): string {
  const names = [role, employer].flatMap((name) => (name === undefined ? [] : plainWording(name)));
  return names.length === 0 ? '' : `${names.join(', ').slice(0, CONTEXT_LETTERS).trim()}\n`;
}

/** The short texts beside the chunks; null where the resume has nothing of the kind. */
export interface ResumeTexts {
  /** What the person calls their work. */
  readonly title: string | null;
  /** The titles of all positions, each once, latest first. */
  readonly positions: string | null;
  /** Canonical names of the skills, each once and in the alphabet's order: how often and where does not count. */
  readonly skills: string | null;
}

export function resumeTexts(profile: EmbeddedProfile): ResumeTexts {
  const titles = profile.positions.flatMap(({ title }) => (title === null ? [] : [title]));
  const distinct = new Map(titles.map((title) => [title.toLowerCase(), title]));
  const skills = profile.skills
    .filter(({ name, category }) => category !== SOFT_SKILLS && OWN_NAMES.has(name))
    .map(({ name }) => name)
    .toSorted((a, b) => (a < b ? -1 : 1));
  return {
    title: orNull(titleOf(profile) ?? ''),
    positions: orNull([...distinct.values()].join(', ')),
    skills: orNull([...new Set(skills)].join(', ')),
  };
}

function orNull(text: string): string | null {
  const plain = plainWording(text).trim();
  return plain === '' ? null : plain;
}
