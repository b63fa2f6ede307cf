import { type EmploymentItem, type PersonalInfo, type Resume, type Source } from './profile';

/** As the rules read it: vectors and the years of skills, on which scores rest, know nothing else. */
export function profileOfRules<Profile extends Pick<Resume, 'personal_info' | 'positions'>>(
  profile: Profile,
): Profile {
  return {
    ...profile,
    personal_info: personOfRules(profile.personal_info),
    positions: profile.positions
      .filter(({ span }) => !isOfModel(span))
      .map((item) => positionOfRules(item)),
  };
}

function personOfRules(person: PersonalInfo): PersonalInfo {
  const { headline, ...sources } = person.sources;
  return isOfModel(headline) ? { ...person, headline: null, sources } : person;
}

function positionOfRules(item: EmploymentItem): EmploymentItem {
  const { title, employer, location, start_date: start, end_date: end } = item.sources;
  const isDateOfModel = isOfModel(start) || isOfModel(end);
  return [title, employer, location, start, end].some(isOfModel)
    ? {
        ...item,
        ...(isOfModel(title) ? { title: null } : {}),
        ...(isOfModel(employer) ? { employer: null } : {}),
        ...(isOfModel(location) ? { location: null } : {}),
        ...(isDateOfModel ? { start_date: null, end_date: null, is_current: false } : {}),
        sources: Object.fromEntries(
          Object.entries(item.sources).filter(([, source]) => !isOfModel(source)),
        ),
      }
    : item;
}

const isOfModel = (source: Source | undefined): boolean => source?.origin === 'model';
