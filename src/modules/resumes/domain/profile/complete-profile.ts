import { findDates, isoDate } from './dates';
import { findDegree } from './degrees';
import { languageNamed } from './languages';
import { sourcesOf, spanOver } from './model-sources';
import {
  type Certification,
  type EducationItem,
  type EmploymentItem,
  type Language,
  type PersonalInfo,
  type Project,
  type Resume,
  SECTION_KINDS,
  type SectionKind,
  type Source,
} from './profile';
import { placeItem, type Places, type TextsOf } from './reading-places';
import { flow } from './text-span';

/** What another reader than the rules found, as it stands in the resume; null for what is not told. */
export interface Reading {
  readonly headline: string | null;
  readonly positions: readonly TextsOf<'title' | 'employer' | 'location' | 'dates'>[];
  readonly educations: readonly TextsOf<'school' | 'degree' | 'field' | 'dates'>[];
  readonly certifications: readonly TextsOf<'name' | 'issuer'>[];
  readonly projects: readonly TextsOf<'name' | 'description'>[];
  readonly languages: readonly TextsOf<'name' | 'level'>[];
}

export interface Completion {
  readonly profile: Resume;
  /** What was added, by its path: `personal_info.headline`, `positions.1.employer`. */
  readonly filled: readonly string[];
  /** Values that the text does not hold, or not where the rest of the item stands. */
  readonly dropped: number;
  /** Values that the rules read otherwise: theirs stay. */
  readonly contradicted: number;
}

/** Parts of a resume in which nothing of the kind begins, whatever it looks like. */
const NOT_IN = {
  // What somebody calls themselves stands at the top; further down it is what they were, or somebody else is.
  headline: SECTION_KINDS.filter((kind) => kind !== 'header' && kind !== 'summary'),
  positions: ['education', 'references', 'skills', 'languages', 'certifications', 'interests'],
  educations: ['references', 'skills', 'languages', 'interests'],
  certifications: ['references', 'languages', 'interests'],
  projects: ['references', 'skills', 'languages', 'certifications', 'interests'],
  // "English" at work or at school is what was taught or studied.
  languages: ['references', 'experience', 'education'],
} as const satisfies Record<keyof Reading, readonly SectionKind[]>;

type Item = EmploymentItem | EducationItem;

/** A field's value with its source. */
type Filling = Readonly<Record<string, string | boolean | null>>;

/**
 * The profile of the rules with what another reader saw and they did not: the headline, empty fields of their
 * items, and items in places where they found none. Nothing that they read is changed, every value is a piece of
 * `content`, and years of experience, which scores may rest on, stay theirs.
 */
export function completeProfile(
  content: string,
  profile: Resume,
  reading: Reading,
  today: Date,
): Completion {
  const merge = new Merge(content, profile, today);
  const { headline } = reading;
  const person = merge.headline(placeItem(content, { headline }, ['headline']));
  const positions = reading.positions.reduce<readonly EmploymentItem[]>(
    (items, texts) => merge.position(items, placeItem(content, texts, ['employer', 'title'])),
    profile.positions,
  );
  const educations = reading.educations.reduce<readonly EducationItem[]>(
    (items, texts) => merge.education(items, placeItem(content, texts, ['school', 'degree'])),
    profile.educations,
  );
  const certifications = reading.certifications.reduce<readonly Certification[]>(
    (items, texts) => merge.certification(items, placeItem(content, texts, ['name'])),
    profile.certifications,
  );
  const projects = reading.projects.reduce<readonly Project[]>(
    (items, texts) => merge.project(items, placeItem(content, texts, ['name'])),
    profile.projects,
  );
  const languages = reading.languages.reduce<readonly Language[]>(
    (items, texts) => merge.language(items, placeItem(content, texts, ['name'])),
    profile.languages,
  );
  const { filled, dropped, contradicted } = merge;
  const lists = { positions, educations, certifications, projects, languages };
  const completed = { ...profile, personal_info: person, ...lists };
  return { profile: completed, filled, dropped, contradicted };
}

class Merge {
  readonly filled: string[] = [];
  dropped = 0;
  contradicted = 0;

  constructor(
    private readonly content: string,
    private readonly profile: Resume,
    private readonly today: Date,
  ) {}

  headline({ places, anchor, dropped }: Places<'headline'>): PersonalInfo {
    const { personal_info: person } = this.profile;
    const { headline: place } = places;
    this.dropped += dropped;
    if (place === undefined) {
      return person;
    }
    const headline = this.textAt(place);
    if (person.headline !== null) {
      this.contradicted += isSame(person.headline, headline) ? 0 : 1;
      return person;
    }
    const { name } = person.sources;
    if (
      !this.isAllowed('headline', anchor) ||
      (name !== undefined && areOverlapping(place, name))
    ) {
      this.dropped += 1;
      return person;
    }
    this.filled.push('personal_info.headline');
    return {
      ...person,
      headline,
      sources: { ...person.sources, ...sourcesOf({ headline: place }) },
    };
  }

  position(
    items: readonly EmploymentItem[],
    read: Places<'title' | 'employer' | 'location' | 'dates'>,
  ): readonly EmploymentItem[] {
    this.dropped += read.dropped;
    const { title, employer, location, dates } = read.places;
    const told = dates === undefined ? null : this.datesAt(dates);
    const values = {
      ...this.textsAt({ title, employer, location }),
      ...(told === null
        ? {}
        : { start_date: told.start, end_date: told.end, is_current: told.isCurrent }),
    };
    const sources = sourcesOf({ title, employer, location, start_date: dates, end_date: dates });
    const known = read.anchor === null ? -1 : itemAt(items, read.anchor);
    if (known >= 0) {
      return this.fill('positions', items, { at: known, values, sources });
    }
    const isWhole = title !== undefined && (employer !== undefined || told !== null);
    if (!isWhole || !this.isAllowed('positions', read.anchor)) {
      this.dropped += Object.keys(read.places).length;
      return items;
    }
    const item: EmploymentItem = {
      employer: null,
      title: null,
      location: null,
      start_date: null,
      end_date: null,
      is_current: false,
      bullets: [],
      span: spanOver(read.places),
      sources: {},
    };
    return this.add('positions', items, { ...item, ...values, sources });
  }

  education(
    items: readonly EducationItem[],
    read: Places<'school' | 'degree' | 'field' | 'dates'>,
  ): readonly EducationItem[] {
    this.dropped += read.dropped;
    const { school, degree, field, dates } = read.places;
    const told = dates === undefined ? null : this.datesAt(dates);
    const level = degree === undefined ? null : this.levelAt(degree);
    const values = {
      ...this.textsAt({ school, degree, field }),
      ...(told === null ? {} : { start_date: told.start, end_date: told.end }),
      ...(level === null ? {} : { level }),
    };
    const sources = sourcesOf({ school, degree, field, start_date: dates, end_date: dates });
    const known = read.anchor === null ? -1 : itemAt(items, read.anchor);
    if (known >= 0) {
      return this.fill('educations', items, { at: known, values, sources });
    }
    const isWhole = school !== undefined && (degree !== undefined || told !== null);
    if (!isWhole || !this.isAllowed('educations', read.anchor)) {
      this.dropped += Object.keys(read.places).length;
      return items;
    }
    const item: EducationItem = {
      school: null,
      degree: null,
      field: null,
      start_date: null,
      end_date: null,
      level: null,
      span: spanOver(read.places),
      sources: {},
    };
    return this.add('educations', items, { ...item, ...values, sources });
  }

  certification(
    items: readonly Certification[],
    read: Places<'name' | 'issuer'>,
  ): readonly Certification[] {
    const name = this.nameOfNew('certifications', items, read);
    const { issuer } = read.places;
    return name === null
      ? items
      : this.add('certifications', items, {
          name,
          issuer: issuer === undefined ? null : this.textAt(issuer),
          date: null,
          span: spanOver(read.places),
        });
  }

  project(items: readonly Project[], read: Places<'name' | 'description'>): readonly Project[] {
    const { positions, educations } = this.profile;
    const name = this.nameOfNew('projects', [...items, ...positions, ...educations], read);
    const { description } = read.places;
    return name === null
      ? items
      : this.add('projects', items, {
          name,
          description: description === undefined ? null : this.textAt(description),
          start_date: null,
          end_date: null,
          url: null,
          span: spanOver(read.places),
        });
  }

  language(items: readonly Language[], read: Places<'name' | 'level'>): readonly Language[] {
    const written = this.nameOfNew('languages', items, read);
    const name = written === null ? null : languageNamed(written);
    if (name === null) {
      this.dropped += written === null ? 0 : Object.keys(read.places).length;
      return items;
    }
    const { level } = read.places;
    return items.some((language) => language.name === name)
      ? items
      : this.add('languages', items, {
          name,
          level: level === undefined ? null : this.textAt(level),
          span: spanOver(read.places),
        });
  }

  /** Of an item that is known by its name alone; null where it cannot begin, and where the rules read one. */
  private nameOfNew(
    kind: keyof Reading,
    items: readonly { readonly span: Source }[],
    { places, anchor, dropped }: Places<'name'>,
  ): string | null {
    this.dropped += dropped;
    const { name } = places;
    if (name === undefined || !this.isAllowed(kind, anchor)) {
      this.dropped += Object.keys(places).length;
      return null;
    }
    return itemAt(items, name) >= 0 ? null : this.textAt(name);
  }

  /** Into the empty fields of an item of the rules. */
  private fill<T extends Item>(
    kind: keyof Reading,
    items: readonly T[],
    given: {
      readonly at: number;
      readonly values: Filling;
      readonly sources: Readonly<Record<string, Source>>;
    },
  ): readonly T[] {
    const { at, values, sources } = given;
    const item = items[at];
    if (item === undefined) {
      return items;
    }
    const old: Readonly<Record<string, unknown>> = { ...item };
    const isUndated = old['start_date'] === null && old['end_date'] === null;
    const isDated = !isUndated || old['is_current'] === true;
    const isEmpty = (name: string): boolean =>
      DATE_FIELDS.includes(name) ? !isDated : old[name] === null;
    const names = Object.keys(values).filter((name) => values[name] !== null);
    const added = names.filter(isEmpty);
    this.contradicted += names.filter(
      (name) => !isEmpty(name) && name !== 'is_current' && !isSame(old[name], values[name]),
    ).length;
    this.filled.push(...added.map((name) => `${kind}.${at}.${name}`));
    const pick = (from: Readonly<Record<string, unknown>>): object =>
      Object.fromEntries(added.flatMap((name) => (name in from ? [[name, from[name]]] : [])));
    const completed = {
      ...item,
      ...pick(values),
      sources: { ...item.sources, ...pick(sources) },
    };
    return items.map((one, index) => (index === at ? completed : one));
  }

  /** After the items that begin before it. */
  private add<T extends { readonly span: Source }>(
    kind: keyof Reading,
    items: readonly T[],
    item: T,
  ): readonly T[] {
    const before = items.filter(({ span }) => span.start <= item.span.start);
    const after = items.filter(({ span }) => span.start > item.span.start);
    this.filled.push(`${kind}.${before.length}`);
    return [...before, item, ...after];
  }

  private isAllowed(kind: keyof Reading, anchor: Source | null): boolean {
    const section = this.profile.sections.find(
      ({ start, end }) => anchor !== null && anchor.start >= start && anchor.start < end,
    );
    const not: readonly SectionKind[] = NOT_IN[kind];
    return anchor !== null && (section === undefined || !not.includes(section.kind));
  }

  private textsAt(places: Readonly<Record<string, Source | undefined>>): Record<string, string> {
    return Object.fromEntries(
      Object.entries(places).flatMap(([name, place]) =>
        place === undefined ? [] : [[name, this.textAt(place)]],
      ),
    );
  }

  private textAt({ start, end }: Source): string {
    return flow(this.content.slice(start, end));
  }

  private datesAt(
    place: Source,
  ): { start: string | null; end: string | null; isCurrent: boolean } | null {
    const [found] = findDates(this.content.slice(place.start, place.end), this.today);
    if (found === undefined) {
      this.dropped += 1;
      return null;
    }
    const { from, to, isCurrent, single } = found;
    return {
      start: from === null || single ? null : isoDate(from),
      end: to === null || isCurrent ? null : isoDate(to),
      isCurrent,
    };
  }

  private levelAt({ start, end }: Source): EducationItem['level'] {
    const text = this.content.slice(start, end);
    return findDegree({ start, end, text })?.level ?? null;
  }
}

const DATE_FIELDS: readonly string[] = ['start_date', 'end_date', 'is_current'];

const areOverlapping = (one: Source, other: Source): boolean =>
  one.start < other.end && one.end > other.start;

const itemAt = (items: readonly { readonly span: Source }[], place: Source): number =>
  items.findIndex(({ span }) => areOverlapping(place, span));

/** One of them may have a city or a form of company more. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') {
    return one === other;
  }
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a.includes(b) || b.includes(a);
}
