import { type EmploymentItem, type Source } from './profile';

/** The positions as the rules read them: vectors and the years of skills, on which scores rest, know no other. */
export function positionsOfRules(positions: readonly EmploymentItem[]): readonly EmploymentItem[] {
  return positions
    .filter(({ span }) => span.origin !== 'model')
    .map((item) => {
      const { title, employer, location, start_date: start, end_date: end } = item.sources;
      const isRead = (source: Source | undefined): boolean => source?.origin === 'model';
      return [title, employer, location, start, end].some(isRead)
        ? {
            ...item,
            ...(isRead(title) ? { title: null } : {}),
            ...(isRead(employer) ? { employer: null } : {}),
            ...(isRead(location) ? { location: null } : {}),
            ...(isRead(start) || isRead(end)
              ? { start_date: null, end_date: null, is_current: false }
              : {}),
          }
        : item;
    });
}
