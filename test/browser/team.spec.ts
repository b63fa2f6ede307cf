import type { Page } from 'playwright-core';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { TestBrowser } from '../support/browser';
import { controls, named } from '../support/console';
import { createJob } from '../support/jobs';

let app: TestApp;
let browser: TestBrowser;
let page: Page;
let us: TestCompany;
let ines: TestCompany;
let hana: TestCompany;
let jobId: string;

beforeAll(async () => {
  app = await startTestApp();
  browser = await TestBrowser.launch();
});

afterAll(async () => {
  await browser.close();
  await app.stop();
});

beforeEach(async () => {
  us = await app.newCompany();
  ines = await named(app, us, 'interviewer', 'Ines Example');
  hana = await named(app, us, 'hiring_manager', 'Hana Example');
  jobId = await createJob(us.api);
  page = await browser.open(`${app.url}/console/`, { width: 1280, height: 900 });
});

afterEach(async () => {
  await browser.leave(page);
});

const { heading, press, see, focusedId, openAs, part } = controls(() => page);

const row = (name: string) => page.locator('.kept > li', { hasText: name });
const newcomers = (): Promise<string[]> =>
  page.getByLabel('Colleague').locator('option').allTextContents();

async function put(who: TestCompany, role: string): Promise<void> {
  const path = `/jobs/${jobId}/team/${who.userId}`;
  expectStatus(await us.api.send('PUT', path, { role }), 200);
}

async function teamOf(): Promise<unknown[]> {
  const { body } = await us.api.get(`/jobs/${jobId}/team`);
  return body.map(({ full_name: name, role }: { full_name: string; role: string }) => [name, role]);
}

describe('the team of a job', () => {
  it('is added to, given other parts and left', async () => {
    await openAs(us, `/jobs/${jobId}/team`);
    await see('No colleague yet.');
    await page.getByText('Add a colleague').click();
    await press('Add the colleague');
    await page.locator('#member-new-user-error', { hasText: /\w/ }).waitFor();
    expect(await focusedId()).toBe('member-new-user');
    expect(await newcomers()).toEqual(['Choose', 'Hana Example', 'Ines Example', 'Robin Example']);
    await page.getByLabel('Colleague').selectOption('Ines Example');
    await press('Add the colleague');
    await see('“Ines Example” is added.');
    expect(await focusedId()).toBe('member-new-user');
    expect(await newcomers()).toEqual(['Choose', 'Hana Example', 'Robin Example']);
    await page.getByLabel('Colleague').selectOption('Hana Example');
    await page.getByLabel('Part in this job').selectOption('Hiring manager');
    // By keyboard alone.
    await page.getByLabel('Part in this job').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await see('“Hana Example” is added.');
    expect(await teamOf()).toEqual([
      ['Hana Example', 'hiring_manager'],
      ['Ines Example', 'interviewer'],
    ]);

    await row('Hana Example').getByText('Change').click();
    await row('Hana Example').getByLabel('Part in this job').selectOption('Interviewer');
    await press('Save');
    await row('Hana Example')
      .getByText(/^Interviewer · /)
      .waitFor();
    await row('Ines Example').getByText('Remove', { exact: true }).click();
    await row('Ines Example').getByText('Candidates whom they look after').waitFor();
    await press('Remove the colleague');
    await see('“Ines Example” is removed.');
    expect(await newcomers()).toEqual(['Choose', 'Ines Example', 'Robin Example']);
    expect(await teamOf()).toEqual([['Hana Example', 'interviewer']]);
    expect(browser.complaints).toEqual([]);
  });

  it('is beside those who are responsible for the job', async () => {
    await openAs(us, `/jobs/${jobId}/team`);
    const responsible = part('Responsible');
    await responsible.getByLabel('Hiring manager').selectOption('Hana Example');
    await responsible.getByLabel('Recruiter').selectOption('Robin Example');
    await press('Save who is responsible');
    await see('Saved.');
    expect((await us.api.get(`/jobs/${jobId}`)).body).toMatchObject({
      hiring_manager_id: hana.userId,
      recruiter_id: us.userId,
    });
    await responsible.getByLabel('Recruiter').selectOption('Nobody');
    await press('Save who is responsible');
    await page.reload();
    await heading('Responsible');
    expect(await responsible.getByLabel('Recruiter').inputValue()).toBe('');
    expect(await responsible.getByLabel('Hiring manager').inputValue()).toBe(hana.userId);
  });

  it('is read by interviewers, and changed by hiring managers, who cannot list whom to add', async () => {
    await put(ines, 'interviewer');
    await put(hana, 'hiring_manager');
    await openAs(ines, `/jobs/${jobId}/team`);
    await part('Team').getByText('Hana Example').waitFor();
    for (const name of ['Change', 'Remove', 'Add a colleague']) {
      expect(await page.getByText(name, { exact: true }).count()).toBe(0);
    }
    await press('Log out');
    await heading('Log in');
    await openAs(hana, `/jobs/${jobId}/team`);
    await see('Recruiters and administrators add colleagues.');
    expect(await page.getByText('Add a colleague', { exact: true }).count()).toBe(0);
    await row('Hana Example').getByText('Remove', { exact: true }).click();
    await see('you may no longer see the job');
    await press('Remove the colleague');
    await heading('Jobs');
    await see('You see a job when you manage it or are on its team.');
    expect(await teamOf()).toEqual([['Ines Example', 'interviewer']]);
    expect(browser.complaints).toEqual([]);
  });
});
