import { Injectable, Logger } from '@nestjs/common';
import type { Cluster, Redis } from 'ioredis';
import { RedisClients } from '../queue';

export interface BroadcastListener {
  readonly message: (text: string) => void;
  /** Messages may have been missed since the connection to Redis broke: look at what is true now. */
  readonly resumed: () => void;
}

/**
 * Short messages to every process, this one included. They are hints and can be lost with Redis: whoever
 * listens reads what is true from the database, and again when told that messages may be missing.
 */
@Injectable()
export class Broadcast {
  private readonly log = new Logger(Broadcast.name);
  private readonly listeners = new Map<string, BroadcastListener[]>();
  private readonly publisher: Redis | Cluster;
  private subscriber: Redis | Cluster | null = null;

  constructor(private readonly clients: RedisClients) {
    // A hint that cannot go out now is worth nothing later.
    this.publisher = this.clients.open({ enableOfflineQueue: false });
    this.reportOutages(this.publisher, 'publisher');
  }

  /** Listeners are added when the process starts and stay. */
  on(channel: string, listener: BroadcastListener): void {
    const known = this.listeners.get(channel);
    if (known !== undefined) {
      known.push(listener);
      return;
    }
    this.listeners.set(channel, [listener]);
    this.subscriber ??= this.connectSubscriber();
    if (this.subscriber.status === 'ready') {
      this.subscribe(this.subscriber, [channel]);
    }
  }

  publish(channel: string, text: string): void {
    this.publisher.publish(named(channel), text).catch((error: unknown) => {
      this.log.debug({ err: error, channel }, 'hint not sent');
    });
  }

  private connectSubscriber(): Redis | Cluster {
    const subscriber = this.clients.open({
      enableReadyCheck: false,
      maxRetriesPerRequest: null,
      // Done below, so that listeners are told after it and not before.
      autoResubscribe: false,
    });
    this.reportOutages(subscriber, 'subscriber');
    subscriber.on('ready', () => {
      this.subscribe(subscriber, [...this.listeners.keys()]);
    });
    subscriber.on('message', (channel: string, text: string) => {
      for (const listener of this.listeners.get(channel.slice(PREFIX.length)) ?? []) {
        listener.message(text);
      }
    });
    return subscriber;
  }

  private subscribe(subscriber: Redis | Cluster, channels: readonly string[]): void {
    subscriber.subscribe(...channels.map(named)).then(
      () => {
        channels
          .flatMap((channel) => this.listeners.get(channel) ?? [])
          .forEach((listener) => {
            listener.resumed();
          });
      },
      (error: unknown) => {
        // The connection broke; the next one subscribes again.
        this.log.debug({ err: error }, 'not subscribed');
      },
    );
  }

  /** Once an outage, not once an attempt to reconnect. */
  private reportOutages(client: Redis | Cluster, role: string): void {
    let isDown = false;
    client.on('error', (error: unknown) => {
      if (!isDown) {
        isDown = true;
        this.log.warn({ err: error, role }, 'broadcast is without Redis');
      }
    });
    client.on('ready', () => {
      isDown = false;
    });
  }
}

const PREFIX = 'shortlist:broadcast:';
const named = (channel: string): string => `${PREFIX}${channel}`;
