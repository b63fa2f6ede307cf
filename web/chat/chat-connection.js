const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
const TOKEN_REFUSED = 4401;
/** No use in trying again: the role, no such conversation, or too many connections. */
const FINAL_CODES = [4403, 4404, 4429];

/**
 * One WebSocket of the chat that comes back by itself, after a delay that grows and varies, to the
 * conversation that it was in. `onState(state, text)`, `onMessage(message)`.
 */
export class ChatConnection {
  #socket = null;
  #timer = null;
  #failures = 0;
  #hintMs = null;
  #sessionId = null;

  constructor(session, { onState, onMessage }) {
    this.session = session;
    this.onState = onState;
    this.onMessage = onMessage;
  }

  get isOpen() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  get sessionId() {
    return this.#sessionId;
  }

  /** A conversation that there is, or none yet. */
  open(sessionId = null) {
    this.#sessionId = sessionId;
    this.#failures = 0;
    this.#connect();
  }

  ask(question, subject) {
    this.#socket.send(JSON.stringify({ type: 'question', question, ...subject }));
  }

  close() {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close(1000);
    this.onState('idle', 'Not connected');
  }

  #connect() {
    this.close();
    this.onState('connecting', 'Connecting…');
    const address = new URL('/ws', location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    if (this.#sessionId !== null) {
      address.searchParams.set('session_id', this.#sessionId);
    }
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
    if (message.type === 'session') {
      this.#sessionId = message.session_id;
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
    this.#timer = setTimeout(() => this.#connect(), delay);
  }
}
