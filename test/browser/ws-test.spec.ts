import type { Page } from 'playwright-core';
import { startTestApp, type TestApp, type TestCompany } from '../support/app';
import { TestBrowser } from '../support/browser';
import { insertTask } from '../support/company-data';
import { uniqueResumePdf } from '../support/documents';

let app: TestApp;
let us: TestCompany;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
  browser = await TestBrowser.launch();
});

afterAll(async () => {
  await browser.close();
  await app.stop();
});

beforeEach(async () => {
  page = await browser.open(`${app.url}/ws-test`, { width: 1000, height: 900 });
});

afterEach(async () => {
  await browser.leave(page);
});

async function logIn(password = us.password): Promise<void> {
  await page.getByLabel('E-mail').fill(us.email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log in and connect' }).click();
}

const connected = (): Promise<void> => page.locator('[data-state="connected"]').waitFor();
const statusIs = (text: string): Promise<void> =>
  page.locator('#status', { hasText: text }).waitFor();

describe('/ws-test', () => {
  it('shows uploaded resumes on their way to the end, and what was said', async () => {
    await logIn();
    await statusIs('Connected');
    await page.getByLabel(/Upload resumes/).setInputFiles([
      {
        name: 'good.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from(await uniqueResumePdf(971)),
      },
      { name: 'noise.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([1, 2, 3]) },
    ]);
    await page.getByRole('button', { name: 'Upload', exact: true }).click();
    const row = (name: string) => page.locator('#tasks li', { hasText: name });
    await row('good.pdf').locator('.state', { hasText: 'completed' }).waitFor();
    await row('noise.bin').locator('.state', { hasText: 'failed' }).waitFor();
    expect(await row('good.pdf').locator('progress').getAttribute('value')).toBe('100');
    expect(await row('noise.bin').locator('.detail').textContent()).toMatch(/\w+ \w+/);
    const upload = row('Upload of 2 files');
    await upload.locator('.state', { hasText: 'PARTIAL' }).waitFor();
    expect(await upload.locator('progress').getAttribute('value')).toBe('100');
    expect(await upload.locator('.detail').textContent()).toBe('{"processed":2,"failed":1}');
    const history = await page.locator('#history').textContent();
    expect(history).toContain('"type":"connection"');
    expect(history).toContain('"status":"completed"');
    expect(history).not.toContain(us.accessToken);
    expect(browser.complaints).toEqual([]);
  });

  it('says why a login was refused, and stays where it is', async () => {
    await logIn('not the password');
    await page.locator('#login-error', { hasText: 'wrong' }).waitFor();
    await page.getByLabel('E-mail').waitFor();
    expect(browser.complaints).toEqual([]);
  });

  it('watches the latest tasks after a reconnect too, which it does by itself', async () => {
    await insertTask(app, us.companyId, 'completed');
    let cuts = 3;
    // A server that hangs up on the first connections: the wait grows until it can be seen.
    await page.routeWebSocket(/\/ws\/tasks/, async (socket) => {
      if (cuts > 0) {
        cuts -= 1;
        await socket.close({ code: 1012, reason: 'cut' });
        return;
      }
      socket.connectToServer();
    });
    await logIn();
    await statusIs('Trying again');
    await page.getByRole('button', { name: 'Watch the latest 20' }).click();
    await statusIs('Connected');
    await page.locator('#tasks li .state', { hasText: 'completed' }).first().waitFor();
    await page.getByRole('button', { name: 'Disconnect' }).click();
    await statusIs('Not connected');
  });

  it('goes on after a reload, and forgets who logs out', async () => {
    await logIn();
    await connected();
    await page.reload();
    await connected();
    expect(await page.locator('#who').textContent()).toBe(us.email);
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByLabel('E-mail').waitFor();
    await page.reload();
    await page.getByLabel('E-mail').waitFor();
    expect(await page.locator('#session').isVisible()).toBe(false);
    expect(browser.complaints).toEqual([]);
  });

  it('is served as a page of this server only', async () => {
    const response = await page.goto(`${app.url}/ws-test/`);
    const headers = response!.headers();
    expect(headers['content-type']).toContain('text/html');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain("script-src 'unsafe-inline'");
  });
});
