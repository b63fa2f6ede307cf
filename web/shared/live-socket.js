const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
const TOKEN_REFUSED = 4401;
/** No use in trying again: the role, nothing there, or too many connections. */
const FINAL_CODES = [4403, 4404, 4429];

/**
 * A WebSocket of the server that comes back by itself, after a delay that grows and varies. `path()` is asked
 * for at each attempt. `onState(state, text)`; `onMessage(message)` gets the server's messages, and
 * `{type: 'closed'}` when a connection was lost.
 */
export class LiveSocket {
  #socket = null;
  #timer = null;
  #failures = 0;
  #hintMs = null;

  constructor(session, { path, onState, onMessage }) {
    this.session = session;
    this.path = path;
    this.onState = onState;
    this.onMessage = onMessage;
  }

  get isOpen() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  connect() {
    this.#failures = 0;
    this.#open();
  }

  disconnect() {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close(1000);
    this.onState('idle', 'Not connected');
  }

  send(message) {
    this.#socket.send(JSON.stringify(message));
  }

  #open() {
    this.disconnect();
    this.onState('connecting', 'Connecting…');
    const address = new URL(this.path(), location.href);
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

  #receive(message) {
    if (message.type === 'connection') {
      this.#failures = 0;
      this.onState('connected', 'Connected');
    }
    if (message.type === 'reconnect') {
      this.#hintMs = message.after_ms;
    }
    this.onMessage(message);
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
      const isOutage = error.status !== 401;
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
    this.#timer = setTimeout(() => this.#open(), delay);
  }
}
