import { queryString } from './api.js';

/**
 * Shows the view that the address after `#` names, such as `#/jobs/42?status=hired`. A view is
 * `async (context) => ({ title, content, focus, ready })`: `focus` is what is focused instead of the heading, `ready` is
 * called when the content is shown. `context.signal` is aborted when the view is left.
 */
export class Router {
  #routes;
  #show;
  #leaving = new AbortController();

  constructor(routes, { show }) {
    this.#routes = Object.entries(routes).map(([pattern, view]) => ({
      expression: new RegExp(`^${pattern.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
      view,
    }));
    this.#show = show;
  }

  start() {
    window.addEventListener('hashchange', () => this.refresh());
    this.refresh();
  }

  /** Shows the view of the address anew. */
  refresh() {
    this.#leaving.abort();
    this.#leaving = new AbortController();
    const { path, query } = currentAddress();
    for (const { expression, view } of this.#routes) {
      const found = expression.exec(path);
      if (found !== null) {
        this.#show(view, { path, params: found.groups ?? {}, query, signal: this.#leaving.signal });
        return;
      }
    }
    go('/jobs');
  }

  leave() {
    this.#leaving.abort();
  }
}

export function go(path) {
  location.hash = `#${path}`;
}

/** Keeps what a list is filtered by in the address, so that the way back leads to the same list. */
export function keepQuery(query) {
  history.replaceState(null, '', `#${currentAddress().path}${queryString(query)}`);
}

function currentAddress() {
  const [path, search = ''] = location.hash.slice(1).split('?', 2);
  return {
    path: path === '' ? '/jobs' : path,
    query: Object.fromEntries(new URLSearchParams(search)),
  };
}
