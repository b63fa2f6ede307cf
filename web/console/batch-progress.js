import { LiveSocket } from '/shared/live-socket.js';

/** Between two readings of the files of an upload that goes on. */
const PACE_MS = 1000;
const ENDED = ['SUCCESS', 'FAILED', 'PARTIAL'];

/**
 * How far a bulk upload is. The socket says that something changed, and then the state of all files is read: a
 * message names only the file that changed last. `onChange(batch)` gets the API's answer, `onError(error)` what
 * went wrong. Ends with `signal`.
 */
export class BatchProgress {
  #api;
  #signal;
  #socket;
  #isReading = false;
  #isStale = false;
  onChange = null;
  onError = null;

  constructor({ api, session, batchId, signal }) {
    this.batchId = batchId;
    this.#api = api;
    this.#signal = signal;
    this.#socket = new LiveSocket(session, {
      path: () => `/ws/resumes/bulk/${batchId}`,
      onState: (state, text) => {
        if (state === 'refused') {
          this.onError(new Error(`The progress cannot be followed. ${text}`));
        }
      },
      onMessage: ({ type }) => {
        if (type === 'connection' || type === 'batch_update') {
          void this.#read();
        }
      },
    });
    signal.addEventListener('abort', () => this.#socket.disconnect());
  }

  /** Also after it has ended, when files are read again. */
  start() {
    this.#socket.connect();
  }

  /** One reading at a time, and always one that began after the last message. */
  async #read() {
    this.#isStale = true;
    if (this.#isReading) {
      return;
    }
    this.#isReading = true;
    while (this.#isStale && !this.#signal.aborted) {
      this.#isStale = false;
      await this.#readOnce();
      await new Promise((resolve) => setTimeout(resolve, PACE_MS));
    }
    this.#isReading = false;
  }

  async #readOnce() {
    try {
      const batch = await this.#api.batch(this.batchId);
      if (ENDED.includes(batch.status)) {
        this.#socket.disconnect();
      }
      this.onChange(batch);
    } catch (error) {
      this.onError(error);
    }
  }
}
