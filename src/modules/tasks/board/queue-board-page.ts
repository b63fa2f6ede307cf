import Mustache from 'mustache';
import type { BoardView, QueueOverview } from './queue-board';
import type { TaskFailure } from './queue-board.repository';
import type { QueueCondition } from './domain/queue-condition';

const REFRESH_SECONDS = 15;

/** What the condition asks of the operator; docs/operations.md has the rest under these words. */
const ADVICE: Readonly<Record<QueueCondition, string>> = {
  idle: 'Nothing is due.',
  working: 'Tasks are taken as they come.',
  behind: 'More comes in than is done: see “A queue grows” in the operations guide.',
  full: 'At its limit, so that requests for more are answered 429 queue_full: see “A queue grows”.',
  'standing still': 'Tasks are due and no worker has one of them: see “No worker runs”.',
};

/** Mustache escapes every value. */
const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta http-equiv="refresh" content="{{refreshSeconds}}" />
    <title>Queues · Shortlist</title>
    <link rel="stylesheet" href="/shared/base.css" />
    <link rel="stylesheet" href="/admin/queues.css" />
    <link rel="icon" href="data:," />
  </head>
  <body>
    <header>
      <h1>Queues</h1>
      <p class="hint">
        Of all companies, by the rows of the database, at
        <time datetime="{{at}}">{{atText}}</time>. Loads anew every {{refreshSeconds}} seconds.
      </p>
    </header>
    <main>
      <section aria-labelledby="queues-title">
        <h2 id="queues-title">Now</h2>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="queues-title">
          <table>
            <thead>
              <tr>
                <th scope="col" class="text">Queue</th>
                <th scope="col" class="text">Condition</th>
                <th scope="col">Waiting</th>
                <th scope="col">Oldest waits</th>
                <th scope="col">Running</th>
                <th scope="col">For later</th>
                <th scope="col">Companies</th>
                <th scope="col">Workers</th>
                <th scope="col">Done, last hour</th>
                <th scope="col">Failed, last day</th>
              </tr>
            </thead>
            <tbody>
              {{#queues}}
              <tr data-queue="{{queue}}">
                <th scope="row" class="text">{{queue}}</th>
                <td class="text">
                  <span class="condition" data-condition="{{condition}}">{{condition}}</span>
                  <span class="advice">{{advice}}</span>
                </td>
                <td>{{waiting}}</td>
                <td>{{oldest}}</td>
                <td>{{running}}{{#lost}} <span class="bad">and {{lost}} lost</span>{{/lost}}</td>
                <td>{{later}}</td>
                <td>{{companies}}</td>
                <td>{{workers}}</td>
                <td>{{completed}}</td>
                <td{{#hasFailed}} class="bad"{{/hasFailed}}>{{failed}}</td>
              </tr>
              {{/queues}}
            </tbody>
          </table>
        </div>
        <dl>
          <div><dt>Waiting</dt><dd>due, and not begun</dd></div>
          <div><dt>For later</dt><dd>retries and others whose time has not come</dd></div>
          <div><dt>Lost</dt><dd>their worker gave no sign of life; others take them over</dd></div>
          <div><dt>Workers</dt><dd>processes that serve the queue, as far as Redis tells</dd></div>
        </dl>
      </section>
      <section aria-labelledby="failures-title">
        <h2 id="failures-title">Failed in the last day</h2>
        {{^failures.length}}<p class="hint">Nothing failed.</p>{{/failures.length}}
        {{#failures.length}}
        <div class="scroll" tabindex="0" role="region" aria-labelledby="failures-title">
          <table>
            <thead>
              <tr>
                <th scope="col" class="text">Task</th>
                <th scope="col" class="text">Code</th>
                <th scope="col" class="text">Queue</th>
                <th scope="col">Times</th>
                <th scope="col">Last</th>
              </tr>
            </thead>
            <tbody>
              {{#failures}}
              <tr>
                <th scope="row" class="text">{{name}}</th>
                <td class="text"><code>{{code}}</code></td>
                <td class="text">{{queue}}</td>
                <td>{{count}}</td>
                <td><time datetime="{{last}}">{{lastText}}</time></td>
              </tr>
              {{/failures}}
            </tbody>
          </table>
        </div>
        {{/failures.length}}
        <p class="hint">
          A company’s own people see and repeat its tasks by <code>GET /api/v1/tasks</code> and
          <code>POST /api/v1/tasks/{task_id}/retry</code>.
        </p>
      </section>
    </main>
  </body>
</html>
`;

/** The page at `/admin/queues`, whole: it holds no script and needs none. */
export function queueBoardPage({ queues, failures }: BoardView, at: Date): string {
  return Mustache.render(PAGE, {
    refreshSeconds: REFRESH_SECONDS,
    at: at.toISOString(),
    atText: momentText(at),
    queues: queues.map(queueRow),
    failures: failures.map(failureRow),
  });
}

function queueRow(queue: QueueOverview): Readonly<Record<string, string | boolean>> {
  return {
    queue: queue.queue,
    condition: queue.condition,
    advice: ADVICE[queue.condition],
    waiting: numberText(queue.waiting),
    oldest: queue.oldestSeconds === null ? '–' : durationText(queue.oldestSeconds),
    running: numberText(queue.running),
    lost: queue.lost === 0 ? '' : numberText(queue.lost),
    later: numberText(queue.later),
    companies: numberText(queue.companies),
    workers: queue.workers === null ? 'unknown' : numberText(queue.workers),
    completed: numberText(queue.completedInLastHour),
    failed: numberText(queue.failedInLastDay),
    hasFailed: queue.failedInLastDay > 0,
  };
}

function failureRow(failure: TaskFailure): Readonly<Record<string, string>> {
  const { name, code, queue, count, lastAt } = failure;
  const last = lastAt.toISOString();
  return { name, code, queue, count: numberText(count), last, lastText: momentText(lastAt) };
}

const numberText = (value: number): string => value.toLocaleString('en-US');

/** To the second and in UTC, as the logs have it. */
const momentText = (moment: Date): string =>
  `${moment.toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** In the two largest units that are not zero. */
function durationText(seconds: number): string {
  const whole = Math.floor(seconds);
  const units = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor(whole / 3_600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ] as const;
  const parts = units.filter(([value]) => value > 0).map(([value, unit]) => `${value} ${unit}`);
  return parts.length === 0 ? '0 s' : parts.slice(0, 2).join(' ');
}
