export { Broadcast } from './broadcast';
export type { Connection, SocketMessage } from './connection';
export { RealtimeModule } from './realtime.module';
export { RealtimeServer } from './realtime-server';
export { requireUpgrade } from './upgrade-required';
