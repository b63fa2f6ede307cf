import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readDocument } from '../../src/modules/resumes/domain/document/read-document';
import { type ExtractedDocument } from '../../src/modules/resumes/domain/document/document';
import { extractProfile } from '../../src/modules/resumes/domain/profile/extract-profile';
import { type Resume } from '../../src/modules/resumes/domain/profile/profile';
import { renderDocx, renderPdf } from '../../src/cli/demo/documents';
import {
  DOCX_LAYOUTS,
  type DocxLayout,
  PDF_LAYOUTS,
  type PdfLayout,
} from '../../src/cli/demo/documents/layouts';
import { DEMO_CANDIDATES } from '../../src/cli/demo/people';
import { type DemoPerson } from '../../src/cli/demo/person';
import { SkillMatcher, VOCABULARY } from '../../src/modules/skills';
import { parse } from 'yaml';

interface TrueProfile {
  readonly name: string | null;
  readonly headline: string | null;
  readonly location: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly links: readonly string[];
  /** "employer|title" and "school|degree|field", each with its dates. */
  readonly positions: readonly TrueEntry[];
  readonly educations: readonly TrueEntry[];
}

interface TrueEntry {
  readonly key: string;
  readonly dates: string;
}

const MAX_PAGES = 100;
/** "Present" and two-digit years are read as of the day the development data was made. */
const TODAY = new Date('2026-11-20T00:00:00Z');
const matcher = new SkillMatcher(VOCABULARY);

/**
 * The rule-based profile against what is known: the fields and entries of resumes with a YAML file
 * beside the PDF, and on the resumes without names how many have what, with the time it took.
 */
export async function evaluateProfiles(dataDir: string): Promise<object> {
  return {
    ...(await compareWithTruth(join(dataDir, 'layouts'))),
    occupations: await surveyOccupations(join(dataDir, 'resumes-by-occupation')),
    generated: await compareWithGenerated(),
  };
}

function profileOf(document: ExtractedDocument): Resume {
  const { profile } = extractProfile(document, {
    skills: (content, regions) => matcher.match(content, regions),
    today: TODAY,
  });
  return profile;
}

/** The demo's invented people in every look that the generators know: what each look gets right, 0..1. */
async function compareWithGenerated(): Promise<object> {
  const looks: Record<string, Record<string, number>> = {};
  for (const layout of [...PDF_LAYOUTS, ...DOCX_LAYOUTS]) {
    const rows: Record<string, number>[] = [];
    for (const { person } of DEMO_CANDIDATES) {
      const bytes = await render(person, layout);
      const document = await readDocument(new Uint8Array(bytes), { maxPages: MAX_PAGES });
      rows.push(compare(truthOf(person), profileOf(document)));
    }
    looks[layout] = meanOf(rows);
  }
  return looks;
}

const isPdfLayout = (layout: PdfLayout | DocxLayout): layout is PdfLayout =>
  PDF_LAYOUTS.some((known) => known === layout);

const render = (person: DemoPerson, layout: PdfLayout | DocxLayout): Promise<Buffer> =>
  isPdfLayout(layout) ? renderPdf(person, layout) : renderDocx(person, layout);

function truthOf(person: DemoPerson): TrueProfile {
  return {
    name: person.name,
    headline: person.headline,
    location: person.location,
    email: person.email,
    phone: person.phone,
    links: person.links.map(comparableUrl),
    positions: person.positions.map((item) => ({
      key: keyOf(item.employer, item.title),
      dates: `${item.start}..${item.end ?? 'present'}`,
    })),
    educations: person.educations.map((item) => ({
      key: keyOf(item.school, item.degree, item.field),
      dates: `${item.start}..${item.end}`,
    })),
  };
}

async function compareWithTruth(folder: string): Promise<object> {
  const files = await readdir(folder, { recursive: true });
  const known = files.filter(
    (file) => file.endsWith('.yaml') && files.includes(file.replace(/\.yaml$/u, '.pdf')),
  );
  const rows: Record<string, Record<string, number>> = {};
  for (const file of known) {
    const truth = readTruth(readYaml(await readFile(join(folder, file), 'utf8')));
    const bytes = await readFile(join(folder, file.replace(/\.yaml$/u, '.pdf')));
    rows[basename(file, '.yaml')] = compare(
      truth,
      profileOf(await readDocument(new Uint8Array(bytes), { maxPages: MAX_PAGES })),
    );
  }
  return { withTruth: known.length, truth: { ...rows, mean: meanOf(Object.values(rows)) } };
}

function meanOf(rows: readonly Record<string, number>[]): Record<string, number> {
  const keys = Object.keys(rows[0] ?? {});
  return Object.fromEntries(
    keys.map((key) => [key, rows.reduce((sum, row) => sum + (row[key] ?? 0), 0) / rows.length]),
  );
}

function compare(truth: TrueProfile, profile: Resume): Record<string, number> {
  const { personal_info: person } = profile;
  const found = person.links.map((link) => comparableUrl(link.url));
  const positions = profile.positions.map((item) => ({
    key: keyOf(item.employer, item.title),
    dates: `${item.start_date ?? ''}..${item.is_current ? 'present' : (item.end_date ?? '')}`,
  }));
  const educations = profile.educations.map((item) => ({
    key: keyOf(item.school, item.degree, item.field),
    dates: `${item.start_date ?? ''}..${item.end_date ?? ''}`,
  }));
  return {
    name: Number(plain(person.name) === plain(truth.name)),
    headline: Number(plain(person.headline) === plain(truth.headline)),
    location: Number(plain(person.location) === plain(truth.location)),
    email: Number((person.email ?? '') === (truth.email ?? '')),
    phone: Number(samePhone(person.phone, truth.phone)),
    links:
      truth.links.length === 0
        ? 1
        : truth.links.filter((link) => found.includes(link)).length / truth.links.length,
    positions: f1(truth.positions, positions, (entry) => entry.key),
    'positions with dates': f1(
      truth.positions,
      positions,
      (entry) => `${entry.key} ${entry.dates}`,
    ),
    educations: f1(truth.educations, educations, (entry) => entry.key),
    'educations with dates': f1(
      truth.educations,
      educations,
      (entry) => `${entry.key} ${entry.dates}`,
    ),
  };
}

function f1(
  truth: readonly TrueEntry[],
  found: readonly TrueEntry[],
  key: (entry: TrueEntry) => string,
): number {
  const left = found.map(key);
  let hits = 0;
  for (const entry of truth) {
    const at = left.indexOf(key(entry));
    if (at < 0) continue;
    left.splice(at, 1);
    hits += 1;
  }
  return truth.length + found.length === 0 ? 1 : (2 * hits) / (truth.length + found.length);
}

type YamlValue = string | null | readonly YamlValue[] | ReadonlyMap<string, YamlValue>;

/** Scalars stay as written: a year is compared as text. */
function readYaml(source: string): YamlValue {
  // The failsafe schema knows strings, lists and maps only.
  return parse(source, { schema: 'failsafe', mapAsMap: true }) as YamlValue;
}

function readTruth(value: YamlValue): TrueProfile {
  const cv = field(value, 'cv');
  const sections = field(cv, 'sections');
  const entries = membersOf(sections).flatMap((section) => membersOf(section));
  const networks = field(cv, 'social_networks');
  const profiles = membersOf(networks).map((network) =>
    profileUrl(text(network, 'network'), text(network, 'username')),
  );
  const website = text(cv, 'website');
  return {
    name: text(cv, 'name'),
    headline: text(cv, 'headline'),
    location: text(cv, 'location'),
    email: text(cv, 'email'),
    phone: text(cv, 'phone'),
    links: [
      ...(website === null ? [] : [comparableUrl(website)]),
      ...profiles.filter((url) => url !== null),
    ],
    positions: entries
      .filter((entry) => text(entry, 'company') !== null)
      .map((entry) => ({
        key: keyOf(text(entry, 'company'), text(entry, 'position')),
        dates: datesOf(entry),
      })),
    educations: entries
      .filter((entry) => text(entry, 'institution') !== null)
      .map((entry) => ({
        key: keyOf(text(entry, 'institution'), text(entry, 'degree'), text(entry, 'area')),
        dates: datesOf(entry),
      })),
  };
}

/** The members of a list or of a mapping. */
function membersOf(value: YamlValue): readonly YamlValue[] {
  if (value === null || typeof value === 'string') return [];
  return [...value.values()];
}

/** Only the networks whose address follows from the user name. */
function profileUrl(network: string | null, username: string | null): string | null {
  if (username === null) return null;
  if (network === 'LinkedIn') return `linkedin.com/in/${username.toLowerCase()}`;
  return network === 'GitHub' ? `github.com/${username.toLowerCase()}` : null;
}

function datesOf(entry: YamlValue): string {
  const month = (key: string): string =>
    (text(entry, key) ?? '').replace(/^(\d{4}-\d{2})-\d{2}$/u, '$1');
  return `${month('start_date')}..${month('end_date')}`;
}

const field = (value: YamlValue, key: string): YamlValue =>
  value instanceof Map ? ((value as ReadonlyMap<string, YamlValue>).get(key) ?? null) : null;

function text(value: YamlValue, key: string): string | null {
  const found = field(value, key);
  return typeof found === 'string' && found !== '' ? found : null;
}

/** Without Markdown, case and punctuation. */
const plain = (value: string | null): string =>
  (value ?? '')
    .replace(/\[(?<label>[^\]]*)\]\([^)]*\)/gu, '$<label>')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&+]+/gu, ' ')
    .trim();

const keyOf = (...parts: readonly (string | null)[]): string => parts.map(plain).join('|');
/** A number written without its country is the same when its national digits are. */
function samePhone(found: string | null, truth: string | null): boolean {
  if (found === null || truth === null) return found === truth;
  return digits(found).endsWith(digits(truth).replace(/^0+/u, ''));
}

const digits = (phone: string | null): string => (phone ?? '').replace(/\D/gu, '');
const comparableUrl = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/^www\./u, '')
    .replace(/\/+$/u, '');

async function surveyOccupations(folder: string): Promise<object> {
  const files = (await readdir(folder, { recursive: true })).filter((file) =>
    file.endsWith('.pdf'),
  );
  const times: number[] = [];
  const counts = {
    resumes: 0,
    withName: 0,
    withHeadline: 0,
    withPositions: 0,
    withEducation: 0,
    withYears: 0,
    withSkills: 0,
  };
  const entries = {
    positions: 0,
    titled: 0,
    dated: 0,
    educations: 0,
    withDegree: 0,
    withSchool: 0,
  };
  for (const file of files) {
    const bytes = await readFile(join(folder, file));
    const document = await readDocument(new Uint8Array(bytes), { maxPages: MAX_PAGES }).catch(
      () => null,
    );
    if (document === null) continue;
    const started = performance.now();
    const profile = profileOf(document);
    times.push(performance.now() - started);
    counts.resumes += 1;
    counts.withName += Number(profile.personal_info.name !== null);
    counts.withHeadline += Number(profile.personal_info.headline !== null);
    counts.withPositions += Number(profile.positions.length > 0);
    counts.withEducation += Number(profile.educations.length > 0);
    counts.withYears += Number(profile.years_of_experience !== null);
    counts.withSkills += Number(profile.skills.length > 0);
    entries.positions += profile.positions.length;
    entries.titled += profile.positions.filter((item) => item.title !== null).length;
    entries.dated += profile.positions.filter((item) => item.start_date !== null).length;
    entries.educations += profile.educations.length;
    entries.withDegree += profile.educations.filter((item) => item.degree !== null).length;
    entries.withSchool += profile.educations.filter((item) => item.school !== null).length;
  }
  times.sort((a, b) => a - b);
  return {
    ...counts,
    ...entries,
    medianMs: times[times.length >> 1] ?? 0,
    p95Ms: times[Math.floor(times.length * 0.95)] ?? 0,
  };
}
