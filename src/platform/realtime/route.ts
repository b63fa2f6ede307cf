import type { Role } from '../../common/http';
import type { Connection } from './connection';

/** What the address of a connection says beside the token. */
export interface Opening {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** A feature's part in a connection: where it is, whom it lets in, and what it does with it. */
export interface RealtimeRoute {
  /** `/ws/things/:thing_id`; one slash more at the end of an address does no harm. */
  readonly path: string;
  readonly roles: readonly Role[];
  /**
   * The caller is known and allowed. Nothing that they send is read before this resolves; set
   * `onMessage` and `onClose` here. An expected failure (`AppError`) closes the connection with its code.
   */
  readonly open: (connection: Connection, opening: Opening) => Promise<void> | void;
}

/** The parameters of a path that fits the pattern, else null. */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = pattern.split('/');
  const given = path.replace(/\/$/, '').split('/');
  if (wanted.length !== given.length) {
    return null;
  }
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? '';
    if (part.startsWith(':')) {
      params[part.slice(1)] = value;
    } else if (part !== value) {
      return null;
    }
  }
  return params;
}
