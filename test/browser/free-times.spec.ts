import type { Page } from 'playwright-core';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { TestBrowser } from '../support/browser';
import { controls, named } from '../support/console';
import { applicant, type Applicant, schedule } from '../support/interviews';

let app: TestApp;
let browser: TestBrowser;
let page: Page;
let us: TestCompany;
let ines: TestCompany;
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
  ines = await named(app, us, 'interviewer', 'Ines Example');
  ann = await applicant(us, { name: 'Ann Ferro' });
  page = await browser.open(`${app.url}/console/`, { width: 1280, height: 900 });
});

afterEach(async () => {
  await browser.leave(page);
});

const { press, see, logIn, focusedId } = controls(() => page);

/** A Monday in the summer of next year. */
function monday(): string {
  const day = new Date(Date.UTC(new Date().getUTCFullYear() + 1, 5, 10));
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7));
  return day.toISOString().slice(0, 10);
}

/** Opens the form of a new interview, with its finder of free times from that Monday on. */
async function openFinder(who: TestCompany): Promise<void> {
  await page.goto(`${app.url}/console/#/jobs/${ann.jobId}/candidates/${ann.resumeId}`);
  await logIn(who);
  await page.getByText('Schedule an interview').click();
  await page.getByText('Interviewers', { exact: true }).click();
  await page.getByText('Find a time').click();
  await page.getByLabel('From the day').fill(monday());
  await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
}

const interviewer = (name: string) =>
  page.getByRole('group', { name: 'Interviewers' }).getByLabel(name);
const times = () => page.getByLabel('Free times');
/** Browsers write a narrow space before AM and PM. */
const offered = async (): Promise<string[]> =>
  (await times().locator('option').allTextContents()).map((time) => time.replace(/\s/g, ' '));
const days = (): Promise<string[]> =>
  times()
    .locator('optgroup')
    .evaluateAll((all) => all.map((day) => day.getAttribute('label') ?? ''));

describe('free times for an interview', () => {
  it('are those of who is chosen, and the one that is picked is filled in', async () => {
    const hours = { time_zone: 'Asia/Tokyo', weekly: [{ weekday: 2, from: '13:00', to: '15:00' }] };
    const hoursPath = `/users/${ines.userId}/working-hours`;
    expectStatus(await ines.api.send('PUT', hoursPath, hours), 200);
    await openFinder(us);
    await interviewer('Ines Example').check();
    await press('Show free times');
    await see('6 times to choose from. Nothing is reserved.');
    expect(await focusedId()).toBe('interview-new-slot');
    expect(await days()).toHaveLength(2);
    expect((await days())[0]).toMatch(/^Tuesday, Jun \d+$/);
    expect((await offered()).slice(0, 4)).toEqual(['Choose', '1:00 PM', '1:30 PM', '2:00 PM']);
    await times().selectOption({ index: 2 });
    const at = await page.getByLabel('Day and time').inputValue();
    expect(at).toMatch(/T13:30$/);
    await press('Schedule');
    await see('The interview is scheduled, and the invitations are on their way.');
    const { data } = (await us.api.get('/interviews')).body;
    expect(data[0].local_time.slice(0, 16)).toBe(at);
    expect(browser.complaints).toEqual([]);
  });

  it('hold the time of the interview that is moved, which is no clash with itself', async () => {
    const scheduled = { scheduled_at: `${monday()}T10:00`, time_zone: 'Asia/Tokyo' };
    await schedule(us.api, ann, { ...scheduled, attendees: [ines.userId] });
    await page.goto(`${app.url}/console/#/jobs/${ann.jobId}/candidates/${ann.resumeId}`);
    await logIn(us);
    await page.getByText('Change this interview').click();
    await page.getByText('Find a time').click();
    await page.getByLabel('From the day').fill(monday());
    // The Enter key looks for times, and does not send the form.
    await page.getByLabel('From the day').press('Enter');
    await times().waitFor();
    const first = ['Choose', '9:00 AM', '9:30 AM', '10:00 AM', '10:30 AM'];
    expect((await offered()).slice(0, 5)).toEqual(first);
  });

  it('are forgotten once others are asked, and say where there are none and what is wrong', async () => {
    const hoursPath = `/users/${ines.userId}/working-hours`;
    expectStatus(await ines.api.send('PUT', hoursPath, { time_zone: 'UTC', weekly: [] }), 200);
    await openFinder(us);
    await press('Show free times');
    await times().waitFor();
    await interviewer('Ines Example').check();
    await times().waitFor({ state: 'detached' });
    await press('Show free times');
    await see('Nobody finds a time in these 14 days.');
    await page.getByLabel('Minutes').fill('2');
    await press('Show free times');
    await page.locator('#interview-new-duration_minutes-error', { hasText: /\w/ }).waitFor();
    expect(await focusedId()).toBe('interview-new-duration_minutes');
    expect(browser.complaints).toEqual([]);
  });
});
