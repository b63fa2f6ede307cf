import { Injectable } from '@nestjs/common';

/** An event's class is its type; `x.events.ts` of the module that publishes it holds it. */
type EventClass<Event extends object> = new (...args: never[]) => Event;

type Listener<Event extends object> = (event: Event) => Promise<void> | void;

/**
 * How a module tells others what happened without knowing them. Publish inside the transaction that makes
 * the change: listeners run in it, one after the other, so a task that one enqueues is committed together
 * with the change or not at all. A listener writes rows and nothing else; what must wait for the commit
 * goes through `Database.afterCommit`.
 */
@Injectable()
export class EventBus {
  private readonly listeners = new Map<EventClass<object>, Listener<object>[]>();

  /** Modules subscribe when they start, in `onModuleInit`. */
  on<Event extends object>(type: EventClass<Event>, listener: Listener<Event>): void {
    const known = this.listeners.get(type) ?? [];
    // `publish` hands a listener only instances of the class that it is kept under.
    this.listeners.set(type, [...known, listener as Listener<object>]);
  }

  /** @throws what a listener throws, which rolls the change back. */
  async publish(event: object): Promise<void> {
    for (const listener of this.listeners.get(event.constructor as EventClass<object>) ?? []) {
      await listener(event);
    }
  }
}
