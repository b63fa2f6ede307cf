import { integer, MEBIBYTE } from './validators';

/** The settings of WebSockets. */
export const REALTIME_VARIABLES = {
  WS_MAX_CONNECTIONS: integer(
    1,
    1_000_000,
  )({
    default: 10_000,
    desc: 'Most WebSockets of one process.',
  }),
  WS_MAX_CONNECTIONS_PER_ACCOUNT: integer(
    1,
    1_000_000,
  )({
    default: 1000,
    desc: 'Most WebSockets of one account in one process; more are closed with 4429.',
  }),
  WS_MAX_SUBSCRIPTIONS: integer(
    1,
    100_000,
  )({
    default: 1000,
    desc: 'Most tasks that one WebSocket watches.',
  }),
  WS_MAX_MESSAGE_BYTES: integer(
    1024,
    16 * MEBIBYTE,
  )({
    default: 65_536,
    desc: 'Largest message that a WebSocket takes; a larger one closes it with 1009.',
  }),
  WS_MESSAGES_PER_SECOND: integer(
    1,
    10_000,
  )({
    default: 20,
    desc: 'Messages a second that are read from one WebSocket; ten times as many close it with 1008.',
  }),
  WS_MAX_BUFFERED_BYTES: integer(
    65_536,
    1024 * MEBIBYTE,
  )({
    default: MEBIBYTE,
    desc: 'Unread bytes that a WebSocket may have waiting before it is cut off.',
  }),
  WS_HEARTBEAT_SECONDS: integer(
    1,
    3600,
  )({
    default: 30,
    desc: 'Time between two signs of life of a WebSocket; its account is checked as often.',
  }),
} as const;
