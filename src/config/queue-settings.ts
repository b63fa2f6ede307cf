import { EnvError, makeExactValidator, type RequiredValidatorSpec } from 'envalid';

interface QueueValues {
  /** 1 to 10: whose task goes first when a worker has more work than `WORKER_CONCURRENCY`. */
  readonly priority: number;
  /** Runs before a task that fails each time is given up. */
  readonly attempts: number;
  /** Seconds before the second attempt; doubled for each later one. */
  readonly delay: number;
  /** Seconds that one run may take. */
  readonly timeout: number;
  /** Tasks of this queue that one worker process runs at once. */
  readonly concurrency: number;
  /** Unfinished tasks from which on requests for more are refused. */
  readonly limit: number;
}

const RANGES: Readonly<Record<keyof QueueValues, readonly [min: number, max: number]>> = {
  priority: [1, 10],
  attempts: [1, 100],
  delay: [0, 86_400],
  timeout: [1, 86_400],
  concurrency: [1, 256],
  limit: [1, 100_000_000],
};

/** How one queue works. Written `priority=7,attempts=3,…`. */
export class QueueSettings implements QueueValues {
  readonly priority: number;
  readonly attempts: number;
  readonly delay: number;
  readonly timeout: number;
  readonly concurrency: number;
  readonly limit: number;

  constructor(values: QueueValues) {
    this.priority = values.priority;
    this.attempts = values.attempts;
    this.delay = values.delay;
    this.timeout = values.timeout;
    this.concurrency = values.concurrency;
    this.limit = values.limit;
  }

  toString(): string {
    return settingNames()
      .map((name) => `${name}=${this[name]}`)
      .join(',');
  }
}

/** The setting of one queue; a part that a value does not name keeps its default. */
export function queueVariable(
  values: QueueValues,
  work: string,
): RequiredValidatorSpec<QueueSettings> {
  const validator = makeExactValidator(
    (input) => new QueueSettings({ ...values, ...partsOf(input) }),
  );
  return validator({
    default: new QueueSettings(values),
    desc: `${work} Any of these parts, in seconds where it is a time; one that is left out keeps its default.`,
  });
}

function partsOf(input: string): Partial<QueueValues> {
  const entries = input.split(',').map((part) => {
    const [name = '', text = ''] = part.split('=').map((side) => side.trim());
    const known = settingNames().find((one) => one === name);
    if (known === undefined) {
      throw new EnvError(`must hold only ${settingNames().join(', ')}, as in "attempts=5,limit=9"`);
    }
    const [min, max] = RANGES[known];
    const value = Number(text);
    if (text === '' || !Number.isInteger(value) || value < min || value > max) {
      throw new EnvError(`must have a whole number from ${min} to ${max} as its ${known}`);
    }
    return [known, value] as const;
  });
  return Object.fromEntries(entries);
}

function settingNames(): (keyof QueueValues)[] {
  // The keys of a record over a closed set are that set.
  return Object.keys(RANGES) as (keyof QueueValues)[];
}
