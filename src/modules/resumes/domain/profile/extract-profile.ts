import { type ExtractedDocument } from '../document/document';
import { findCertifications } from './certifications';
import { findEmail, findPhones, type Found } from './contact';
import { findContactZone } from './contact-zone';
import { type DateSpan, findDates } from './dates';
import { findEducations } from './educations';
import { yearsOfExperience } from './experience-years';
import { type ExtractionQuality, judgeExtraction } from './extraction-quality';
import { findHeadline } from './headline';
import { findHomeLocation } from './home-location';
import { findLanguages } from './languages';
import { findLinks } from './links';
import { countryOfLocation } from './locations';
import { findName } from './person-name';
import { findPositions } from './positions';
import { toProfileSkills } from './profile-skills';
import { type PersonalInfo, type Resume, type Source } from './profile';
import { findProjects } from './projects';
import { findSections, type SectionLines } from './sections';
import { type SkillExtractor } from './skill-extractor';
import { skillRegions } from './skill-regions';
import { findSummary } from './summary';
import { readTextLines, type TextLine } from './text-line';

interface ProfileOptions {
  readonly skills: SkillExtractor;
  /** The day that "present" and two-digit years are read from. */
  readonly today: Date;
}

export interface ExtractedProfile extends ExtractionQuality {
  readonly profile: Resume;
}

/**
 * The structured profile of a resume by rules alone. Pure: the same document, skills and day give the
 * same profile. What cannot be read is null or empty; nothing is invented, and every source is a
 * range of `document.content`.
 */
export function extractProfile(
  document: ExtractedDocument,
  options: ProfileOptions,
): ExtractedProfile {
  const { content } = document;
  const lines = readTextLines(document);
  const map = findSections(lines, content.length);
  const dates = findDates(content, options.today);
  const positions = findPositions(content, map.groups, dates);
  const educations = findEducations(content, map.groups, dates);
  const summary = findSummary(content, map.groups);
  const person = findPerson(document, lines, map.groups, dates);
  const regions = skillRegions({ sections: map.sections, personal_info: person, positions });
  const skills = options.skills(content, regions);
  const profile: Resume = {
    personal_info: person,
    summary: summary?.value ?? null,
    sections: map.sections,
    positions,
    educations,
    projects: findProjects(content, map.groups, dates, document.links),
    certifications: findCertifications(content, map.groups, dates),
    languages: findLanguages(content, map.groups),
    skills: toProfileSkills(skills, positions, options.today),
    years_of_experience: yearsOfExperience(positions, options.today),
  };
  return { profile, ...judgeExtraction(document, profile) };
}

function findPerson(
  document: ExtractedDocument,
  lines: readonly TextLine[],
  groups: readonly SectionLines[],
  dates: readonly DateSpan[],
): PersonalInfo {
  const { content } = document;
  const zone = findContactZone(groups);
  const email = findEmail(content, zone, document.links);
  const links = findLinks(content, zone, document.links);
  const sectioned = groups.length > 1;
  const name = findName({ content, lines, zone, email, links, sectioned });
  const location = findHomeLocation(content, zone, name);
  const country = location === null ? null : countryOfLocation(location.value);
  const phones = findPhones({ content, zone, links: document.links, dates, country });
  const headline = findHeadline(content, lines, zone, name);
  return {
    name: name?.value ?? null,
    headline: headline?.value ?? null,
    email: email?.value ?? null,
    phone: phones[0]?.value ?? null,
    phones: phones.map((phone) => phone.value),
    location: location?.value ?? null,
    links,
    sources: sourcesOf({ name, headline, email, phone: phones[0] ?? null, location }),
  };
}

function sourcesOf<Field extends string>(
  found: Readonly<Record<Field, Found<string> | null>>,
): Readonly<Partial<Record<Field, Source>>> {
  const sources: Partial<Record<Field, Source>> = {};
  for (const field in found) {
    const value = found[field];
    if (value !== null) sources[field] = value.source;
  }
  return sources;
}
