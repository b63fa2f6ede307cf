import type { InterviewStatus } from '../interview';
import { statusRefusal } from './interview-status';

const NOW = new Date('2026-05-12T12:00:00.000Z');
const BEFORE = new Date('2026-05-12T11:00:00.000Z');
const LATER = new Date('2026-05-12T13:00:00.000Z');

const refusal = (
  status: InterviewStatus,
  wanted: InterviewStatus,
  startsAt = BEFORE,
): string | null => statusRefusal({ status, startsAt }, wanted, NOW);

it('lets an interview end once it has begun, and the end be corrected', () => {
  expect(refusal('scheduled', 'completed')).toBeNull();
  expect(refusal('scheduled', 'no_show')).toBeNull();
  expect(refusal('completed', 'no_show')).toBeNull();
  expect(refusal('no_show', 'completed')).toBeNull();
  expect(refusal('completed', 'completed')).toBeNull();
  expect(refusal('scheduled', 'completed', LATER)).toContain('not begun');
});

it('lets only what is planned be cancelled, whether it has begun or not, and never takes that back', () => {
  expect(refusal('scheduled', 'cancelled')).toBeNull();
  expect(refusal('scheduled', 'cancelled', LATER)).toBeNull();
  expect(refusal('completed', 'cancelled')).toContain('completed');
  expect(refusal('no_show', 'cancelled')).toContain('no-show');
  expect(refusal('cancelled', 'cancelled')).toContain('already');
  expect(refusal('cancelled', 'completed')).toContain('cancelled');
});
