import { type EmploymentItem, type Resume } from './profile';

/** What the person is, for ranking: the headline, else the title of the latest position; null when neither is known. */
export function titleOf(profile: Pick<Resume, 'personal_info' | 'positions'>): string | null {
  return profile.personal_info.headline ?? latestPosition(profile.positions)?.title ?? null;
}

function latestPosition(positions: readonly EmploymentItem[]): EmploymentItem | null {
  const titled = positions.filter((position) => position.title !== null);
  const current = titled.find((position) => position.is_current);
  if (current !== undefined) return current;
  // Resumes list the latest first, so of equal ends the first one stays.
  return titled.reduce<EmploymentItem | null>(
    (latest, position) => (latest === null || endOf(position) > endOf(latest) ? position : latest),
    null,
  );
}

const endOf = (position: EmploymentItem): string => position.end_date ?? position.start_date ?? '';
