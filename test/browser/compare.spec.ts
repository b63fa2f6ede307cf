import type { Page } from 'playwright-core';
import { expectStatus, startTestApp, type TestApp } from '../support/app';
import { TestBrowser } from '../support/browser';
import { controls, people } from '../support/console';
import { createJob } from '../support/jobs';
import { eventually } from '../support/waiting';

let app: TestApp;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  app = await startTestApp();
  browser = await TestBrowser.launch();
});

afterAll(async () => {
  await browser.close();
  await app.stop();
});

beforeEach(async () => {
  page = await browser.open(`${app.url}/console/`, { width: 390, height: 640 });
});

afterEach(async () => {
  await browser.leave(page);
});

const { heading, logIn } = controls(() => page);

/** Where something stands on the screen. */
async function place(name: string, role: 'rowheader' | 'columnheader') {
  const box = await page.getByRole(role, { name: new RegExp(`^${name}`) }).boundingBox();
  return { left: Math.round(box!.x), top: Math.round(box!.y) };
}

describe('candidates side by side on a phone', () => {
  it('are read by moving the table alone, by keyboard too, with who and what in sight', async () => {
    const us = await app.newCompany();
    const jobId = await createJob(us.api);
    const ids: string[] = [];
    for (const file of people('Ann Ferro', 'Bo Garvin', 'Cy Holt')) {
      ids.push(expectStatus(await us.api.upload(file, { jobId }), 201).body.resume.id);
    }
    await page.goto(`${app.url}/console/#/jobs/${jobId}/compare/${ids.join(',')}`);
    await logIn(us);
    await heading('What sets them apart');
    expect(
      await page.evaluate(
        'document.documentElement.scrollWidth <= document.documentElement.clientWidth',
      ),
    ).toBe(true);

    const region = page.getByRole('region', { name: 'Comparison' });
    await region.evaluate((part) => part.scrollIntoView());
    const score = await place('Score', 'rowheader');
    const ann = await place('Ann Ferro', 'columnheader');
    await region.focus();
    for (let presses = 0; presses < 3; presses += 1) {
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
    }
    // Browsers glide to where they go.
    const [scoreThen, annThen] = await eventually(async () => {
      const now = [
        await place('Score', 'rowheader'),
        await place('Ann Ferro', 'columnheader'),
      ] as const;
      return now[0].top < score.top - 60 && now[1].left < ann.left - 60 ? now : null;
    });
    expect(scoreThen.left).toBe(score.left);
    expect(annThen.top).toBe(ann.top);
    // No word runs into the next column.
    const spilling = await page.evaluate(
      `[...document.querySelectorAll('.comparison :is(th, td)')]
        .filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
        .map((cell) => cell.textContent)`,
    );
    expect(spilling).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
