import { LiveSocket } from '/shared/live-socket.js';

/** The connection at `/ws/tasks`, which after each loss watches again the tasks that it watched. */
export class TaskConnection {
  #wanted = new Set();
  #socket;

  constructor(session, { onState, onMessage }) {
    this.#socket = new LiveSocket(session, {
      path: () => '/ws/tasks',
      onState,
      onMessage: (message) => {
        if (message.type === 'connection') {
          this.#subscribe([...this.#wanted]);
        }
        onMessage(message);
      },
    });
  }

  watch(taskIds) {
    const fresh = taskIds.filter((id) => !this.#wanted.has(id));
    fresh.forEach((id) => this.#wanted.add(id));
    this.#subscribe(fresh);
  }

  connect() {
    this.#socket.connect();
  }

  disconnect() {
    this.#socket.disconnect();
  }

  forget() {
    this.#wanted.clear();
  }

  #subscribe(taskIds) {
    if (taskIds.length > 0 && this.#socket.isOpen) {
      this.#socket.send({ type: 'subscribe', task_ids: taskIds });
    }
  }
}
