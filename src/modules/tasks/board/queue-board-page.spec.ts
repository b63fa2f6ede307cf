import { QUEUE_NAMES } from '../../../platform/queue';
import type { BoardView, QueueOverview } from './queue-board';
import { queueBoardPage } from './queue-board-page';

const AT = new Date('2026-03-04T05:06:07.890Z');

const overview = (fields: Partial<QueueOverview>): QueueOverview => ({
  queue: 'documents',
  condition: 'working',
  waiting: 0,
  oldestSeconds: null,
  later: 0,
  running: 0,
  lost: 0,
  companies: 0,
  completedInLastHour: 0,
  failedInLastDay: 0,
  workers: 1,
  ...fields,
});

const pageOf = (view: Partial<BoardView>): string =>
  queueBoardPage({ queues: [], failures: [], ...view }, AT);

/** The cells of a table's row, as text. */
const cellsOf = (html: string): string[] =>
  [...html.matchAll(/<t[dh](?: [^>]*)?>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) =>
    cell
      .replace(/<[^>]+>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );

const bodyRowOf = (html: string): string[] =>
  cellsOf(/<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? '');

describe('queueBoardPage', () => {
  it('has a row for each queue, and says of which moment it is', () => {
    const html = pageOf({ queues: QUEUE_NAMES.map((queue) => overview({ queue })) });
    const rows = [...html.matchAll(/data-queue="(\w+)"/g)].map(([, queue]) => queue);
    expect(rows).toEqual(QUEUE_NAMES);
    expect(html).toContain('<time datetime="2026-03-04T05:06:07.890Z">2026-03-04 05:06:07 UTC');
  });

  it('shows every figure of a queue under its heading', () => {
    const queue = overview({
      waiting: 12_345,
      oldestSeconds: 3_725,
      running: 4,
      lost: 2,
      later: 3,
      companies: 7,
      workers: 5,
      completedInLastHour: 678,
      failedInLastDay: 9,
    });
    const html = pageOf({ queues: [queue] });
    const headings = cellsOf(/<thead>(.*?)<\/thead>/s.exec(html)?.[1] ?? '');
    const cells = bodyRowOf(html);
    expect(Object.fromEntries(headings.map((heading, at) => [heading, cells[at]]))).toEqual({
      Queue: 'documents',
      Condition: 'working Tasks are taken as they come.',
      Waiting: '12,345',
      'Oldest waits': '1 h 2 min',
      Running: '4 and 2 lost',
      'For later': '3',
      Companies: '7',
      Workers: '5',
      'Done, last hour': '678',
      'Failed, last day': '9',
    });
  });

  it.each([
    [null, '–'],
    [0.4, '0 s'],
    [59.9, '59 s'],
    [61, '1 min 1 s'],
    [7_200, '2 h'],
    [90_061, '1 d 1 h'],
    [86_405, '1 d 5 s'],
  ])('writes a wait of %d seconds as %s', (oldestSeconds, text) => {
    expect(bodyRowOf(pageOf({ queues: [overview({ oldestSeconds })] }))[3]).toBe(text);
  });

  it('says that workers are unknown rather than none, and mentions lost runs only if there are any', () => {
    const cells = bodyRowOf(pageOf({ queues: [overview({ workers: null, running: 1 })] }));
    expect([cells[4], cells[7]]).toEqual(['1', 'unknown']);
  });

  it('lists what failed, or says that nothing did', () => {
    const failure = {
      queue: 'documents',
      name: 'intake.process-item',
      code: 'worker_lost',
      count: 1_200,
      lastAt: AT,
    } as const;
    const html = pageOf({ failures: [failure] });
    expect(bodyRowOf(html.slice(html.indexOf('failures-title')))).toEqual([
      'intake.process-item',
      'worker_lost',
      'documents',
      '1,200',
      '2026-03-04 05:06:07 UTC',
    ]);
    expect(html).not.toContain('Nothing failed.');
    expect(pageOf({})).toContain('Nothing failed.');
  });

  it('escapes what it shows', () => {
    const failure = {
      queue: 'documents',
      name: 'intake.process-item',
      code: '<script>alert(1)</script>',
      count: 1,
      lastAt: AT,
    } as const;
    expect(pageOf({ failures: [failure] })).not.toContain('<script');
  });

  it('asks for nothing that the content policy forbids: no script, no style of its own, no other host', () => {
    const html = pageOf({ queues: [overview({})] });
    expect(html).not.toMatch(/<script|<style| style=| on\w+=|https?:/);
  });
});
