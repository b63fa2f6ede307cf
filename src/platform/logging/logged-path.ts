/** Secrets of ours by which somebody is let in: three letters, an underline, random characters. */
const TOKEN = /\bsl[a-z]_[\w-]+/g;

/** A request's path as it may stand in a log: a query may hold what a person typed, and an address a secret. */
export function loggedPath(url: string | undefined): string {
  const [path = ''] = url?.split('?', 1) ?? [];
  return path.replaceAll(TOKEN, (token) => `${token.slice(0, 4)}…`);
}
