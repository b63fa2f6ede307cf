/** Who is logged in. Tokens are kept in memory only. */
export class Session {
  #accessToken = null;
  #refreshToken = null;
  #refreshing = null;
  user = null;

  get accessToken() {
    return this.#accessToken;
  }

  async logIn(email, password) {
    const answer = await send('POST', '/auth/login', { email, password });
    this.#keep(answer);
    this.user = answer.user;
  }

  /** A new access token; throws when the session has ended. */
  refresh() {
    // A refresh token is good for one use: several connections that lose theirs at once share it.
    this.#refreshing ??= this.#refreshOnce().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #refreshOnce() {
    this.#keep(await send('POST', '/auth/refresh', { refresh_token: this.#refreshToken }));
  }

  async logOut() {
    const refreshToken = this.#refreshToken;
    this.#accessToken = this.#refreshToken = this.user = null;
    await send('POST', '/auth/logout', { refresh_token: refreshToken });
  }

  /** Calls the API; an access token that expired is replaced once. */
  async call(method, path, body) {
    try {
      return await send(method, path, body, this.#accessToken);
    } catch (error) {
      if (error.code !== 'token_expired') {
        throw error;
      }
      await this.refresh();
      return send(method, path, body, this.#accessToken);
    }
  }

  #keep({ access_token: accessToken, refresh_token: refreshToken }) {
    this.#accessToken = accessToken;
    this.#refreshToken = refreshToken;
  }
}

async function send(method, path, body, token = null) {
  const isForm = body instanceof FormData;
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers: {
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = text === '' ? null : JSON.parse(text);
  if (!response.ok) {
    throw Object.assign(new Error(answer?.detail ?? response.statusText), { code: answer?.code });
  }
  return answer;
}
