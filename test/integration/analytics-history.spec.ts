import { randomUUID } from 'node:crypto';
import { AddApplicationRecords1763920000000 } from '../../migrations/1763920000000-add-application-records';
import { ApplicationsRepository } from '../../src/modules/analytics/applications.repository';
import { periodOf } from '../../src/modules/analytics/domain/period';
import { addDays, startOfDay } from '../../src/modules/analytics/domain/time-zone';
import { OpeningsRepository } from '../../src/modules/analytics/openings.repository';
import type { RecordFilter } from '../../src/modules/analytics/record-filter';
import { StaysRepository } from '../../src/modules/analytics/stays.repository';
import { startTestDatabase, type TestDatabase } from '../support/database';
import {
  type InventedApplication,
  type InventedHistory,
  type InventedJob,
  type InventedSource,
  storeHistory,
} from '../support/hiring-history';
import { type SlowDurations, SlowFigures } from '../support/slow-figures';

const HISTORIES = 220;
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Africa/Cairo',
];
const STATUSES = [
  'pending',
  'reviewing',
  'shortlisted',
  'interviewing',
  'offered',
  'hired',
  'rejected',
  'withdrawn',
];
const KINDS = ['upload', 'bulk', 'apply', 'referral', 'import'];
/** Around it lie the changes of the clocks of most zones. */
const FIRST_DAY = '2025-03-01';
const DAYS = 60;

/** Mulberry32: the same numbers for the same seed, so that a failure can be run again. */
class Dice {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  oneOf<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }

  /** On the border of a day of some zone, or beside it by a hair, or anywhere. */
  moment(firstDay = FIRST_DAY, days = DAYS): Date {
    const border = startOfDay(addDays(firstDay, this.below(days)), this.oneOf(ZONES)).getTime();
    const beside = this.oneOf([0, -1, 1, 900_000, -900_000, this.below(86_400_000)]);
    return new Date(border + beside);
  }
}

function inventedHistory(dice: Dice): InventedHistory {
  const jobs = Array.from({ length: 3 }, (): InventedJob => {
    const states = Array.from({ length: dice.below(5) }, () => dice.moment())
      .sort((a, b) => a.getTime() - b.getTime())
      .map((at, turn) => ({ at, status: turn % 2 === 0 ? 'open' : 'closed' }))
      // Two changes in one moment have no order that anybody could tell.
      .filter(({ at }, turn, all) => at.getTime() !== all[turn - 1]?.at.getTime());
    const status = states.at(-1)?.status ?? dice.oneOf(['open', 'draft', 'closed']);
    return { id: randomUUID(), states, createdAt: dice.moment('2025-02-01', 30), status };
  });
  const people = Array.from({ length: 6 }, () => randomUUID());
  const applications = Array.from({ length: 4 + dice.below(10) }, () =>
    inventedApplication(dice, dice.oneOf(jobs).id, dice.oneOf(people)),
  );
  const withSource = applications.filter(() => dice.chance(0.6));
  const sources = withSource.map(({ candidateId, resumeId }, turn): InventedSource => ({
    candidateId,
    resumeId: dice.chance(0.7) ? resumeId : null,
    kind: dice.oneOf(KINDS),
    at: new Date(Date.parse('2025-01-01T00:00:00Z') + turn * 1000),
  }));
  const areSourcesLate = dice.chance(0.5);
  return { companyId: randomUUID(), jobs, applications, sources, areSourcesLate };
}

function inventedApplication(dice: Dice, jobId: string, candidateId: string): InventedApplication {
  const createdAt = dice.moment();
  let at = createdAt.getTime();
  const changes = Array.from({ length: dice.below(7) }, () => {
    // Sometimes not later, and sometimes on the border of a day.
    const later = dice.oneOf([-1, 0, 1, dice.below(20 * 86_400_000), dice.below(3_600_000)]);
    const border = dice.moment();
    at = dice.chance(0.3) && border.getTime() > at ? border.getTime() : at + later;
    return { at: new Date(at), to: dice.oneOf(STATUSES) };
  });
  return {
    matchId: randomUUID(),
    resumeId: randomUUID(),
    candidateId,
    jobId,
    source: dice.chance(0.7) ? 'applied' : 'matched',
    createdAt,
    score: dice.below(101),
    changes,
    isErased: dice.chance(0.25),
  };
}

let test: TestDatabase;

beforeAll(async () => {
  test = await startTestDatabase();
});

afterAll(async () => {
  await test.stop();
});

const NOTHING: SlowDurations = { count: 0, mean: null, median: null, p90: null };

const rounded = (given: SlowDurations | null): SlowDurations => {
  const { count, mean, median, p90 } = given ?? NOTHING;
  return { count, mean: mean === null ? null : Number(mean.toFixed(6)), median, p90 };
};

const byKey = <Row>(
  rows: readonly Row[],
  key: (row: Row) => string,
  value: (row: Row) => unknown,
) => Object.fromEntries(rows.map((row) => [key(row), value(row)] as const).sort());

async function figuresOf(filter: RecordFilter): Promise<object> {
  const applications = new ApplicationsRepository(test.database);
  const stays = new StaysRepository(test.database);
  const openings = new OpeningsRepository(test.database);
  const status = (row: { status: string }): string => row.status;
  const count = (row: { count: number }): number => row.count;
  const origins = await applications.byOrigin(filter);
  const furthest = await applications.furthest(filter);
  return {
    begun: await applications.begun(filter),
    firstEntries: byKey(await stays.firstEntries(filter), status, count),
    furthest: byKey(furthest, (row) => `${row.step} ${row.outcome}`, count),
    timeInStatus: byKey(await stays.timeInStatus(filter), (row) => row.key, rounded),
    timeToHire: rounded(await applications.timeToHire(filter)),
    timeToFill: rounded(await openings.timeToFill(filter)),
    activeAtEnd: byKey(await applications.activeAtEnd(filter), status, count),
    byOrigin: byKey(
      origins,
      (row) => row.origin,
      (row) =>
        `${[row.applications, row.advanced, row.interviewed, row.hired].join(' ')} ${row.meanScore.toFixed(6)}`,
    ),
    countJobs: await openings.countJobs(filter),
  };
}

function slowFiguresOf(slow: SlowFigures): object {
  return {
    begun: slow.begun(),
    firstEntries: slow.firstEntries(),
    furthest: slow.furthest(),
    timeInStatus: byKey(
      Object.entries(slow.timeInStatus()),
      ([status]) => status,
      ([, durations]) => rounded(durations),
    ),
    timeToHire: rounded(slow.timeToHire()),
    timeToFill: rounded(slow.timeToFill()),
    activeAtEnd: slow.activeAtEnd(),
    byOrigin: slow.byOrigin(),
    countJobs: slow.countJobs(),
  };
}

/** Told by the zone's calendar, not by the moments that the code under test computes. */
function isWithin(from: string, to: string, timeZone: string): (moment: Date) => boolean {
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  return (moment) => {
    const day = calendar.format(moment);
    return day >= from && day < to;
  };
}

describe('figures from the records', () => {
  it(
    `equal a slow recomputation for ${HISTORIES} random histories`,
    async () => {
      let counted = 0;
      for (let seed = 1; seed <= HISTORIES; seed += 1) {
        const dice = new Dice(seed);
        const history = inventedHistory(dice);
        await storeHistory(test.database, history);
        const from = addDays(FIRST_DAY, dice.below(30));
        const to = addDays(from, 1 + dice.below(40));
        const timeZone = dice.oneOf(ZONES);
        const jobIds = dice.chance(0.3) ? [dice.oneOf(history.jobs).id] : null;
        const period = periodOf({ from, to, timeZone }, new Date());
        const { companyId } = history;
        const found = await figuresOf({ companyId, jobIds, ...period });
        const isIn = isWithin(from, to, timeZone);
        const slow = new SlowFigures(history, { isIn, end: period.to, jobIds });
        const expected = slowFiguresOf(slow);
        expect({ seed, from, to, timeZone, ...found }).toEqual({
          seed,
          from,
          to,
          timeZone,
          ...expected,
        });
        counted += slow.begun().applications;
      }
      expect(counted).toBeGreaterThan(HISTORIES);
    },
    10 * 60_000,
  );

  it('leaves no id of an erased person and no time that is finer than a quarter hour', async () => {
    const [left] = await test.database.query<{
      rows: number;
      fine: number;
    }>(
      `SELECT count(*)::integer AS rows,
         (count(*) FILTER (WHERE s.entered_at <> quarter_hour(s.entered_at) OR s.left_at <> quarter_hour(s.left_at)
           OR r.started_at <> quarter_hour(r.started_at)))::integer AS fine
       FROM application_records r JOIN application_stays s ON s.record_id = r.id WHERE r.match_id IS NULL`,
    );
    expect(left?.rows).toBeGreaterThan(100);
    expect(left?.fine).toBe(0);
    const [kept] = await test.database.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM application_records r
       WHERE r.match_id IS NOT NULL AND NOT EXISTS (SELECT FROM match_results m WHERE m.id = r.match_id)`,
    );
    expect(kept?.count).toBe(0);
  });
});

it('says the same of a history that was there before the records', async () => {
  const dice = new Dice(4711);
  const history = { ...inventedHistory(dice) };
  const applications = history.applications.map((one) => ({ ...one, isErased: false }));
  const whole = { ...history, companyId: randomUUID(), applications };
  await storeHistory(test.database, whole);
  const records = `SELECT match_id, source, origin, status, status_since, furthest, started_at, score
    FROM application_records WHERE match_id IS NOT NULL ORDER BY match_id`;
  const stays = `SELECT r.match_id, s.position, s.status, s.entered_at, s.left_at, s.next_status, s.quarters, s.is_first
    FROM application_stays s JOIN application_records r ON r.id = s.record_id
    WHERE r.match_id IS NOT NULL ORDER BY r.match_id, s.position`;
  // Without the moments in which two changes have no order that a later reader could tell.
  const told = async (sql: string): Promise<unknown[]> => {
    const rows = await test.database.query<{ match_id: string }>(sql);
    const clear = new Set(applications.filter(isInOrder).map(({ matchId }) => matchId));
    return rows.filter(({ match_id: id }) => clear.has(id));
  };
  const before = [await told(records), await told(stays)];
  expect(before[0]?.length).toBeGreaterThan(2);
  const migration = new AddApplicationRecords1763920000000();
  await test.dataSource.transaction(async ({ queryRunner }) => {
    await migration.down(queryRunner!);
    await migration.up(queryRunner!);
  });
  expect([await told(records), await told(stays)]).toEqual(before);
});

const isInOrder = ({ source, createdAt, changes }: InventedApplication): boolean =>
  changes.every(({ at }, turn) => {
    const before = changes[turn - 1]?.at ?? (source === 'applied' ? createdAt : null);
    return before === null || at > before;
  });
