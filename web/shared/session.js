import { jsonOf, request } from './api-request.js';

/** Where the tab keeps the tokens from one page to the next. */
const KEPT_AS = 'shortlist.session';

/**
 * Who is logged in. Tokens are kept in memory; `Session.ofTab()` also takes them over a reload. `onEnded` is called when
 * the server ended the session: the call that noticed throws as well.
 */
export class Session {
  #accessToken = null;
  #refreshToken = null;
  #refreshing = null;
  user = null;
  onEnded = null;

  /**
   * A session that outlives the page and ends with the tab. A page that leaves puts its tokens into the tab's storage, and
   * the next takes them out again: a tab that is copied while it shows a page has nothing to copy, since the second to use a
   * refresh token would end the session of both.
   */
  static ofTab() {
    const session = new Session();
    const kept = sessionStorage.getItem(KEPT_AS);
    sessionStorage.removeItem(KEPT_AS);
    if (kept !== null) {
      session.#keep(JSON.parse(kept));
    }
    window.addEventListener('pagehide', () => session.#leaveToNextPage());
    window.addEventListener('pageshow', ({ persisted }) => {
      // The browser kept this page aside, and another may have gone on with its tokens since.
      if (persisted) {
        session.#forget();
        location.reload();
      }
    });
    return session;
  }

  #leaveToNextPage() {
    // While a refresh is under way nobody knows whether the token was spent; to use it again looks like theft.
    if (this.#refreshToken !== null && this.#refreshing === null) {
      const tokens = { access_token: this.#accessToken, refresh_token: this.#refreshToken };
      sessionStorage.setItem(KEPT_AS, JSON.stringify(tokens));
    }
  }

  /** Asks who it is whose tokens the page before has left; `user` stays null without any. */
  async restore() {
    if (this.user === null && this.#accessToken !== null) {
      this.user = await this.call('GET', '/auth/me');
    }
  }

  get accessToken() {
    return this.#accessToken;
  }

  async logIn(email, password) {
    const answer = await jsonOf(await request('POST', '/auth/login', { email, password }));
    this.#keep(answer);
    this.user = answer.user;
  }

  /** A new access token; throws when the session has ended. */
  refresh() {
    // A refresh token is good for one use: several calls that lose theirs at once share it.
    this.#refreshing ??= this.#refreshOnce().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #refreshOnce() {
    const body = { refresh_token: this.#refreshToken };
    this.#keep(await jsonOf(await this.#send('POST', '/auth/refresh', body, null)));
  }

  async logOut() {
    const refreshToken = this.#refreshToken;
    this.#forget();
    await request('POST', '/auth/logout', { refresh_token: refreshToken });
  }

  /** Calls the API and reads its JSON; an access token that expired is replaced once. */
  async call(method, path, body) {
    return jsonOf(await this.#request(method, path, body));
  }

  /** A file of the API under the name that it has there. */
  async download(path) {
    const response = await this.#request('GET', path);
    return new File([await response.blob()], fileNameIn(response));
  }

  async #request(method, path, body) {
    try {
      return await this.#send(method, path, body, this.#accessToken);
    } catch (error) {
      if (error.code !== 'token_expired') {
        throw error;
      }
      await this.refresh();
      return this.#send(method, path, body, this.#accessToken);
    }
  }

  async #send(method, path, body, token) {
    try {
      return await request(method, path, body, token);
    } catch (error) {
      if (error.status === 401 && error.code !== 'token_expired' && this.#accessToken !== null) {
        this.#forget();
        this.onEnded?.();
      }
      throw error;
    }
  }

  #keep({ access_token: accessToken, refresh_token: refreshToken }) {
    this.#accessToken = accessToken;
    this.#refreshToken = refreshToken;
  }

  #forget() {
    this.#accessToken = this.#refreshToken = this.user = null;
  }
}

/** As RFC 6266 writes it: percent-encoded, or in quotes. */
function fileNameIn(response) {
  const disposition = response.headers.get('content-disposition') ?? '';
  const [, encoded, quoted] = /filename(?:\*=UTF-8''([^;]+)|="([^"]*)")/.exec(disposition) ?? [];
  return encoded === undefined ? (quoted ?? 'download') : decodeURIComponent(encoded);
}
