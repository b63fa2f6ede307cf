import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { JwtService } from '@nestjs/jwt';
import { JobsService } from '../../src/modules/jobs';
import { MatchingService } from '../../src/modules/matching/matching.service';
import { ResumesService } from '../../src/modules/resumes';
import { FileStorage } from '../../src/platform/storage';
import { ApiClient } from '../support/api-client';
import {
  startTestApp,
  type Stored,
  type TestApp,
  type TestCompany,
  withoutLasting,
} from '../support/app';
import {
  docxOf,
  encryptedPdf,
  jpegBytes,
  resumePdf,
  textResume,
  zipOf,
} from '../support/documents';
import { createJob, jobDraft } from '../support/jobs';

let app: TestApp;
let us: TestCompany;
let jobId: string;
let before: Stored;

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
  jobId = await createJob(us.api);
});

afterAll(async () => {
  await app.stop();
});

beforeEach(async () => {
  before = withoutLasting(await app.stored());
});

/** Whatever was sent: nothing is stored of it, and the process works on. */
afterEach(async () => {
  jest.restoreAllMocks();
  expect(withoutLasting(await app.stored())).toEqual(before);
  await expect(app.anonymous.get('//health')).resolves.toMatchObject({ status: 200 });
  await expect(us.api.get(`/jobs/${jobId}`)).resolves.toMatchObject({ status: 200 });
});

/** Answers with 5xx are failures for the usual client; here they are what is asked for. */
const lenient = (): ApiClient => new ApiClient(app.url).as(us.accessToken);

describe('a file that is no resume', () => {
  it.each<[string, number, string, () => Buffer | Promise<Buffer>]>([
    ['an empty file', 422, 'file_empty', () => Buffer.alloc(0)],
    ['a file over the limit', 413, 'payload_too_large', () => Buffer.alloc(11_000_000, 'a')],
    ['a PDF with a password', 422, 'file_encrypted', () => encryptedPdf()],
    ['random bytes', 415, 'unsupported_file_type', () => randomBytes(50_000)],
    [
      'random bytes that claim to be a PDF',
      422,
      'file_corrupt',
      () => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(50_000)]),
    ],
    [
      'the first bytes of a PDF',
      422,
      'file_corrupt',
      async () => (await resumePdf()).subarray(0, 900),
    ],
    [
      'a program',
      415,
      'unsupported_file_type',
      () => Buffer.from('\u007fELF\u0002\u0001\u0001\u0000'),
    ],
    [
      'a .zip of something',
      415,
      'unsupported_file_type',
      () => zipOf([{ name: 'a.txt', data: 'x' }]),
    ],
    ['a DOCX without a document', 422, 'file_corrupt', () => docxOf('<w:p><w:unclosed>')],
  ])('%s is refused (%d %s)', async (_what, status, code, file) => {
    const answer = await us.api.upload(await file(), { jobId, name: 'cv.pdf' });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.detail).toMatch(/^[A-Z].*\.$|^File too large$/);
  });

  it('of a picture without text is refused, or kept as one that a person must look at', async () => {
    const { status, body } = await us.api.upload(jpegBytes(), { name: 'cv.pdf', jobId });
    if (status === 201) {
      expect(body.resume).toMatchObject({
        candidate_name: null,
        extracted_skills: [],
        extraction: { state: 'needs_attention' },
      });
      await us.api.delete(`/resumes/${body.resume.id}`);
    } else {
      expect([415, 422]).toContain(status);
    }
  });

  it('cut in the middle is read as far as it goes, or refused', async () => {
    const whole = await resumePdf({ positions: [] });
    for (const share of [0.3, 0.6, 0.9, 0.99]) {
      const { status, body } = await us.api.upload(whole.subarray(0, whole.length * share), {
        jobId,
      });
      if (status === 201) {
        await us.api.delete(`/resumes/${body.resume.id}`);
      } else {
        expect([status, body.code]).toEqual([422, expect.stringMatching(/^file_/)]);
      }
    }
  });

  it('is refused in any number at once, while good ones pass', async () => {
    const files = [randomBytes(9_000), Buffer.alloc(0), await encryptedPdf()];
    const good = textResume({ email: 'good@example.com', positions: [] });
    const answers = await Promise.all(
      [...files, good, ...files, good, ...files].map((file) => us.api.upload(file, { jobId })),
    );
    const accepted = answers.filter(({ status }) => status === 201);
    expect(accepted).toHaveLength(2);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    await us.api.delete(`/resumes/${accepted[0]!.body.resume.id}`);
  });
});

describe('a form that is no upload', () => {
  const resume = (): File => new File([Uint8Array.from(textResume())], 'cv.txt');

  const post = (
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): ReturnType<ApiClient['send']> => us.api.send('POST', '/resumes/upload', body, headers);

  it('has the file in another field', async () => {
    const answer = await us.api.upload(textResume(), { field: 'resume', jobId });
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad_request' } });
    expect(answer.body.detail).toContain('resume');
  });

  it('has two files', async () => {
    const form = new FormData();
    form.append('file', resume());
    form.append('file', resume());
    const answer = await post(form);
    expect([400, 413]).toContain(answer.status);
  });

  it.each([
    ['only text fields', { job_id: '0d9b1d5e-3f0e-4a52-b7a8-7c8de9d8a001' }],
    ['nothing', {}],
  ])('has %s', async (_what, fields) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      form.append(name, value);
    }
    const answer = await post(form);
    expect(answer).toMatchObject({ status: 400 });
    expect(answer.body.code).toMatch(/^(?:file_missing|bad_request)$/);
  });

  it.each([
    ['JSON', '{}', 'application/json'],
    ['plain text', 'hello', 'text/plain'],
    ['a form without a boundary', 'hello', 'multipart/form-data'],
    [
      'a form that ends too early',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
      'multipart/form-data; boundary=x',
    ],
    ['a form without a head', '--x\r\n\r\nabc\r\n--x--', 'multipart/form-data; boundary=x'],
  ])('is %s', async (_what, body, type) => {
    const answer = await post(body, { 'content-type': type });
    expect(answer).toMatchObject({ status: 400 });
    expect(answer.body.code).toMatch(/^(?:file_missing|bad_request)$/);
  });

  it.each([
    ['job_id', 'not-an-id'],
    ['salary', '100'],
    ['company_id', '0d9b1d5e-3f0e-4a52-b7a8-7c8de9d8a001'],
  ])('has a bad field %s', async (field, value) => {
    const form = new FormData();
    form.append('file', resume());
    form.append(field, value);
    const answer = await post(form);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field }] } });
  });

  it('stops while it is sent', async () => {
    for (let round = 0; round < 5; round += 1) {
      await new Promise<void>((ended) => {
        const sending = request(`${app.url}/api/v1/resumes/upload`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${us.accessToken}`,
            'content-type': 'multipart/form-data; boundary=x',
            'content-length': '1000000',
          },
        });
        sending.on('error', () => {
          ended();
        });
        sending.write(
          '--x\r\nContent-Disposition: form-data; name="file"; filename="cv.txt"\r\n\r\nMarisol',
        );
        setTimeout(() => sending.destroy(), 20);
      });
    }
  });
});

describe('a job that takes nobody', () => {
  it('does not exist', async () => {
    const answer = await us.api.upload(textResume(), { jobId: randomUUID() });
    expect(answer).toMatchObject({ status: 404, body: { code: 'job_not_found' } });
  });

  it('is another company’s', async () => {
    const them = await app.newCompany();
    const theirs = await createJob(them.api);
    before = withoutLasting(await app.stored());
    const answer = await us.api.upload(textResume(), { jobId: theirs });
    expect(answer).toMatchObject({ status: 404, body: { code: 'job_not_found' } });
  });

  it('is closed', async () => {
    const closed = await createJob(us.api, { status: 'closed' });
    before = withoutLasting(await app.stored());
    const answer = await us.api.upload(textResume(), { jobId: closed });
    expect(answer).toMatchObject({ status: 409, body: { code: 'job_closed' } });
  });

  it('is deleted while the file is read', async () => {
    const doomed = await createJob(us.api);
    const resumes = app.app.get(ResumesService, { strict: false });
    const prepare = resumes.prepare.bind(resumes);
    jest.spyOn(resumes, 'prepare').mockImplementation(async (...given) => {
      const prepared = await prepare(...given);
      await us.api.delete(`/jobs/${doomed}`);
      before = { ...withoutLasting(await app.stored()), files: before.files };
      return prepared;
    });
    const answer = await us.api.upload(textResume({ email: 'late@example.com' }), {
      jobId: doomed,
    });
    expect(answer).toMatchObject({ status: 404, body: { code: 'job_not_found' } });
  });
});

describe('a failure inside', () => {
  it.each<[string, () => jest.SpyInstance]>([
    [
      'of the storage',
      () =>
        jest
          .spyOn(app.app.get(FileStorage, { strict: false }), 'put')
          .mockRejectedValue(new Error('ENOSPC: secret/path')),
    ],
    [
      'of the match',
      () =>
        jest
          .spyOn(app.app.get(MatchingService, { strict: false }), 'matchApplication')
          .mockRejectedValue(new Error('deadlock in secret_table')),
    ],
    [
      'of the job',
      () =>
        jest
          .spyOn(app.app.get(JobsService, { strict: false }), 'getAccepting')
          .mockRejectedValue(new Error('secret')),
    ],
  ])('%s is one anonymous 500 that leaves nothing stored', async (_what, breakIt) => {
    breakIt();
    const { status, headers, body } = await lenient().upload(
      textResume({ email: 'x@example.com' }),
      {
        jobId,
      },
    );
    expect(status).toBe(500);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      code: 'internal_error',
      detail: 'Something went wrong on our side.',
      request_id: headers.get('x-request-id'),
    });
  });
});

describe('a token', () => {
  const encode = (value: object): string =>
    Buffer.from(JSON.stringify(value)).toString('base64url');

  /** A token of the given parts, signed by the given key. */
  const token = (
    header: object,
    claims: object,
    key = 'another key of sufficient length 123',
  ): string => {
    const signed = `${encode(header)}.${encode(claims)}`;
    return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
  };

  const HEADER = { alg: 'HS256', typ: 'JWT' };
  const now = Math.floor(Date.now() / 1000);
  const claims = (): Record<string, unknown> => ({
    sub: us.userId,
    sv: 1,
    iat: now,
    exp: now + 600,
    iss: 'shortlist',
    aud: 'shortlist-api',
  });

  it.each<[string, string, () => string]>([
    ['that is none', 'invalid_token', () => 'rubbish'],
    ['that is empty', 'missing_token', () => ''],
    ['signed by another key', 'invalid_token', () => token(HEADER, claims())],
    [
      'that is not signed',
      'invalid_token',
      () => `${encode({ alg: 'none' })}.${encode(claims())}.`,
    ],
    ['with its last letter cut off', 'invalid_token', () => us.accessToken.slice(0, -1)],
    [
      'with other claims under its signature',
      'invalid_token',
      () => {
        const [header = '', , signature = ''] = us.accessToken.split('.');
        return [header, encode({ ...claims(), sub: randomUUID() }), signature].join('.');
      },
    ],
  ])('%s is refused as %s', async (_what, code, make) => {
    const answers = [
      await app.anonymous.as(make()).get('/jobs'),
      await app.anonymous.as(make()).upload(textResume(), { jobId }),
    ];
    for (const { status, body, headers } of answers) {
      expect([status, body.code]).toEqual([401, code]);
      expect(headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  it('that has expired is refused as such', async () => {
    const signed = app.app
      .get(JwtService, { strict: false })
      .sign({ ...claims(), iat: now - 600, exp: now - 60 });
    const answer = await app.anonymous.as(signed).get('/jobs');
    expect(answer).toMatchObject({ status: 401, body: { code: 'token_expired' } });
  });

  it('for other readers, of another issuer or of nobody is refused', async () => {
    const jwt = app.app.get(JwtService, { strict: false });
    for (const change of [
      { aud: 'others' },
      { iss: 'others' },
      { sub: randomUUID() },
      { sub: 7 },
      { sv: 2 },
      { sv: undefined },
    ]) {
      const answer = await app.anonymous.as(jwt.sign({ ...claims(), ...change })).get('/jobs');
      expect([change, answer.status, answer.body.code]).toEqual([change, 401, 'invalid_token']);
    }
  });

  it('is refused before 11 MB are read', async () => {
    const answer = await app.anonymous
      .as('rubbish')
      .upload(Buffer.alloc(11_000_000, 'a'))
      // The server may close the connection instead of reading on; that is an answer too.
      .catch((error: unknown) => error);
    if (!(answer instanceof Error)) {
      expect(answer).toMatchObject({ status: 401 });
    }
  });
});

describe('a path that leads nowhere', () => {
  it.each([
    ['an unknown route', 'GET', '/nothing/here'],
    ['an unknown method', 'PUT', '/jobs'],
    ['an unknown action', 'POST', '/jobs/explode'],
    ['an id that nobody has', 'GET', `/jobs/${randomUUID()}`],
    ['an id that is none', 'GET', '/jobs/7'],
    ['an id of another form', 'GET', '/jobs/0D9B1D5E3F0E4A52B7A87C8DE9D8A001'],
    ['an id with a NUL', 'GET', '/jobs/%00'],
    ['a way out', 'GET', '/resumes/..%2f..%2fetc%2fpasswd/file'],
    ['SQL', 'DELETE', `/jobs/'; DROP TABLE resumes; --`],
  ])('%s is a 404 problem', async (_what, method, path) => {
    const { status, body } = await us.api.send(method, path);
    expect(status).toBe(404);
    expect(body.code).toMatch(/(?:^|_)not_found$/);
  });

  it('a broken percent sign is a 400 problem', async () => {
    const { status, body } = await us.api.get('/jobs/%E0%A4%A');
    expect([status, body.code]).toEqual([400, 'bad_request']);
  });
});

describe('a request id', () => {
  it('of the caller is repeated when it is harmless, else replaced', async () => {
    for (const [given, isKept] of [
      ['abc-12345678', true],
      ['short', false],
      ['x'.repeat(65), false],
      ['with space 12345', false],
      ['<script>alert(1)</script>', false],
    ] as const) {
      const { headers, body } = await us.api.send('GET', `/jobs/${randomUUID()}`, undefined, {
        'x-request-id': given,
      });
      const id = headers.get('x-request-id');
      expect([given, id === given]).toEqual([given, isKept]);
      expect(body.request_id).toBe(id);
    }
  });
});

it('a job draft beside all this is still accepted', async () => {
  const { status, body } = await us.api.post('/jobs', jobDraft());
  expect(status).toBe(201);
  await us.api.delete(`/jobs/${body.id}`);
});
