import { statfs } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../config';
import { Metrics } from './metrics';

/** How much room there is for what people send. */
@Injectable()
export class DiskMetrics {
  constructor(metrics: Metrics, @Inject(ENV) env: Env) {
    metrics.gauge(
      {
        name: 'shortlist_data_disk_bytes',
        help: 'Size of the disk that DATA_DIR is on, and what is free of it.',
        labels: ['kind'],
      },
      async () => {
        const { bsize, blocks, bavail } = await statfs(env.DATA_DIR);
        return [
          { labels: { kind: 'size' }, value: blocks * bsize },
          { labels: { kind: 'free' }, value: bavail * bsize },
        ];
      },
    );
  }
}
