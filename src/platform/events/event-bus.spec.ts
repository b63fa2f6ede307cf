import { EventBus } from './event-bus';

class Hired {
  constructor(readonly name: string) {}
}

class Rejected {
  constructor(readonly name: string) {}
}

describe('EventBus', () => {
  it('tells each listener of that kind of event, in the order they subscribed, and no other', async () => {
    const bus = new EventBus();
    const heard: string[] = [];
    bus.on(Hired, async ({ name }) => {
      await Promise.resolve();
      heard.push(`first ${name}`);
    });
    bus.on(Hired, ({ name }) => {
      heard.push(`second ${name}`);
    });
    bus.on(Rejected, ({ name }) => {
      heard.push(`never ${name}`);
    });
    await bus.publish(new Hired('Ada'));
    expect(heard).toEqual(['first Ada', 'second Ada']);
  });

  it('fails when a listener fails, so that the change is not committed without it', async () => {
    const bus = new EventBus();
    bus.on(Hired, () => Promise.reject(new Error('no room for the row')));
    await expect(bus.publish(new Hired('Ada'))).rejects.toThrow('no room for the row');
  });

  it('is content with no listener', async () => {
    await expect(new EventBus().publish(new Hired('Ada'))).resolves.toBeUndefined();
  });
});
