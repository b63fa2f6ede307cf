import type { Page } from 'playwright-core';
import { startTestApp, type TestApp, type TestCompany } from '../support/app';
import { TestBrowser } from '../support/browser';
import { controls } from '../support/console';

let app: TestApp;
let browser: TestBrowser;
let page: Page;
let us: TestCompany;

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
  page = await browser.open(`${app.url}/console/`, { width: 1280, height: 900 });
});

afterEach(async () => {
  await browser.leave(page);
});

const { heading, press, see, focusedId, openAs, part } = controls(() => page);

const headings = (): Promise<string[]> => page.locator('.panel h2').allTextContents();
const day = (name: string) => page.getByRole('group', { name, exact: true });

describe('the settings of a person', () => {
  it('have the hours in which they work, with breaks, on their own clock', async () => {
    await openAs(us, '/settings');
    await see('You have not said them yet');
    const hours = part('Your working hours');
    await hours.getByLabel('Time zone').selectOption('Europe/Berlin');
    for (const name of ['Tuesday', 'Wednesday', 'Thursday']) {
      await press(`Remove these hours on ${name}`);
      await day(name).getByText('Not at work').waitFor();
    }
    await page.getByLabel('Monday to').fill('12:00');
    await page.getByRole('button', { name: 'Add hours on Monday' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
      'Monday from',
    );
    await page.getByLabel('Monday from').nth(1).fill('11:00');
    await page.getByLabel('Monday to').nth(1).fill('18:30');
    await press('Save your hours');
    await day('Monday').getByText('Overlaps with another stretch of the same day').waitFor();
    await page.getByLabel('Monday from').nth(1).fill('13:00');
    await page.getByLabel('Friday from').fill('20:00');
    await press('Save your hours');
    await day('Friday').getByText('Must be later than `from`').waitFor();
    await page.getByLabel('Friday to').fill('00:00');
    await press('Save your hours');
    await see('Your working hours are kept.');
    await see('Free times for interviews are looked for in them.');
    expect((await us.api.get(`/users/${us.userId}/working-hours`)).body).toMatchObject({
      time_zone: 'Europe/Berlin',
      weekly: [
        { weekday: 1, from: '09:00', to: '12:00' },
        { weekday: 1, from: '13:00', to: '18:30' },
        { weekday: 5, from: '20:00', to: '24:00' },
      ],
    });
    await page.reload();
    await see('Free times for interviews are looked for in them.');
    expect(await hours.getByLabel('Time zone').inputValue()).toBe('Europe/Berlin');
    expect(await page.getByLabel('Friday to').inputValue()).toBe('00:00');
    expect(browser.complaints).toEqual([]);
  });

  it('have the address of their calendar, which is shown once, replaced and ended', async () => {
    await openAs(us, '/settings');
    const calendar = part('Your interviews in your calendar');
    const address = calendar.getByLabel('Address', { exact: true });
    const answerAt = async (url: string): Promise<number> =>
      (await fetch(`${app.url}${new URL(url).pathname}`)).status;
    await press('Make an address');
    const first = await address.inputValue();
    expect(await focusedId()).toBe('calendar-address');
    expect(await answerAt(first)).toBe(200);
    await page.reload();
    await calendar.getByText(/read last/).waitFor();
    expect(await address.count()).toBe(0);
    await calendar.getByText('Replace the address').click();
    await press('Make another address');
    await address.waitFor();
    const second = await address.inputValue();
    expect([await answerAt(first), await answerAt(second)]).toEqual([404, 200]);
    await calendar.getByText('End the address').click();
    await press('End it');
    await see('The address is ended.');
    await calendar.getByRole('button', { name: 'Make an address' }).waitFor();
    expect(await answerAt(second)).toBe(404);
    expect(browser.complaints).toEqual([]);
  });

  it('are all that interviewers and hiring managers have', async () => {
    for (const role of ['interviewer', 'hiring_manager'] as const) {
      await openAs(await app.join(us, role), '/settings');
      await heading('Your working hours');
      expect(await headings()).toEqual(['Your working hours', 'Your interviews in your calendar']);
      await press('Log out');
      await heading('Log in');
    }
    expect(browser.complaints).toEqual([]);
  });
});

describe('the reminders of a company', () => {
  it('are changed by administrators', async () => {
    await openAs(us, '/settings');
    const before = page.getByLabel('Hours before an interview');
    const after = page.getByLabel('Hours after it, to those who owe a scorecard');
    expect([await before.inputValue(), await after.inputValue()]).toEqual(['24', '24']);
    await before.fill('24, soon');
    await press('Save the reminders');
    await page.locator('#field-reminder_hours-error', { hasText: /integer|number/ }).waitFor();
    expect(await focusedId()).toBe('field-reminder_hours');
    await before.fill('48, 2');
    await after.fill('');
    await press('Save the reminders');
    await see('The reminders are kept.');
    expect((await us.api.get('/interview-settings')).body).toEqual({
      reminder_hours: [48, 2],
      scorecard_reminder_hours: null,
    });
    await before.fill('');
    await press('Save the reminders');
    await see('The reminders are kept.');
    await page.reload();
    await before.waitFor();
    expect([await before.inputValue(), await after.inputValue()]).toEqual(['', '']);
    expect(browser.complaints).toEqual([]);
  });

  it('are read by recruiters', async () => {
    await us.api.patch('/interview-settings', { reminder_hours: [48, 1] });
    await openAs(await app.join(us, 'recruiter'), '/settings');
    await see('48 hours, 1 hour');
    await see('24 hours after it');
    expect(await page.getByRole('button', { name: 'Save the reminders' }).count()).toBe(0);
    expect(browser.complaints).toEqual([]);
  });
});
