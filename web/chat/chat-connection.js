import { LiveSocket } from '/shared/live-socket.js';

/** The chat's connection, which after each loss goes back to the conversation that it was in. */
export class ChatConnection {
  #socket;
  #sessionId = null;

  constructor(session, { onState, onMessage }) {
    this.#socket = new LiveSocket(session, {
      path: () => this.#path(),
      onState,
      onMessage: (message) => {
        if (message.type === 'session') {
          this.#sessionId = message.session_id;
        }
        onMessage(message);
      },
    });
  }

  get isOpen() {
    return this.#socket.isOpen;
  }

  get sessionId() {
    return this.#sessionId;
  }

  /** A conversation that there is, or none yet. */
  open(sessionId = null) {
    this.#sessionId = sessionId;
    this.#socket.connect();
  }

  ask(question, subject) {
    this.#socket.send({ type: 'question', question, ...subject });
  }

  close() {
    this.#socket.disconnect();
  }

  #path() {
    return this.#sessionId === null ? '/ws' : `/ws?session_id=${this.#sessionId}`;
  }
}
