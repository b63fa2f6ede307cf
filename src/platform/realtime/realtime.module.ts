import { Global, Module } from '@nestjs/common';
import { Broadcast } from './broadcast';
import { RealtimeServer } from './realtime-server';

/** WebSockets, and short messages between processes. */
@Global()
@Module({ providers: [RealtimeServer, Broadcast], exports: [RealtimeServer, Broadcast] })
export class RealtimeModule {}
