import { randomUUID } from 'node:crypto';
import type { ApiAnswer, ApiClient } from '../support/api-client';
import type { TestApp } from '../support/app';

export const PASSWORD = 'correct horse battery';

/** Somebody who is logged in. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly companyId: string;
  readonly accessToken: string;
  readonly refreshToken: string;
}

export const uniqueEmail = (): string => `${randomUUID()}@people.example`;
export const uniqueCompany = (): string => `Company ${randomUUID()}`;

/** A body that founds a company, but for what the test says. */
export const registration = (values: object = {}): Record<string, unknown> => ({
  email: uniqueEmail(),
  password: PASSWORD,
  full_name: 'Mira Okafor',
  role: 'recruiter',
  company_name: uniqueCompany(),
  ...values,
});

/** One request, sent when it is awaited. */
class Call implements PromiseLike<ApiAnswer> {
  private headers: Readonly<Record<string, string>> = {};
  private status: number | null = null;

  constructor(
    private readonly request: (headers: Readonly<Record<string, string>>) => Promise<ApiAnswer>,
  ) {}

  set(headers: Readonly<Record<string, string>>): this {
    this.headers = { ...this.headers, ...headers };
    return this;
  }

  /** Any other status fails the test and shows the answer. */
  expect(status: number): this {
    this.status = status;
    return this;
  }

  then<Next, Failed = never>(
    next: (answer: ApiAnswer) => Next | PromiseLike<Next>,
    failed?: (reason: unknown) => Failed | PromiseLike<Failed>,
  ): Promise<Next | Failed> {
    return this.send().then(next, failed);
  }

  private async send(): Promise<ApiAnswer> {
    const answer = await this.request(this.headers);
    if (this.status !== null && answer.status !== this.status) {
      const shown = JSON.stringify(answer.body);
      throw new Error(`expected ${this.status}, got ${answer.status}: ${shown}`);
    }
    return answer;
  }
}

/** Calls about people and access, each with the token of whoever makes it. */
export class AuthClient {
  private readonly api: ApiClient;

  constructor(app: TestApp) {
    this.api = app.anonymous;
  }

  get(path: string, token?: string): Call {
    return this.call('GET', path, token);
  }

  post(path: string, body: object, token?: string): Call {
    return this.call('POST', path, token, body);
  }

  patch(path: string, body: object, token?: string): Call {
    return this.call('PATCH', path, token, body);
  }

  delete(path: string, token?: string): Call {
    return this.call('DELETE', path, token);
  }

  async logIn(email: string, password = PASSWORD): Promise<Person> {
    const { body } = await this.post('/auth/login', { email, password }).expect(200);
    return {
      id: body.user.id,
      email,
      companyId: body.user.company_id,
      accessToken: body.access_token,
      refreshToken: body.refresh_token,
    };
  }

  /** Founds a company; `role` is what its owner asks for. */
  async newOwner(role = 'admin'): Promise<Person> {
    const { body } = await this.post('/auth/register', registration({ role })).expect(201);
    return this.logIn(body.email);
  }

  /** Somebody of the owner's company, invited in this role. */
  async newColleague(owner: Person, role: string): Promise<Person> {
    const email = uniqueEmail();
    const invited = await this.post('/invitations', { email, role }, owner.accessToken).expect(201);
    const token = invited.body.invitation_token;
    await this.post(
      '/auth/register',
      registration({ email, company_name: undefined, invitation_token: token }),
    ).expect(201);
    return this.logIn(email);
  }

  private call(method: string, path: string, token?: string, body?: object): Call {
    const api = token === undefined ? this.api : this.api.as(token);
    return new Call((headers) => api.send(method, path, body, headers));
  }
}
