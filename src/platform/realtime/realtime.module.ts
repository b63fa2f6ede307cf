import { Global, Module } from '@nestjs/common';
import { Metrics } from '../metrics';
import { Broadcast } from './broadcast';
import { RealtimeServer } from './realtime-server';

/** WebSockets, and short messages between processes. */
@Global()
@Module({ providers: [RealtimeServer, Broadcast], exports: [RealtimeServer, Broadcast] })
export class RealtimeModule {
  constructor(server: RealtimeServer, metrics: Metrics) {
    metrics.gauge(
      {
        name: 'shortlist_websocket_connections',
        help: 'WebSockets that are open and were let in.',
        labels: [],
      },
      () => [{ labels: {}, value: server.connectionCount }],
    );
  }
}
