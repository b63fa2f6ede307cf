import { loggedPath } from './logged-path';

it('leaves out queries, and the secret of an address that is its own key', () => {
  expect(loggedPath('/api/v1/search?q=Jane')).toBe('/api/v1/search');
  expect(loggedPath('/api/v1/calendar/slf_Abc-1_x.ics')).toBe('/api/v1/calendar/slf_….ics');
  expect(loggedPath('/api/v1/jobs/slow_lane')).toBe('/api/v1/jobs/slow_lane');
  expect(loggedPath(undefined)).toBe('');
});
