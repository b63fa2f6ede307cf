import { existsSync, readFileSync } from 'node:fs';
import { ENV_VARIABLES } from '../../src/config';

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
}

const dockerfile = readFileSync('Dockerfile', 'utf8');
const compose = readFileSync('docker-compose.yml', 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const settings = Object.keys(ENV_VARIABLES);

/** The names assigned by the image's ENV instructions. */
function imageVariables(): string[] {
  const instructions = [...dockerfile.matchAll(/^ENV (?:[^\n]*\\\n)*[^\n]*/gm)].join('\n');
  return [...instructions.matchAll(/([A-Z][A-Z_]*)=/g)].map(([, name = '']) => name);
}

/** The keys of the environment that all of our services share. */
function composeVariables(): string[] {
  const shared = compose.slice(compose.indexOf('x-shortlist:'), compose.indexOf('\nservices:'));
  const environment = shared.slice(shared.indexOf('  environment:'));
  return [...environment.matchAll(/^ {4}([A-Z][A-Z_]*):/gm)].map(([, name = '']) => name);
}

/** One service of the compose file, as text. */
function service(name: string): string {
  const services = compose.slice(compose.indexOf('\nservices:'), compose.indexOf('\nvolumes:'));
  const [text = ''] = new RegExp(`\\n {2}${name}:\\n(?: {4}.*\\n|\\n)+`).exec(services) ?? [];
  return text;
}

/** Every compiled file that the two files start, as its source. */
function startedSources(): string[] {
  const named = `${dockerfile}${compose}`.matchAll(/dist\/(src\/[\w./-]+)\.js/g);
  return [...new Set([...named].map(([, path = '']) => `${path}.ts`))];
}

describe('Dockerfile', () => {
  it('sets only variables that the configuration or the runtimes read', () => {
    const others = imageVariables().filter((name) => !settings.includes(name));
    expect(imageVariables()).toContain('HOST');
    expect(others).toEqual(['NODE_ENV', 'ORT_DISABLE_TELEMETRY']);
  });

  it('builds on the oldest Node that the package supports', () => {
    const images = [...dockerfile.matchAll(/^FROM node:(\d+)-\S+/gm)].map(([, major]) => major);
    expect(images.length).toBeGreaterThan(1);
    expect(new Set(images)).toEqual(new Set([/\d+/.exec(manifest.engines.node)?.[0]]));
  });

  it('runs npm scripts that exist', () => {
    const scripts = [...dockerfile.matchAll(/npm run (?:--silent )?([\w:]+)/g)];
    expect(scripts.map(([, name = '']) => name)).toEqual(['model:fetch']);
    expect(manifest.scripts).toHaveProperty(['model:fetch']);
  });

  it('copies only files that exist, and the context lets them in', () => {
    const ignore = readFileSync('.dockerignore', 'utf8').split('\n');
    const copies = dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm);
    const sources = [...copies].flatMap(([, list = '']) => list.split(' '));
    expect(sources).toContain('src');
    expect(sources.filter((path) => !existsSync(path))).toEqual([]);
    expect(sources.filter((path) => !ignore.includes(`!${path}`))).toEqual([]);
  });

  it('does not run as root', () => {
    expect(dockerfile.lastIndexOf('\nUSER node')).toBeGreaterThan(dockerfile.lastIndexOf('\nFROM'));
  });
});

describe('docker-compose.yml', () => {
  it('gives its services only variables that the configuration reads', () => {
    expect(composeVariables()).toEqual(
      expect.arrayContaining(['DATABASE_URL', 'REDIS_URL', 'SECRET_KEY']),
    );
    expect(composeVariables().filter((name) => !settings.includes(name))).toEqual([]);
  });

  it('takes secrets from outside and has none of its own', () => {
    for (const name of ['SECRET_KEY', 'POSTGRES_PASSWORD']) {
      const assigned = [...compose.matchAll(new RegExp(`^ +${name}: (.*)$`, 'gm'))];
      expect(assigned.map(([, value = '']) => value.slice(0, name.length + 4))).toEqual([
        `\${${name}:?`,
      ]);
    }
    expect(compose).not.toMatch(/(PASSWORD|SECRET_KEY):-/);
  });

  it.each(['api', 'worker', 'migrate'])('runs %s from the one image', (name) => {
    expect(service(name)).toContain('<<: *shortlist');
  });

  it('starts processes that exist', () => {
    expect(startedSources().sort()).toEqual(['src/cli/migrate.ts', 'src/main.ts', 'src/worker.ts']);
    expect(startedSources().filter((path) => !existsSync(path))).toEqual([]);
  });

  it.each(['api', 'worker'])('starts %s after the migration, on a Redis that answers', (name) => {
    expect(service(name)).toContain('migrate: { condition: service_completed_successfully }');
    expect(service(name)).toContain('redis: { condition: service_healthy }');
  });

  it('migrates a PostgreSQL that answers', () => {
    expect(service('migrate')).toContain('postgres: { condition: service_healthy }');
    expect(service('postgres')).toContain('healthcheck:');
    expect(service('redis')).toContain('healthcheck:');
  });

  it('waits longer for the end of a process than the process waits for its work', () => {
    const [, seconds] = /stop_grace_period: (\d+)s/.exec(compose) ?? [];
    const [, drain] = /SHUTDOWN_DRAIN_SECONDS: (\d+)/.exec(compose) ?? [];
    const grace = Number(ENV_VARIABLES.SHUTDOWN_GRACE_SECONDS.default);
    expect(Number(drain)).toBeGreaterThan(0);
    expect(Number(seconds)).toBeGreaterThan(Number(drain) + grace);
  });
});
