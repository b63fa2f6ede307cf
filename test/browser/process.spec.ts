import type { Page } from 'playwright-core';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { TestBrowser } from '../support/browser';
import { controls, named } from '../support/console';
import { applicant, type Applicant } from '../support/interviews';

let app: TestApp;
let browser: TestBrowser;
let page: Page;
let us: TestCompany;
let ann: Applicant;

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
  ann = await applicant(us, { name: 'Ann Ferro' });
  page = await browser.open(`${app.url}/console/`, { width: 1280, height: 900 });
});

afterEach(async () => {
  await browser.leave(page);
});

const { heading, press, see, openAs, part } = controls(() => page);

const names = (title: string): Promise<string[]> =>
  part(title).locator('.kept strong').allTextContents();
const row = (name: string) => page.locator('.kept > li', { hasText: name });
const focusedLabel = (): Promise<unknown> =>
  page.evaluate(
    'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent',
  );

describe('the process of a job', () => {
  it('has stages that are added, renamed, ordered and removed', async () => {
    await openAs(us, `/jobs/${ann.jobId}/process`);
    const stages = part('Stages');
    await stages.getByText('No stage yet.').waitFor();
    await stages.getByText('Add a stage').click();
    for (const name of ['Phone screen', 'Panel']) {
      await stages.getByLabel('Name').fill(name);
      await press('Add the stage');
      await see(`“${name}” is added.`);
    }
    await stages.getByLabel('Name').fill('panel');
    await press('Add the stage');
    await stages.getByText('The job has a stage of this name already.').waitFor();
    expect(await names('Stages')).toEqual(['Phone screen', 'Panel']);

    await page.getByRole('button', { name: 'Move “Panel” up' }).focus();
    await page.keyboard.press('Enter');
    await see('“Panel” is moved up.');
    expect(await names('Stages')).toEqual(['Panel', 'Phone screen']);
    expect(await focusedLabel()).toBe('Move “Panel” down');

    await row('Phone screen').getByText('Change').click();
    await row('Phone screen').getByLabel('Name').fill('Call');
    await press('Save');
    await see('Saved.');
    expect(await focusedLabel()).toBe('Call');
    const { body } = await us.api.get(`/jobs/${ann.jobId}/stages`);
    expect(body.map(({ name }: { name: string }) => name)).toEqual(['Panel', 'Call']);

    const { id } = body[0];
    const stagePath = `/jobs/${ann.jobId}/candidates/${ann.resumeId}/stage`;
    expectStatus(await us.api.send('PUT', stagePath, { stage_id: id }), 200);
    await page.reload();
    await see('Interviewing · 1 candidate in it now');
    await row('Panel').getByText('Change').click();
    await row('Panel').getByLabel('Status of who is in it').selectOption('Offered');
    await press('Save');
    await row('Panel').getByText('Candidates are in this stage.').waitFor();
    await row('Panel').getByText('Remove', { exact: true }).click();
    await row('Panel').getByText('Whoever is in it keeps their status').waitFor();
    await press('Remove the stage');
    await see('“Panel” is removed.');
    expect(await names('Stages')).toEqual(['Call']);
    expect(browser.complaints).toEqual([]);
  });

  it('says what interviewers rate, and that traits are no business of theirs', async () => {
    await openAs(us, `/jobs/${ann.jobId}/process`);
    const title = 'What interviewers rate';
    const rated = part(title);
    await rated.getByText('Add a quality').click();
    await rated.getByLabel('Name').fill('Age');
    await press('Add the quality');
    await rated.getByText('Must not be a trait that nobody may be judged by').waitFor();
    for (const name of ['Safety at work', 'Leading a shift']) {
      await rated.getByLabel('Name').fill(name);
      await rated.getByLabel('What to look for').fill(`Tells of ${name.toLowerCase()}.`);
      await press('Add the quality');
      await see(`“${name}” is added.`);
    }
    await see('Tells of safety at work.');
    await press('Move “Safety at work” down');
    await see('“Safety at work” is moved down.');
    expect(await names(title)).toEqual(['Leading a shift', 'Safety at work']);
    await page.reload();
    await rated.getByText('Leading a shift').first().waitFor();
    expect(await names(title)).toEqual(['Leading a shift', 'Safety at work']);
    await row('Leading a shift').getByText('Remove', { exact: true }).click();
    await press('Remove the quality');
    await see('“Leading a shift” is removed.');
    expect(await names(title)).toEqual(['Safety at work']);
    expect(browser.complaints).toEqual([]);
  });
});

describe('the settings of a company', () => {
  it('have its reasons to reject, of which decisions offer those in use', async () => {
    await openAs(us, '/settings');
    const reasons = part('Reasons to reject');
    await reasons.getByText('Add a reason').click();
    for (const name of ['Too far', 'Position filled', 'Gone']) {
      await reasons.getByLabel('Name').fill(name);
      await press('Add the reason');
      await see(`“${name}” is added.`);
    }
    await reasons.getByLabel('Name').fill('gone');
    await press('Add the reason');
    await reasons.locator('.error', { hasText: /already/ }).waitFor();
    await row('Too far').getByText('Change').click();
    await row('Too far').getByLabel('Name').fill('Too far away');
    await press('Save');
    await row('Too far away').waitFor();
    await row('Position filled').getByText('Change').click();
    await row('Position filled').getByLabel('Can be chosen').uncheck();
    await press('Save');
    await row('Position filled').getByText('Out of use').waitFor();
    await row('Gone').getByText('Remove', { exact: true }).click();
    await press('Remove the reason');
    await see('“Gone” is removed.');

    await page.goto(`${app.url}/console/#/jobs/${ann.jobId}/candidates/${ann.resumeId}`);
    await page.getByLabel('Move to').selectOption('rejected');
    expect(await page.getByLabel('Reason to reject').locator('option').allTextContents()).toEqual([
      'None of these',
      'Too far away',
    ]);
    expect(browser.complaints).toEqual([]);
  });
});

describe('what a role may not do', () => {
  const menu = (): Promise<string[]> => page.locator('#menu a:visible').allTextContents();
  const tabs = (): Promise<string[]> =>
    page.getByRole('navigation', { name: 'Of this job' }).getByRole('link').allTextContents();

  it('is not offered to interviewers', async () => {
    const ines = await named(app, us, 'interviewer', 'Ines Example');
    await openAs(ines, '/jobs');
    await see('You see a job when you manage it or are on its team.');
    expect(await page.getByRole('link', { name: /Create|New job/ }).count()).toBe(0);
    expect(await menu()).toEqual(['Jobs', 'Interviews', 'Settings']);
    const team = `/jobs/${ann.jobId}/team/${ines.userId}`;
    expectStatus(await us.api.send('PUT', team, { role: 'interviewer' }), 200);
    await page.goto(`${app.url}/console/#/jobs/${ann.jobId}/text`);
    await heading('What candidates are compared with');
    expect(await tabs()).toEqual(['Candidates', 'Requirements', 'Team']);
    expect(await page.getByRole('link', { name: 'Change the job' }).count()).toBe(0);
    await page.goto(`${app.url}/console/#/jobs/${ann.jobId}/candidates/${ann.resumeId}`);
    await heading('Interviews');
    expect(await page.getByText('Schedule an interview').count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Scorecards' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Read it here' }).click();
    await heading('Contact');
    expect(browser.complaints).toEqual([]);
  });

  it('is not offered to hiring managers, who read the resumes of their jobs', async () => {
    const hana = await named(app, us, 'hiring_manager', 'Hana Example');
    const manager = { hiring_manager_id: hana.userId };
    expectStatus(await us.api.patch(`/jobs/${ann.jobId}`, manager), 200);
    await openAs(hana, `/jobs/${ann.jobId}/process`);
    await heading('Stages');
    expect(await menu()).toEqual(['Jobs', 'Interviews', 'Overview', 'Chat', 'Settings']);
    expect(await tabs()).toEqual(['Candidates', 'Requirements', 'Process', 'Team']);
    await page.goto(`${app.url}/console/#/resumes/${ann.resumeId}`);
    await heading('Contact');
    expect(await page.getByRole('heading', { name: 'Open jobs that fit' }).count()).toBe(0);
    expect(browser.complaints).toEqual([]);
  });
});
