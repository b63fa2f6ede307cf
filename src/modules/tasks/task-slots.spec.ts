import { TaskSlots } from './task-slots';

const SECOND = 1000;

/** Slots that are all taken, with a clock that the test sets. */
function busySlots(): {
  slots: TaskSlots;
  at: (ms: number) => void;
  free: () => Promise<void>;
} {
  let now = 0;
  let end = (): void => undefined;
  const slots = new TaskSlots(1, () => now);
  void slots.run(
    1,
    () =>
      new Promise<void>((ended) => {
        end = ended;
      }),
  );
  return {
    slots,
    at: (ms) => {
      now = ms;
    },
    free: async () => {
      await Promise.resolve();
      end();
      await new Promise((later) => setImmediate(later));
    },
  };
}

describe('TaskSlots', () => {
  it('let so many run at once and no more', async () => {
    const slots = new TaskSlots(2, Date.now);
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((later) => setImmediate(later));
      running -= 1;
    };
    await Promise.all(Array.from({ length: 9 }, () => slots.run(1, work)));
    expect([most, running]).toEqual([2, 0]);
  });

  it('go to the most urgent of those that wait, in order of arrival among equals', async () => {
    const { slots, free } = busySlots();
    const order: string[] = [];
    const note = (name: string) => (): Promise<void> => {
      order.push(name);
      return Promise.resolve();
    };
    const all = [
      slots.run(1, note('maintenance')),
      slots.run(7, note('first document')),
      slots.run(7, note('second document')),
      slots.run(10, note('notification')),
    ];
    await free();
    await Promise.all(all);
    expect(order).toEqual(['notification', 'first document', 'second document', 'maintenance']);
  });

  it('are not kept from the least urgent by an endless stream of urgent ones', async () => {
    const { slots, at, free } = busySlots();
    const order: string[] = [];
    const note = (name: string) => (): Promise<void> => {
      order.push(name);
      return Promise.resolve();
    };
    const all = [slots.run(1, note('maintenance'))];
    for (const second of [20, 40, 60, 80]) {
      at(second * SECOND);
      all.push(slots.run(10, note(`notification ${second}`)));
    }
    await free();
    await Promise.all(all);
    expect(order.slice(0, 4)).toEqual([
      'notification 20',
      'notification 40',
      'maintenance',
      'notification 60',
    ]);
  });

  it('are given on when the work fails', async () => {
    const slots = new TaskSlots(1, Date.now);
    await expect(slots.run(1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const work = jest.fn(() => Promise.resolve());
    await slots.run(1, work);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('do nothing that has not begun once they are closed', async () => {
    const { slots, free } = busySlots();
    const work = jest.fn(() => Promise.resolve());
    const waiting = slots.run(10, work);
    slots.close();
    await waiting;
    await slots.run(10, work);
    await free();
    expect(work).not.toHaveBeenCalled();
  });
});
