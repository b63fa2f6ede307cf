import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What a metric is called and says. Each value of a label is a series of its own: never an id, a name or a path. */
export interface MetricDefinition<Label extends string> {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly Label[];
}

export interface HistogramDefinition<Label extends string> extends MetricDefinition<Label> {
  /** Upper bounds, in the unit of the name. */
  readonly buckets: readonly number[];
}

type Labels<Label extends string> = Readonly<Record<Label, string>>;

export interface Count<Label extends string> {
  inc(labels: Labels<Label>, by?: number): void;
}

export interface Distribution<Label extends string> {
  observe(labels: Labels<Label>, value: number): void;
}

interface Sample<Label extends string> {
  readonly labels: Labels<Label>;
  readonly value: number;
}

/** Seconds, from a query by index to a file that is read by OCR. */
export const DURATION_BUCKETS = [
  0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60,
] as const;

/**
 * The numbers of this process, in the text format of Prometheus. Adapters and modules define what they count
 * here, so that nobody else knows the library behind it. One of its own (`new Metrics()`) counts for nobody.
 */
@Injectable()
export class Metrics implements OnModuleInit {
  private readonly log = new Logger(Metrics.name);
  private readonly registry = new Registry();

  readonly contentType = this.registry.contentType;

  /** Memory, processor time, event-loop delay and garbage collection, as every Node process tells them. */
  onModuleInit(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  counter<Label extends string>(definition: MetricDefinition<Label>): Count<Label> {
    const { name, help, labels } = definition;
    return new Counter({ name, help, labelNames: [...labels], registers: [this.registry] });
  }

  histogram<Label extends string>(definition: HistogramDefinition<Label>): Distribution<Label> {
    const { name, help, labels, buckets } = definition;
    return new Histogram({
      name,
      help,
      labelNames: [...labels],
      buckets: [...buckets],
      registers: [this.registry],
    });
  }

  /** A value that is read when somebody asks for the numbers; while it cannot be read it is left out. */
  gauge<Label extends string>(
    definition: MetricDefinition<Label>,
    read: () => readonly Sample<Label>[] | Promise<readonly Sample<Label>[]>,
  ): void {
    const { name, help, labels } = definition;
    const gauge = new Gauge({
      name,
      help,
      labelNames: [...labels],
      registers: [this.registry],
      collect: async () => {
        gauge.reset();
        try {
          for (const sample of await read()) {
            gauge.set(sample.labels, sample.value);
          }
        } catch (error) {
          this.log.debug({ err: error, metric: name }, 'a number cannot be read now');
        }
      },
    });
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
