export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** A unix socket where the system has them: it needs no password, its folder is private. */
  readonly listen: { readonly path: string } | { readonly host: string; readonly port: number };
}

export interface WorkerMessage {
  readonly type: 'ready' | 'stopped';
}
