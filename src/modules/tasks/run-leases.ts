import { Inject, Injectable, Logger } from '@nestjs/common';
import { ENV, type Env } from '../../config';
import { TaskRunsRepository } from './task-runs.repository';

/** Several signs of life fit into a lease, so that one that comes late does not cost the run. */
const HEARTBEATS_PER_LEASE = 4;

/** The runs of this process: says that they live, and hears when one is not wanted any more. */
@Injectable()
export class RunLeases {
  private readonly log = new Logger(RunLeases.name);
  private readonly held = new Map<string, AbortController>();
  private timer: NodeJS.Timeout | null = null;
  readonly leaseMs: number;

  constructor(
    @Inject(ENV) env: Env,
    private readonly runs: TaskRunsRepository,
  ) {
    this.leaseMs = env.TASK_LEASE_SECONDS * 1000;
  }

  hold(runId: string): AbortController {
    const controller = new AbortController();
    this.held.set(runId, controller);
    this.timer ??= setInterval(() => void this.beat(), this.leaseMs / HEARTBEATS_PER_LEASE);
    return controller;
  }

  letGo(runId: string): void {
    this.held.delete(runId);
    if (this.held.size === 0 && this.timer !== null) {
      clearInterval(this.timer);
      this.timer = null;
    }
  }

  private async beat(): Promise<void> {
    const asked = [...this.held];
    try {
      const ours = new Set(await this.runs.heartbeat(asked.map(([runId]) => runId)));
      for (const [runId, controller] of asked) {
        if (!ours.has(runId) && this.held.has(runId)) {
          controller.abort();
        }
      }
    } catch (error) {
      this.log.warn({ err: error }, 'no sign of life given, the next may come in time');
    }
  }
}
