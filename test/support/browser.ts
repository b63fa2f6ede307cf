import { type Browser, chromium, type Page } from 'playwright-core';

/**
 * Headless Chromium with one page at a time. `complaints` are the errors of that page's scripts and what the browser
 * logged as errors, of the content policy too; refusals of the API are none.
 */
export class TestBrowser {
  readonly complaints: string[] = [];
  private constructor(private readonly browser: Browser) {}

  static async launch(): Promise<TestBrowser> {
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      // Continuous integration runs as root in a container, where the sandbox cannot start.
      args: ['--no-sandbox'],
    });
    return new TestBrowser(browser);
  }

  async open(url: string, viewport: { width: number; height: number }): Promise<Page> {
    this.complaints.length = 0;
    const page = await this.browser.newPage({ viewport });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error' && !line.location().url.includes('/api/v1/')) {
        this.complaints.push(line.text());
      }
    });
    await page.goto(url);
    return page;
  }

  /** With `SCREENSHOT_DIR`, leaves a picture of the page under the name of the test. */
  async leave(page: Page): Promise<void> {
    const folder = process.env['SCREENSHOT_DIR'];
    if (folder !== undefined) {
      const name = expect.getState().currentTestName?.replaceAll(/\W+/g, '-') ?? 'page';
      await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
    }
    await page.close();
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
