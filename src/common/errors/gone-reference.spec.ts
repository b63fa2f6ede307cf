import { goneReference } from './gone-reference';

const violation = (table: string, constraint: string): Error =>
  Object.assign(new Error('violates foreign key constraint'), { code: '23503', table, constraint });

describe('goneReference', () => {
  it.each([
    ['job_stages', 'job_stages_job_id_fkey', 'job'],
    ['positions', 'positions_resume_id_candidate_id_fkey', 'resume'],
    ['scorecards', 'scorecards_interview_id_fkey', 'interview'],
    ['match_status_changes', 'match_status_changes_changed_by_fkey', 'thing'],
  ])('of %s %s is the %s', (table, constraint, what) => {
    expect(goneReference(violation(table, constraint))).toBe(what);
  });

  it('is nothing of another error', () => {
    expect(goneReference(new Error('no'))).toBeNull();
    expect(goneReference(Object.assign(new Error('no'), { code: '23505' }))).toBeNull();
  });
});
