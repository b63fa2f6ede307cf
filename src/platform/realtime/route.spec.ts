import { matchPath } from './route';

describe('matchPath', () => {
  it.each<[string, string, object | null]>([
    ['/ws/things', '/ws/things', {}],
    ['/ws/things', '/ws/things/', {}],
    ['/ws/things/:thing_id', '/ws/things/7', { thing_id: '7' }],
    ['/ws/things/:thing_id', '/ws/things/7/', { thing_id: '7' }],
    ['/ws', '/ws', {}],
    ['/ws/things', '/ws/thing', null],
    ['/ws/things', '/ws/things/7', null],
    ['/ws/things/:thing_id', '/ws/things', null],
    ['/ws/things/:thing_id', '/ws/things/', null],
    ['/ws/things/:thing_id', '/ws/things/7/8', null],
    ['/ws/things', '/ws/things//', null],
  ])('%s against %s', (pattern, path, expected) => {
    expect(matchPath(pattern, path)).toEqual(expected);
  });
});
