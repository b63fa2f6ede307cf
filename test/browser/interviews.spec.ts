import type { Page } from 'playwright-core';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { TestBrowser } from '../support/browser';
import { controls, named } from '../support/console';
import { applicant, type Applicant, inDays, moveIntoPast, schedule } from '../support/interviews';

let app: TestApp;
let browser: TestBrowser;
let page: Page;
let us: TestCompany;
let ines: TestCompany;
let theo: TestCompany;
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
  theo = await named(app, us, 'interviewer', 'Theo Example');
  ann = await applicant(us, { name: 'Ann Ferro' });
  page = await browser.open(`${app.url}/console/`, { width: 1280, height: 900 });
});

afterEach(async () => {
  await browser.leave(page);
});

const { heading, press, follow, see, logIn, focusedId } = controls(() => page);

const pathOf = ({ jobId, resumeId }: Applicant): string => `/jobs/${jobId}/candidates/${resumeId}`;

/** Opens a page of the console as somebody else. */
async function openAs(who: TestCompany, path: string): Promise<void> {
  const account = page.getByRole('button', { name: 'Log out' });
  if (await account.isVisible()) {
    await account.click();
    await heading('Log in');
  }
  await page.goto(`${app.url}/console/#${path}`);
  await logIn(who);
  await page.locator('main:not([aria-busy]) h1', { hasNotText: 'Log in' }).waitFor();
}

/** An interview that both colleagues took part in an hour ago. */
async function pastInterview(): Promise<string> {
  const attendees = [ines.userId, theo.userId];
  const { id } = await schedule(us.api, ann, { attendees, notes: 'Ask about the night shifts.' });
  await moveIntoPast(app, id);
  return id;
}

async function addAttribute(name: string, description: string | null = null): Promise<string> {
  const path = `/jobs/${ann.jobId}/scorecard-attributes`;
  return expectStatus(await us.api.post(path, { name, description }), 201).body.id;
}

const rate = (attribute: string, rating: string): Promise<void> =>
  page
    .getByRole('group', { name: attribute })
    .getByRole('radio', { name: rating, exact: true })
    .check();

/** The name is recognised by the address, too. */
const BO = 'bo.garvin@people.example';

const interviews = () => page.locator('.interviews > li');

describe('interviews in the console', () => {
  it('are scheduled, with who is busy then, and cancelled', async () => {
    const bo = await applicant(us, { jobId: ann.jobId, name: 'Bo Garvin', email: BO });
    await openAs(us, pathOf(ann));
    const arrange = async (): Promise<void> => {
      await page.getByText('Schedule an interview').click();
      await page.getByLabel('Kind').selectOption('Technical');
      await page.getByLabel('Day and time').fill(`${new Date().getFullYear() + 1}-06-10T14:30`);
      await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
      await page.getByLabel('Minutes').fill('45');
      await page.getByText('Interviewers', { exact: true }).click();
      const boxes = page.getByRole('group', { name: 'Interviewers' });
      await boxes.getByLabel('Ines Example').check();
      await press('Schedule');
    };
    await arrange();
    await see('The interview is scheduled, and the invitations are on their way.');
    await interviews()
      .getByText(/Jun 10, \d+, 2:30\WPM \(Asia\/Tokyo\)/)
      .waitFor();
    await interviews().getByText('45 minutes · with Ines Example').waitFor();
    expect(await page.locator('.candidate-head .badge').textContent()).toBe('Interviewing');

    await page.goto(`${app.url}/console/#${pathOf(bo)}`);
    await heading('Bo Garvin');
    await arrange();
    await page.getByText(/^Ines Example: Jun 10, .* \(Asia\/Tokyo\)$/).waitFor();
    await press('Schedule anyway');
    await interviews().first().waitFor();

    await page.getByText('Cancel this interview').click();
    await page.getByLabel('Reason for cancelling').fill('Ines is busy');
    await press('Cancel the interview');
    await interviews().getByText('Cancelled · Technical').waitFor();
    await interviews().getByText('Ines is busy').waitFor();
    expect(await page.getByText('Cancel this interview').count()).toBe(0);
    expect(browser.complaints).toEqual([]);
  });

  it('say what is wrong with them at the field that it is about', async () => {
    await openAs(us, pathOf(ann));
    await page.getByText('Schedule an interview').click();
    await press('Schedule');
    const error = page.locator('#interview-new-scheduled_at-error');
    await error.filter({ hasText: /\w/ }).waitFor();
    await page.getByLabel('Day and time').fill('2020-06-10T14:30');
    await press('Schedule');
    await error.filter({ hasText: /future|past/ }).waitFor();
    expect(await focusedId()).toBe('interview-new-scheduled_at');
  });

  it('are changed, and what is not changed stays', async () => {
    const bo = await applicant(us, { jobId: ann.jobId, name: 'Bo Garvin', email: BO });
    const taken = inDays(40);
    await schedule(us.api, bo, { attendees: [ines.userId], scheduled_at: taken });
    const attendees = [ines.userId, theo.userId];
    const fields = { attendees, location: 'Room 4', notes: 'Bring the plan', time_zone: 'UTC' };
    const { id } = await schedule(us.api, ann, fields);
    await openAs(us, pathOf(ann));
    await page.getByText('Change this interview').click();
    await page.getByLabel('Place').fill('Room 5');
    await page.getByText('Interviewers', { exact: true }).click();
    await page.getByRole('group', { name: 'Interviewers' }).getByLabel('Theo Example').uncheck();
    await press('Change the interview');
    await interviews().getByText('60 minutes · with Ines Example · Room 5').waitFor();
    await see('The interview is changed, and whoever it concerns is told.');

    await page.getByText('Change this interview').click();
    await page.getByLabel('Day and time').fill(taken.slice(0, 16));
    await press('Change the interview');
    await page.getByText(/^Ines Example: .* \(UTC\)$/).waitFor();
    await press('Change it anyway');
    await page.getByText('Change it anyway').waitFor({ state: 'detached' });
    const { body } = await us.api.get(`/interviews/${id}`);
    expect(body).toMatchObject({
      scheduled_at: taken,
      location: 'Room 5',
      notes: 'Bring the plan',
      attendees: [{ user_id: ines.userId }],
    });
    expect(browser.complaints).toEqual([]);
  });

  it('keep an attendee whom a hiring manager cannot choose, and a time that is past', async () => {
    const hana = await named(app, us, 'hiring_manager', 'Hana Example');
    expectStatus(await us.api.patch(`/jobs/${ann.jobId}`, { hiring_manager_id: hana.userId }), 200);
    const id = await pastInterview();
    await openAs(hana, pathOf(ann));
    await page.getByText('Change this interview').click();
    await page.getByLabel('Place').fill('Room 7');
    await press('Change the interview');
    await interviews()
      .getByText(/with Ines Example, Theo Example · Room 7/)
      .waitFor();
    expect((await us.api.get(`/interviews/${id}`)).body.attendees).toHaveLength(2);
  });

  it('tell what became of them, which can be corrected', async () => {
    await schedule(us.api, ann, { scheduled_at: inDays(3) });
    await openAs(us, pathOf(ann));
    await page.getByText('Change this interview').waitFor();
    expect(await page.getByRole('button', { name: 'It took place' }).count()).toBe(0);

    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const { id } = await schedule(us.api, ann, { scheduled_at: soon });
    await page.reload();
    await press('It took place');
    await see('The interview has not begun yet.');
    await moveIntoPast(app, id);
    await press('It took place');
    await interviews().getByText('Took place · Video').waitFor();
    await press('The candidate did not come');
    await interviews().getByText('Did not come · Video').waitFor();
    expect(await page.getByRole('button', { name: 'The candidate did not come' }).count()).toBe(0);
    expect((await us.api.get(`/interviews/${id}`)).body.status).toBe('no_show');
  });

  it('are found by who takes part and does not see the job, with the questions and the resume', async () => {
    const id = await pastInterview();
    await schedule(us.api, await applicant(us, { name: 'Bo Garvin', email: BO }), {
      attendees: [theo.userId],
    });
    await openAs(ines, '/interviews?when=past');
    const isToday = (await page.getByRole('link', { name: 'Ann Ferro' }).count()) === 0;
    await page.goto(`${app.url}/console/#/interviews${isToday ? '' : '?when=past'}`);
    await page.locator('.interview-row', { hasText: 'Ann Ferro' }).waitFor();
    expect(await page.locator('.interview-row', { hasText: 'Bo Garvin' }).count()).toBe(0);
    await follow('Ann Ferro');
    await heading('Questions to ask');
    const kit = (await ines.api.get(`/interviews/${id}/kit`)).body;
    expect(await page.locator('.questions li').allTextContents()).toEqual(kit.questions);
    await see('Ask about the night shifts.');
    expect(await page.getByText('Change this interview').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Score and decisions' }).count()).toBe(0);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press('Download the resume'),
    ]);
    expect(download.suggestedFilename()).toBe('resume.pdf');
    const [calendar] = await Promise.all([
      page.waitForEvent('download'),
      press('Add to a calendar'),
    ]);
    expect(calendar.suggestedFilename()).toBe('interview.ics');
    expect(browser.complaints).toEqual([]);
  });
});

describe('scorecards in the console', () => {
  it('are drafted, completed and submitted, and show the others’ only then', async () => {
    const safety = await addAttribute('Safety at work', 'Has led people through a busy season.');
    await addAttribute('Leading a shift');
    const id = await pastInterview();
    await theo.api.send('PUT', `/interviews/${id}/scorecard`, {
      overall_rating: 'no',
      ratings: [{ attribute_id: safety, rating: 'mixed', note: 'Vague about accidents.' }],
      summary: 'Not convinced.',
    });
    expectStatus(await theo.api.post(`/interviews/${id}/scorecard/submit`), 200);

    await openAs(ines, `/interviews/${id}`);
    await see('Has led people through a busy season.');
    await see('You take part, so you see what the others think once you have submitted');
    expect(await page.getByText('Not convinced.').count()).toBe(0);
    const note = page.getByRole('group', { name: 'Leading a shift' }).getByLabel('Note');
    await note.fill('Ran nights alone.');
    await press('Keep as a draft');
    await see('Rate it too, or take the note away.');
    await rate('Leading a shift', 'Strong yes');
    await press('Keep as a draft');
    await see('Your draft is kept.');
    await page.reload();
    expect(await note.inputValue()).toBe('Ran nights alone.');
    await press('Submit for good');
    await page
      .getByRole('group', { name: 'In all' })
      .getByText(/overall/)
      .waitFor();

    await rate('In all', 'Yes');
    await page.getByLabel('What leads you to it').fill('Calm and precise.');
    await press('Submit for good');
    const cards = page.locator('.scorecards > li');
    await cards.filter({ hasText: 'Not convinced.' }).waitFor();
    const own = await cards.filter({ hasText: 'Ines Example' }).textContent();
    expect(own).toContain('Calm and precise.');
    expect(own).toContain('Leading a shift: Strong yes Ran nights alone.');
    expect(await page.getByRole('button', { name: 'Submit for good' }).count()).toBe(0);
    expect(browser.complaints).toEqual([]);
  });

  it('are summed up for those who decide, who do not see them before their own either', async () => {
    const safety = await addAttribute('Safety at work');
    const attendees = [ines.userId, theo.userId, us.userId];
    const { id } = await schedule(us.api, ann, { attendees });
    await moveIntoPast(app, id);
    for (const [who, overall] of [
      [ines, 'yes'],
      [theo, 'yes'],
    ] as const) {
      await who.api.send('PUT', `/interviews/${id}/scorecard`, {
        overall_rating: overall,
        ratings: [{ attribute_id: safety, rating: who === ines ? 'strong_yes' : 'no' }],
        summary: null,
      });
      expectStatus(await who.api.post(`/interviews/${id}/scorecard/submit`), 200);
    }
    await openAs(us, pathOf(ann));
    await see('Still to come from Robin Example');
    expect(await page.getByText('Safety at work').count()).toBe(0);
    await follow('Write your scorecard');
    await rate('In all', 'Mixed');
    await press('Submit for good');
    await page.locator('.scorecards').waitFor();
    await follow('Score and decisions');
    const summary = page.locator('.summary');
    await summary.getByText('In all, of 3 scorecards').waitFor();
    expect(await summary.textContent()).toContain('Yes × 2Mixed × 1');
    expect(await summary.textContent()).toContain('Safety at workStrong yes × 1No × 1');
  });

  it('are not submitted before the interview has begun', async () => {
    const { id } = await schedule(us.api, ann, { attendees: [ines.userId] });
    await openAs(ines, `/interviews/${id}`);
    // By keyboard alone.
    const inAll = page.getByRole('group', { name: 'In all' });
    await inAll.getByRole('radio', { name: 'Not rated' }).focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Tab']) {
      await page.keyboard.press(key);
    }
    expect(await inAll.getByRole('radio', { name: 'Yes', exact: true }).isChecked()).toBe(true);
    await page.keyboard.type('Good questions of their own.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await see('Your draft is kept.');
    const draft = (await ines.api.get(`/interviews/${id}/scorecard`)).body;
    expect(draft).toMatchObject({ summary: 'Good questions of their own.', submitted_at: null });
    await press('Submit for good');
    await page.getByRole('alert').filter({ hasText: 'The interview has not begun yet.' }).waitFor();
  });
});
