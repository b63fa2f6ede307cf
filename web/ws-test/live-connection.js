const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
const TOKEN_REFUSED = 4401;
/** No use in trying again: the role, nothing there, or too many connections. */
const FINAL_CODES = [4403, 4404, 4429];

/**
 * One WebSocket that comes back by itself, after a delay that grows and varies, and watches again what it
 * watched: tasks at `/ws/tasks`, or what `path` is about. `onState(state, text)`, `onMessage(message)`.
 */
export class LiveConnection {
  #socket = null;
  #timer = null;
  #failures = 0;
  #hintMs = null;
  #wanted = new Set();

  constructor(session, { path = '/ws/tasks', onState, onMessage }) {
    this.session = session;
    this.path = path;
    this.onState = onState;
    this.onMessage = onMessage;
  }

  watch(taskIds) {
    const fresh = taskIds.filter((id) => !this.#wanted.has(id));
    fresh.forEach((id) => this.#wanted.add(id));
    this.#subscribe(fresh);
  }

  connect() {
    this.disconnect();
    this.onState('connecting', 'Connecting…');
    const address = new URL(this.path, location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    const socket = new WebSocket(address, ['bearer', this.session.accessToken]);
    this.#socket = socket;
    socket.onmessage = ({ data }) => {
      if (this.#socket === socket) {
        this.#receive(JSON.parse(data));
      }
    };
    socket.onclose = (event) => {
      if (this.#socket === socket) {
        this.#lost(event);
      }
    };
  }

  disconnect() {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close(1000);
    this.onState('idle', 'Not connected');
  }

  forget() {
    this.#wanted.clear();
  }

  #receive(message) {
    if (message.type === 'connection') {
      this.#failures = 0;
      this.onState('connected', 'Connected');
      this.#subscribe([...this.#wanted]);
    }
    if (message.type === 'reconnect') {
      this.#hintMs = message.after_ms;
    }
    this.onMessage(message);
  }

  #subscribe(taskIds) {
    if (taskIds.length > 0 && this.#socket?.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify({ type: 'subscribe', task_ids: taskIds }));
    }
  }

  async #lost({ code, reason }) {
    this.#socket = null;
    this.onMessage({ type: 'closed', code, reason });
    if (FINAL_CODES.includes(code)) {
      this.onState('refused', `Refused: ${reason}`);
      return;
    }
    if (code === TOKEN_REFUSED && !(await this.#renewToken())) {
      return;
    }
    this.#comeBack();
  }

  async #renewToken() {
    try {
      await this.session.refresh();
      return true;
    } catch (error) {
      // Without an answer from the server the token may still be good: try both again later.
      const isOutage = error.code === undefined;
      if (!isOutage) {
        this.onState('refused', 'The session has ended. Log out and log in again.');
      }
      return isOutage;
    }
  }

  #comeBack() {
    const longest = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** this.#failures);
    // Never less than half: all clients of a server that stopped must not return at the same moment.
    const delay = this.#hintMs ?? longest * (0.5 + Math.random() / 2);
    this.#hintMs = null;
    this.#failures += 1;
    this.onState('waiting', `Connection lost. Trying again in ${(delay / 1000).toFixed(1)} s`);
    this.#timer = setTimeout(() => this.connect(), delay);
  }
}
