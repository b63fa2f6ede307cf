import { createHash } from 'node:crypto';
import { fromBuffer } from 'yauzl';
import { TransfersProcessor } from '../../src/modules/transfers';
import type { ApiAnswer } from '../support/api-client';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';
import { finishedTask } from '../support/waiting';

type Body = ApiAnswer['body'];

let app: TestApp;
let us: TestCompany;

const send = (
  company: TestCompany,
  path: string,
  content: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<ApiAnswer> => {
  const form = new FormData();
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  form.append('file', new File([Uint8Array.from(bytes)], 'table.csv'));
  return company.api.send('POST', path, form, headers);
};

const people = async ({ api }: TestCompany): Promise<Body[]> =>
  expectStatus(await api.get('/candidates?limit=100'), 200).body.data;

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
});

afterAll(async () => {
  await app.stop();
});

describe('POST /imports/candidates', () => {
  const GOOD =
    'Name;E-Mail;Telefon;Ort\nZoë Müller;zoe@example.com;+49 30 901820;Köln\nBo Li;bo@example.com;;\n';

  it('tells in a dry run what it would do, and does nothing', async () => {
    const company = await app.newCompany();
    const before = await app.stored();
    const text = `${GOOD};nobody;12345;\nDana;dana@example.com;;;;\n`;
    const { body } = expectStatus(
      await send(company, '/imports/candidates?dry_run=true', text),
      200,
    );
    expect(body).toMatchObject({ dry_run: true, encoding: 'utf-8', rows: 4, created: 3, known: 0 });
    expect(body.row_errors.map((one: Body) => [one.line, one.column, one.code])).toEqual([
      [4, 'Name', 'required'],
      [4, 'E-Mail', 'invalid_email'],
      [4, 'Telefon', 'invalid_phone'],
      [5, null, 'too_many_cells'],
    ]);
    expect(await app.stored()).toEqual(before);
  });

  it('imports people once, however often the file is sent, and says where they come from', async () => {
    const company = await app.newCompany();
    const first = expectStatus(await send(company, '/imports/candidates', GOOD), 200).body;
    const again = expectStatus(await send(company, '/imports/candidates', GOOD), 200).body;
    expect([first.created, first.known, again.created, again.known]).toEqual([2, 0, 0, 2]);
    const stored = await people(company);
    expect(
      stored.map(({ full_name: name, email, phone, location }) => ({
        name,
        email,
        phone,
        location,
      })),
    ).toEqual(
      expect.arrayContaining([
        { name: 'Zoë Müller', email: 'zoe@example.com', phone: '+4930901820', location: 'Köln' },
        { name: 'Bo Li', email: 'bo@example.com', phone: null, location: null },
      ]),
    );
    const sources = await app.database.query(
      `SELECT kind FROM candidate_sources WHERE company_id = $1`,
      [company.companyId],
    );
    expect(sources).toEqual([{ kind: 'import' }, { kind: 'import' }]);
    for (const { id } of stored) {
      const feed = expectStatus(await company.api.get(`/candidates/${id}/activity`), 200).body;
      expect(feed.data).toMatchObject([
        { kind: 'source_added', actor_id: company.userId, data: { kind: 'import' } },
      ]);
    }
  });

  it('gives a resume that comes later to the person who was imported', async () => {
    const company = await app.newCompany();
    await send(company, '/imports/candidates', 'name,email\nMarisol Vega,marisol@example.com\n');
    const upload = await company.api.upload(textResume({ email: 'Marisol@example.com' }));
    const [person, ...others] = await people(company);
    expect(others).toEqual([]);
    expect(expectStatus(upload, 201).body.resume.candidate_id).toBe(person.id);
  });

  it('is the source that analytics count for who came by it', async () => {
    const company = await app.newCompany();
    await send(company, '/imports/candidates', 'name,email\nMarisol Vega,marisol@example.com\n');
    const [person] = await people(company);
    const jobId = await createJob(company.api);
    const resume = await company.api.upload(textResume({ email: 'marisol@example.com' }), {
      jobId,
    });
    expectStatus(resume, 201);
    const sourcesOf = async (): Promise<Body> => {
      const { data } = expectStatus(await company.api.get('/analytics/sources'), 200).body;
      return data.map((row: Body) => [row.source, row.applications]);
    };
    expect(await sourcesOf()).toEqual([['upload', 1]]);
    // As of resumes that were stored before uploads told where they came from: the person's first source counts.
    for (const change of [
      "DELETE FROM candidate_sources WHERE kind = 'upload'",
      "UPDATE candidate_sources SET detail = 'Old system' WHERE kind = 'import'",
    ]) {
      await app.database.execute(`${change} AND candidate_id = $1`, [person.id]);
    }
    expect(await sourcesOf()).toEqual([['import', 1]]);
  });

  it('takes nobody in when a row is not valid', async () => {
    const company = await app.newCompany();
    const { status, body } = await send(company, '/imports/candidates', `${GOOD}Dana;dana;;\n`);
    expect([status, body.code, body.row_errors_total]).toEqual([422, 'import_invalid', 1]);
    expect(body.row_errors[0]).toMatchObject({ line: 4, column: 'E-Mail', code: 'invalid_email' });
    expect(await people(company)).toEqual([]);
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${GOOD}`), 'utf-8'],
    ['UTF-16', Buffer.from(`\ufeff${GOOD}`, 'utf16le'), 'utf-16le'],
    ['Windows-1252', Buffer.from(GOOD, 'latin1'), 'windows-1252'],
  ])('reads %s', async (_what, bytes, encoding) => {
    const company = await app.newCompany();
    const { body } = expectStatus(await send(company, '/imports/candidates', bytes), 200);
    expect([body.encoding, body.created]).toEqual([encoding, 2]);
    const names = (await people(company)).map(({ full_name: name }) => name);
    expect(names).toContain('Zoë Müller');
  });

  it.each([
    [
      'a wrong encoding',
      Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xe9, 0x62]),
      422,
      'csv_wrong_encoding',
    ],
    ['what is no text', Buffer.from('PK\u0003\u0004abc'), 422, 'csv_not_text'],
    ['an open quote', Buffer.from('name,email\n"Amara,a@example.com\n'), 422, 'csv_malformed'],
    ['missing columns', Buffer.from('town\nLeeds\n'), 422, 'import_invalid'],
    ['an empty file', Buffer.from(''), 422, 'import_invalid'],
    [
      'too many rows',
      Buffer.from(`name,email\n${'A,a@example.com\n'.repeat(5001)}`),
      413,
      'too_many_rows',
    ],
  ])('refuses %s', async (_what, bytes, status, code) => {
    const answer = await send(us, '/imports/candidates', bytes);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('refuses a request without a file, and an unknown field', async () => {
    const empty = await us.api.send('POST', '/imports/candidates', new FormData());
    expect([empty.status, empty.body.code]).toEqual([400, 'file_missing']);
    const unknown = await send(us, '/imports/candidates?dry=1', GOOD);
    expect([unknown.status, unknown.body.code]).toEqual([422, 'validation_failed']);
  });

  it('answers a repeated request with what it answered before', async () => {
    const company = await app.newCompany();
    const headers = { 'idempotency-key': 'import-1' };
    const first = await send(company, '/imports/candidates', GOOD, headers);
    const again = await send(company, '/imports/candidates', GOOD, headers);
    expect([again.body, again.headers.get('idempotency-replayed')]).toEqual([first.body, 'true']);
  });
});

describe('POST /imports/jobs', () => {
  const GOOD =
    'title,description,location,skills,status\nCook,You cook.,Leeds,Baking; Grilling,draft\n';

  it('imports jobs by the rules of a job that is sent alone, each once', async () => {
    const company = await app.newCompany();
    const first = expectStatus(await send(company, '/imports/jobs', GOOD), 200).body;
    const again = expectStatus(await send(company, '/imports/jobs', GOOD), 200).body;
    expect([first.created, again.created, again.known]).toEqual([1, 0, 1]);
    const [job] = expectStatus(await company.api.get('/jobs'), 200).body.data;
    expect(job).toMatchObject({ title: 'Cook', location: 'Leeds', status: 'draft' });
    expect(job.skills_required).toEqual(['Baking', 'Grilling']);
    expect(job.embedding_dimension).toBe(384);
  });

  it('reports each bad row, and makes no job of such a file', async () => {
    const company = await app.newCompany();
    const text =
      'Title;Description;Experience;Status\nCook;You cook.;many;open\n;You serve.;1;sometimes\n';
    const dry = expectStatus(await send(company, '/imports/jobs?dry_run=true', text), 200).body;
    expect(dry.row_errors.map((one: Body) => [one.line, one.column, one.code])).toEqual([
      [2, 'Experience', 'invalid'],
      [3, 'Title', 'required'],
      [3, 'Status', 'invalid'],
    ]);
    expect((await send(company, '/imports/jobs', text)).status).toBe(422);
    expect((await company.api.get('/jobs')).body.total).toBe(0);
  });
});

describe('GET /exports', () => {
  it('gives people as a table that an import takes, with formulas made harmless', async () => {
    const company = await app.newCompany();
    const hostile = '=HYPERLINK("http://example.com")';
    const text = `name,email,phone,location\n"${hostile.replaceAll('"', '""')}",x@example.com,+12025550143,@home\n`;
    expectStatus(await send(company, '/imports/candidates', text), 200);
    const answer = expectStatus(await company.api.get('/exports/candidates'), 200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.body).toContain(`"'=HYPERLINK(""http://example.com"")"`);
    expect(answer.body).toContain(`,'+12025550143,'@home,`);
    const other = await app.newCompany();
    const taken = expectStatus(await send(other, '/imports/candidates', answer.bytes), 200).body;
    expect([taken.created, taken.ignored_columns]).toEqual([1, ['id', 'created_at']]);
    const [person] = await people(other);
    expect([person.full_name, person.phone, person.location]).toEqual([
      hostile,
      '+12025550143',
      '@home',
    ]);
  });

  it('gives jobs as a table that an import takes', async () => {
    const company = await app.newCompany();
    await createJob(company.api, { title: '+1 Manager', location: 'Leeds', department: 'Stock' });
    const { bytes, body } = expectStatus(await company.api.get('/exports/jobs'), 200);
    expect(body).toContain(`'+1 Manager`);
    const other = await app.newCompany();
    expectStatus(await send(other, '/imports/jobs', bytes), 200);
    const [job] = (await other.api.get('/jobs')).body.data;
    expect(job).toMatchObject({ title: '+1 Manager', location: 'Leeds', department: 'Stock' });
    expect(job.skills_required).toEqual(['Inventory management', 'SAP', 'Kubernetes']);
  });

  it('knows no other company', async () => {
    const other = await app.newCompany();
    const { body } = await other.api.get('/exports/candidates');
    expect(body.trim().split('\r\n')).toHaveLength(1);
  });
});

describe('an export of a company', () => {
  const exported = async ({ api }: TestCompany): Promise<Body> => {
    const asked = expectStatus(await api.post('/exports/company'), 202).body;
    await finishedTask(api, asked.task_id);
    return expectStatus(await api.get(`/exports/company/${asked.export_id}`), 200).body;
  };

  it('holds every table, every file and a manifest that is true, and no secret', async () => {
    const company = await app.newCompany();
    const jobId = await createJob(company.api);
    const file = textResume({ name: 'Noor Example', email: 'noor@example.com' });
    expectStatus(await company.api.upload(file, { jobId, name: 'cv of Noor.txt' }), 201);
    await app.newCompany();
    const done = await exported(company);
    expect(done).toMatchObject({ state: 'ready' });
    const answer = expectStatus(
      await company.api.get(`/exports/company/${done.export_id}/file`),
      200,
    );
    expect(answer.bytes.length).toBe(done.size_bytes);
    const entries = await unzipped(answer.bytes);
    const manifest = JSON.parse(entries.get('manifest.json')?.toString() ?? '');
    expect(manifest.company_id).toBe(company.companyId);
    expect(manifest.entries.map(({ path }: Body) => path)).toEqual(
      [...entries.keys()].filter((path) => path !== 'manifest.json'),
    );
    for (const { path, rows, bytes, sha256 } of manifest.entries as Body[]) {
      const content = entries.get(path) ?? Buffer.alloc(0);
      expect([bytes, sha256]).toEqual([
        content.length,
        createHash('sha256').update(content).digest('hex'),
      ]);
      expect(rows ?? 0).toBe(rows === undefined ? 0 : content.toString().split('\n').length - 1);
    }
    const resume = [...entries.keys()].find((path) => path.endsWith('cv of Noor.txt')) ?? '';
    expect(entries.get(resume)).toEqual(file);
    const users = entries.get('tables/users.jsonl')?.toString() ?? '';
    expect(JSON.parse(users)).toMatchObject({ email: company.email });
    const all = [...entries.values()].map((content) => content.toString()).join('\n');
    expect(all).not.toMatch(/hashed_password|\$2b\$|token_hash|"embedding":/);
    expect(JSON.parse(entries.get('tables/resumes.jsonl')?.toString() ?? '')).toMatchObject({
      file_name: 'cv of Noor.txt',
    });
  });

  it('is gone after a day, with its file', async () => {
    const company = await app.newCompany();
    const done = await exported(company);
    const path = `/exports/company/${done.export_id}`;
    const [removal] = await app.database.query<{ id: string; delay: number }>(
      `SELECT id FROM tasks WHERE company_id = $1 AND name = 'transfers.remove-export'`,
      [company.companyId],
    );
    expect(removal).toBeDefined();
    await app.database.execute(
      `UPDATE company_exports SET expires_at = now() - interval '1 second' WHERE company_id = $1`,
      [company.companyId],
    );
    const late = await company.api.get(`${path}/file`);
    expect([late.status, late.body.code]).toEqual([410, 'export_expired']);
    expect((await company.api.get(path)).body.state).toBe('expired');
    const context = { companyId: company.companyId, payload: { exportId: done.export_id } };
    const processor = app.app.get(TransfersProcessor, { strict: false });
    await processor.handlers['transfers.remove-export'](context as never);
    expect((await app.stored()).files.filter((name) => name.includes(done.export_id))).toEqual([]);
  });

  it('is not to be had before it is made', async () => {
    const company = await app.newCompany();
    const { export_id: id } = await exported(company);
    await app.database.execute(
      'UPDATE company_exports SET finished_at = NULL, size_bytes = NULL WHERE id = $1',
      [id],
    );
    const early = await company.api.get(`/exports/company/${id}/file`);
    expect([early.status, early.body.code]).toEqual([409, 'export_not_ready']);
  });

  it('is for admins, and tables are for recruiters too', async () => {
    const outcomes: Record<string, number[]> = {};
    for (const role of ['admin', 'recruiter', 'hiring_manager', 'interviewer'] as const) {
      const { api } = await app.join(us, role);
      outcomes[role] = [
        (await api.post('/exports/company')).status,
        (await api.get('/exports/candidates')).status,
        (await api.get('/exports/jobs')).status,
        (await api.send('POST', '/imports/jobs', new FormData())).status,
      ];
    }
    expect(outcomes).toEqual({
      admin: [202, 200, 200, 400],
      recruiter: [403, 200, 200, 400],
      hiring_manager: [403, 403, 403, 403],
      interviewer: [403, 403, 403, 403],
    });
  });
});

function unzipped(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Buffer>();
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error !== null) {
        reject(error);
        return;
      }
      zip.on('error', reject);
      zip.on('end', () => {
        resolve(entries);
      });
      zip.on('entry', (entry: { fileName: string }) => {
        zip.openReadStream(entry as never, (problem, stream) => {
          if (problem !== null) {
            reject(problem);
            return;
          }
          stream.toArray().then((chunks) => {
            entries.set(entry.fileName, Buffer.concat(chunks as Buffer[]));
            zip.readEntry();
          }, reject);
        });
      });
      zip.readEntry();
    });
  });
}
