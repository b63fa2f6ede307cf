import type { Page } from 'playwright-core';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { TestBrowser } from '../support/browser';
import { chatResume } from '../support/chat';
import { createJob } from '../support/jobs';
import { answer, LlmServer } from '../support/llm-server';

let app: TestApp;
let llm: LlmServer;
let us: TestCompany;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  llm = await LlmServer.start();
  app = await startTestApp({
    variables: { LLM_PROVIDER: 'custom', LLM_BASE_URL: llm.url, LLM_MODEL: 'tiny' },
  });
  us = await app.newCompany();
  const jobId = await createJob(us.api, { title: 'Platform Engineer' });
  expectStatus(await us.api.upload(chatResume(), { jobId }), 201);
  browser = await TestBrowser.launch();
});

afterAll(async () => {
  await browser.close();
  await app.stop();
  await llm.stop();
});

beforeEach(async () => {
  llm.otherwise = answer(
    'She moved 38 services to Kubernetes. [[Moved 38 services to Kubernetes without a night of downtime]]',
  );
  page = await browser.open(`${app.url}/chat`, { width: 1200, height: 800 });
});

afterEach(async () => {
  await browser.leave(page);
});

async function logIn(password = us.password): Promise<void> {
  await page.getByLabel('E-mail').fill(us.email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
}

const connected = (): Promise<void> => page.locator('[data-state="connected"]').waitFor();
const statusIs = (text: string): Promise<void> =>
  page.locator('#status', { hasText: text }).waitFor();

async function ask(question: string): Promise<void> {
  await page.getByLabel('Your question').fill(question);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
}

async function begin(subject: string): Promise<void> {
  await page.getByLabel('Ask about').selectOption({ label: subject });
  await page.getByRole('button', { name: 'New conversation' }).click();
  await statusIs('Connected');
}

const answered = (text: string | RegExp): Promise<void> =>
  page.locator('.answer .text', { hasText: text }).waitFor();

describe('/chat', () => {
  it('answers about a resume, says who answers, and shows the quoted words in their place', async () => {
    await logIn();
    await begin('Mira Solano');
    expect(await page.locator('#disclosure').textContent()).toContain('AI assistant');
    await ask('What has she done?');
    await answered('She moved 38 services to Kubernetes.');
    await page.locator('.citation').first().click();
    const mark = page.locator('#source mark');
    await mark.waitFor();
    expect(await mark.textContent()).toBe(
      'Moved 38 services to Kubernetes without a night of downtime',
    );
    expect(await page.locator('#source-text').textContent()).toContain('University of Bradford');
    await page.locator('.conversation', { hasText: 'What has she done?' }).waitFor();
    expect(browser.complaints).toEqual([]);
  });

  it('shows an answer while it comes', async () => {
    llm.otherwise = {
      kind: 'stall',
      text: 'She moved many services to Kubernetes. And she did more, which never comes',
    };
    await logIn();
    await begin('Mira Solano');
    await ask('What has she done?');
    await page.locator('.coming .text', { hasText: 'She moved many services' }).waitFor();
    expect(await page.getByRole('button', { name: 'Ask', exact: true }).isDisabled()).toBe(true);
  });

  it('lists who meets a condition among a job’s candidates and among everybody', async () => {
    await logIn();
    for (const subject of ['Platform Engineer', 'Everybody']) {
      await begin(subject);
      await ask('Who has Kubernetes and more than five years?');
      await answered(/1\. Mira Solano/);
    }
    await ask('How old is she?');
    await answered('may play no part in hiring');
    expect(browser.complaints).toEqual([]);
  });

  it('goes back to a conversation with what was said in it', async () => {
    await logIn();
    await begin('Mira Solano');
    await ask('Does she speak French, and how well?');
    await answered('She moved 38 services');
    await begin('Everybody');
    expect(await page.locator('#messages li').count()).toBe(0);
    await page.locator('.conversation', { hasText: 'how well?' }).click();
    await answered('She moved 38 services');
    await page.locator('.question', { hasText: 'Does she speak French, and how well?' }).waitFor();
  });

  it('comes back by itself to its conversation when the connection is lost', async () => {
    // The wait grows, so that it can be seen.
    let cuts = 3;
    await page.routeWebSocket(/\/ws/, async (socket) => {
      if (cuts > 0) {
        cuts -= 1;
        await socket.close({ code: 1012, reason: 'cut' });
        return;
      }
      socket.connectToServer();
    });
    await logIn();
    await statusIs('Trying again');
    await statusIs('Connected');
    await ask('Who knows Docker?');
    await answered('Mira Solano');
  });

  it('goes on with the tab’s login after a reload and from the console, until it has ended', async () => {
    await logIn();
    await connected();
    await page.reload();
    await connected();
    await page.getByText(us.email).waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    await page.getByRole('link', { name: 'Console' }).click();
    await page.getByRole('link', { name: 'Platform Engineer' }).waitFor();
    await page.getByRole('link', { name: 'Chat', exact: true }).click();
    await connected();

    const them = await app.newCompany();
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByLabel('E-mail').fill(them.email);
    await page.getByLabel('Password').fill(them.password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await connected();
    const passwords = { current_password: them.password, new_password: 'another horse battery' };
    await them.api.post('/auth/change-password', passwords);
    await page.reload();
    await page.locator('#login-error', { hasText: 'Your session has ended.' }).waitFor();
    await page.getByLabel('E-mail').waitFor();
    expect(await page.locator('#room').isVisible()).toBe(false);
    expect(browser.complaints).toEqual([]);
  });

  it('tells somebody whose role may not ask', async () => {
    const { email } = await app.join(us, 'interviewer');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(us.password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.locator('#ask-error', { hasText: /role|may/ }).waitFor();
  });

  it('says why a login was refused, and is a page of this server only', async () => {
    await logIn('not the password');
    await page.locator('#login-error', { hasText: 'wrong' }).waitFor();
    const headers = (await page.goto(`${app.url}/chat/`))!.headers();
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(browser.complaints).toEqual([]);
  });
});
