import type { Page } from 'playwright-core';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { TestBrowser } from '../support/browser';
import { PDF_MIME, resumePdf, textResume } from '../support/documents';
import { controls, named, people } from '../support/console';
import { schedule } from '../support/interviews';
import { createJob } from '../support/jobs';

const DESKTOP = { width: 1280, height: 900 };
const PHONES = [
  { width: 360, height: 740 },
  { width: 390, height: 844 },
];

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
  page = await browser.open(`${app.url}/`, DESKTOP);
});

afterEach(async () => {
  await browser.leave(page);
});

const { heading, press, follow, see, logIn, focusedId } = controls(() => page);

/** The next question who is logged in finds the access token expired. */
async function expireAccessToken(tab: Page): Promise<void> {
  const problem = { code: 'token_expired', detail: 'The access token has expired.' };
  await tab.route(
    '**/api/v1/auth/me',
    (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: JSON.stringify(problem),
      }),
    { times: 1 },
  );
}

/** A company with a job and candidates, and its page of ranked candidates. */
async function openRanking(
  resumes: readonly Buffer[],
  job: object = {},
): Promise<{ us: TestCompany; jobId: string }> {
  const us = await app.newCompany();
  const jobId = await createJob(us.api, job);
  for (const resume of resumes) {
    expectStatus(await us.api.upload(resume, { jobId }), 201);
  }
  await logIn(us);
  await heading('Jobs');
  await page.goto(`${app.url}/console/#/jobs/${jobId}`);
  await page.locator('.candidate-row').first().waitFor();
  return { us, jobId };
}

describe('the console', () => {
  it('leads from registering to a decision on the first candidate', async () => {
    expect(page.url()).toBe(`${app.url}/console/`);
    await press('Register');
    await page.getByLabel('Your name').fill('Ada Recruiter');
    await page.getByLabel('E-mail').fill('ada.recruiter@example.com');
    await page.getByLabel('Password').fill('correct horse battery');
    await page.getByLabel('Company').fill('Harbour Logistics');
    await press('Register');
    await see('No job yet');

    await follow('Create the first job');
    await page.getByLabel('Title').fill('Warehouse Operations Manager');
    await page.getByLabel('Description').fill('You run a distribution centre and its people.');
    await page
      .getByLabel('Requirements')
      .fill('Must have 3+ years of inventory management. SAP is required. Kubernetes is a plus.');
    await press('Create the job');
    await heading('What candidates are compared with');
    const skill = page.getByRole('row', { name: 'Inventory management' });
    expect(await skill.textContent()).toContain('Must have');
    await see('3 years');

    await follow('Upload resumes');
    await page.locator('#files').setInputFiles([
      { name: 'marisol.pdf', mimeType: PDF_MIME, buffer: await resumePdf() },
      { name: 'noise.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([1, 2, 3]) },
    ]);
    const file = (name: string) => page.locator('.file-row', { hasText: name });
    await file('marisol.pdf').getByText('Read', { exact: true }).waitFor();
    await file('noise.bin').getByText('Failed').waitFor();
    expect(await file('noise.bin').locator('.file-reason').textContent()).toMatch(/\w+ \w+/);
    await see('1 of 2 files read, 1 failed.');
    const retried = page.waitForResponse(/\/tasks\/[\w-]+\/retry$/);
    await press('Read noise.bin again');
    expect((await retried).status()).toBe(200);
    await file('noise.bin').getByText('Failed').waitFor();

    await follow('See the ranked candidates');
    const row = page.locator('.candidate-row');
    await row.getByRole('link', { name: 'Marisol Okafor' }).waitFor();
    expect(await row.textContent()).toContain('Inventory management');
    expect(await row.locator('.row-score').textContent()).toMatch(/^\d\d\.\d%$/);

    await follow('Marisol Okafor');
    await heading('What the score is made of');
    await page.locator('.skill-row', { hasText: 'SAP' }).locator('mark').first().waitFor();
    await see('Missing, and what each alone would change');
    await page.getByLabel('Move to').selectOption('shortlisted');
    await page.getByLabel('Reason', { exact: true }).fill('Ran a site of this size');
    await press('Keep the decision');
    const history = page.locator('.history');
    await history.getByText('New → Shortlisted').waitFor();
    expect(await history.textContent()).toContain('Ran a site of this size');
    expect(await history.textContent()).toContain('Ada Recruiter');

    await page.getByLabel('New note').fill('Call on Tuesday');
    await press('Add the note');
    await page.locator('.notes', { hasText: 'Call on Tuesday' }).waitFor();
    const download = page.waitForEvent('download');
    await press('Download the file');
    expect((await download).suggestedFilename()).toBe('marisol.pdf');

    await follow('Overview');
    await see('How far applications came');
    await press('Log out');
    await heading('Log in');
    expect(browser.complaints).toEqual([]);
  });

  it('shows whatever a job, a resume or a file name holds as text', async () => {
    const attack = '<img src=x onerror="window.wasAttacked=true">';
    const resume = textResume({
      headline: `Manager ${attack}`,
      summary: `Knows SAP ${attack} and <script>window.wasAttacked=true</script> inventory management.`,
    });
    const { jobId } = await openRanking([resume], { title: `Manager ${attack}` });
    const expectOnlyText = async (): Promise<void> => {
      expect(await page.locator('main img, main script').count()).toBe(0);
      expect(await page.evaluate('window.wasAttacked')).toBeUndefined();
    };
    expect(await page.locator('h1').textContent()).toBe(`Manager ${attack}`);
    await expectOnlyText();
    await follow('Marisol Okafor');
    await page.locator('blockquote', { hasText: '<script>' }).first().waitFor();
    await page.getByLabel('New note').fill(attack);
    await press('Add the note');
    await page.locator('.notes', { hasText: attack }).waitFor();
    await expectOnlyText();
    await follow('Read it here');
    await page.locator('.document', { hasText: attack }).waitFor();
    await expectOnlyText();
    await page.goto(`${app.url}/console/#/search?query=inventory`);
    await page.locator('.result-row mark').first().waitFor();
    await expectOnlyText();
    await page.goto(`${app.url}/console/#/jobs/${jobId}/upload`);
    await page.locator('#files').setInputFiles({
      name: `${attack.replaceAll('"', "'")}.txt`,
      mimeType: 'text/plain',
      buffer: textResume({ name: 'Other Person', email: 'other@example.com' }),
    });
    await page.locator('.file-row', { hasText: 'onerror' }).getByText('Read').waitFor();
    await expectOnlyText();
    expect(browser.complaints).toEqual([]);
  });

  it('takes files that are dropped, and shows the upload to who comes back', async () => {
    const { jobId } = await openRanking(people('Ann Ferro'));
    await follow('Upload');
    const text = JSON.stringify(people('Bo Garvin')[0]!.toString());
    const dataTransfer = await page.evaluateHandle(`(() => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([${text}], 'dropped.txt', { type: 'text/plain' }));
      return dropped;
    })()`);
    await page.dispatchEvent('.drop-zone', 'drop', { dataTransfer });
    const file = page.locator('.file-row', { hasText: 'dropped.txt' });
    await file.getByText('Read', { exact: true }).waitFor();
    await follow('Candidates');
    await page.locator('.candidate-row', { hasText: 'Bo Garvin' }).waitFor();
    await follow('Upload');
    await file.getByText('Read', { exact: true }).waitFor();
    await file.getByRole('link').click();
    await heading('Bo Garvin');
    expect(page.url()).toContain(jobId);
    expect(browser.complaints).toEqual([]);
  });

  it('filters, moves and compares the candidates that are selected', async () => {
    await openRanking(people('Ann Ferro', 'Bo Garvin', 'Cy Holt'));
    await page.getByLabel('Select Ann Ferro').check();
    await page.getByLabel('Select Bo Garvin').check();
    await follow('Compare');
    await heading('What sets them apart');
    await page.getByRole('columnheader', { name: /Ann Ferro/ }).waitFor();
    await page.getByRole('row', { name: /^Inventory management/ }).waitFor();

    await page.goBack();
    await page.getByLabel('Select Ann Ferro').check();
    await page.getByLabel('Select Bo Garvin').check();
    await page.getByLabel('Move to').selectOption('rejected');
    await press('Move');
    await see('2 candidates moved to Rejected.');
    const row = (name: string) => page.locator('.candidate-row', { hasText: name });
    expect(await row('Ann Ferro').locator('.badge').textContent()).toBe('Rejected');
    expect(await row('Cy Holt').locator('.badge').textContent()).toBe('New');

    // Nobody comes straight back to a hire, and the list goes on to say who did not.
    await page.getByLabel('Select Ann Ferro').check();
    await page.getByLabel('Move to').selectOption('hired');
    await press('Move');
    await see('Ann Ferro: Nobody goes from Rejected straight to Hired.');
    expect(await page.getByLabel('Select Ann Ferro').isChecked()).toBe(true);

    await page.getByLabel('Status').selectOption('rejected');
    await row('Cy Holt').waitFor({ state: 'detached' });
    await page.getByRole('searchbox', { name: 'Name' }).fill('fer');
    await row('Bo Garvin').waitFor({ state: 'detached' });
    expect(await page.locator('.candidate-row').count()).toBe(1);
    expect(page.url()).toContain('status=rejected');
    await page.getByRole('searchbox', { name: 'Name' }).fill('nobody of this name');
    await see('Nobody fits these filters');
    await press('See everybody');
    await row('Cy Holt').waitFor();
    expect(browser.complaints).toEqual([]);
  });

  it('tells people apart whose name was not found', async () => {
    const { us, jobId } = await openRanking(people('Ann Ferro'));
    for (const name of ['first.txt', 'second.txt']) {
      const text = Buffer.from(`Experience with SAP, as told in the ${name} of two.\n`);
      expectStatus(await us.api.upload(text, { jobId, name }), 201);
    }
    await page.reload();
    await page.getByLabel('Select No name · first.txt').check();
    await page.getByLabel('Select No name · second.txt').check();
    await follow('Compare');
    await page.getByRole('columnheader', { name: /first\.txt/ }).waitFor();
    await follow('No name · second.txt');
    await heading('No name · second.txt');
    await follow('Read it here');
    await heading('No name · second.txt');
  });

  it('goes on in a long list where the last page ended', async () => {
    await openRanking(people(...Array.from({ length: 27 }, (_, n) => `Person${n} Number${n}`)));
    await see('25 of 27 candidates');
    await press('More');
    await see('27 of 27 candidates');
    expect(await page.locator('.rank').allTextContents()).toEqual(
      Array.from({ length: 27 }, (_, n) => `${n + 1}`),
    );
  });

  it('says what was refused at the field that it is about', async () => {
    await logIn({ email: 'nobody@example.com', password: 'not the password' });
    await page.locator('.error', { hasText: 'wrong' }).waitFor();
    await press('Register');
    await page.getByLabel('Your name').fill('Ada');
    await page.getByLabel('E-mail').fill('ada@example.com');
    await page.getByLabel('Password').fill('short');
    await press('Register');
    await page.locator('#field-password-error', { hasText: /\w/ }).waitFor();
    await page.getByLabel('Password').fill('correct horse battery');
    await press('Register');
    await page.locator('#field-company_name-error', { hasText: /\w/ }).waitFor();
    expect(await page.getByLabel('Company').getAttribute('aria-invalid')).toBe('true');
    expect(await focusedId()).toBe('field-company_name');
  });

  it('rejects with one of the company’s reasons, and takes it back with words', async () => {
    const { us } = await openRanking(people('Ann Ferro'));
    const addReason = (name: string) => us.api.post('/rejection-reasons', { name });
    expectStatus(await addReason('Too far away'), 201);
    const retired = expectStatus(await addReason('Retired reason'), 201).body.id;
    await us.api.patch(`/rejection-reasons/${retired}`, { is_active: false });
    await follow('Ann Ferro');
    const reason = page.getByLabel('Reason to reject');
    await page.getByLabel('Move to').waitFor();
    expect(await reason.isVisible()).toBe(false);
    await page.getByLabel('Move to').selectOption('rejected');
    expect(await reason.locator('option').allTextContents()).toEqual([
      'None of these',
      'Too far away',
    ]);
    await reason.selectOption('Too far away');
    await page.getByLabel('Reason', { exact: true }).fill('Lives in another country');
    await press('Keep the decision');
    const history = page.locator('.history');
    await history.getByText('Too far away · Lives in another country').waitFor();

    const why = page.getByLabel('Why it is taken back');
    await page.getByLabel('Move to').selectOption('reviewing');
    await press('Keep the decision');
    await page.locator('#field-reason-error', { hasText: /\w/ }).waitFor();
    expect(await focusedId()).toBe('field-reason');
    await why.fill('Moves here in May');
    await page.getByLabel('Move to').selectOption('hired');
    await press('Keep the decision');
    await page
      .locator('#field-status-error', {
        hasText:
          'Nobody goes from Rejected straight to Hired. Possible: New, Reviewing, Shortlisted, Interviewing, Offered.',
      })
      .waitFor();
    await page.getByLabel('Move to').selectOption('reviewing');
    await press('Keep the decision');
    await history.getByText('Rejected → Reviewing').waitFor();
    expect(await history.textContent()).toContain('Moves here in May');
    expect(browser.complaints).toEqual([]);
  });

  it('rejects many with a reason, and keeps selected who needs words to come back', async () => {
    const { us, jobId } = await openRanking(people('Ann Ferro', 'Bo Garvin'));
    expectStatus(await us.api.post('/rejection-reasons', { name: 'Too far away' }), 201);
    await page.reload();
    await page.getByLabel('Select Ann Ferro').check();
    await page.getByLabel('Move to').selectOption('rejected');
    await page.getByLabel('Reason to reject').selectOption('Too far away');
    await press('Move');
    await see('1 candidate moved to Rejected.');
    const { resume_id: resumeId } = (await us.api.get(`/jobs/${jobId}/candidates?status=rejected`))
      .body.data[0];
    const { data } = (await us.api.get(`/jobs/${jobId}/candidates/${resumeId}/history`)).body;
    expect(data[0].rejection_reason.name).toBe('Too far away');

    await page.getByLabel('Select Ann Ferro').check();
    await page.getByLabel('Select Bo Garvin').check();
    await page.getByLabel('Move to').selectOption('reviewing');
    await press('Move');
    await see('1 candidate moved to Reviewing. 1 not moved.');
    await see('Ann Ferro: Say why “Rejected” is taken back: this needs a reason.');
    expect(await page.getByLabel('Select Bo Garvin').isChecked()).toBe(false);
    await page.getByLabel('Reason, for your colleagues').fill('Moves here in May');
    await press('Move');
    await see(/^1 candidate moved to Reviewing\.$/);
    expect(await page.locator('.candidate-row .badge').allTextContents()).toEqual([
      'Reviewing',
      'Reviewing',
    ]);
    expect(browser.complaints).toEqual([]);
  });

  it('moves candidates to the stages that a job has, and out of them', async () => {
    const { us, jobId } = await openRanking(people('Ann Ferro', 'Bo Garvin'));
    for (const [name, status] of [
      ['Phone screen', 'interviewing'],
      ['Panel', 'interviewing'],
    ]) {
      expectStatus(await us.api.post(`/jobs/${jobId}/stages`, { name, status }), 201);
    }
    await page.reload();
    await page.getByLabel('Select Ann Ferro').check();
    await page.getByLabel('Select Bo Garvin').check();
    await page.getByLabel('Move to').selectOption('Interviewing: Phone screen');
    await press('Move');
    await see('2 candidates moved to Interviewing: Phone screen.');
    const standing = page.locator('.candidate-row .standing');
    expect(await standing.allTextContents()).toEqual(Array(2).fill('InterviewingPhone screen'));

    await follow('Ann Ferro');
    const move = page.getByLabel('Move to');
    await move.waitFor();
    expect(await move.locator('option').allTextContents()).not.toContain(
      'Interviewing: Phone screen',
    );
    await move.selectOption('Interviewing: Panel');
    await press('Keep the decision');
    await page.locator('.history').getByText('Phone screen → Panel').waitFor();
    await move.selectOption({ label: 'Interviewing' });
    await press('Keep the decision');
    await page.locator('.history').getByText('Panel → Interviewing').waitFor();

    await page.goBack();
    await page.getByLabel('Stage').selectOption('Phone screen');
    await page.locator('.candidate-row', { hasText: 'Ann Ferro' }).waitFor({ state: 'detached' });
    await page.locator('.candidate-row', { hasText: 'Bo Garvin' }).waitFor();
    expect(browser.complaints).toEqual([]);
  });

  it('mentions colleagues in a note, who see the job', async () => {
    const { us, jobId } = await openRanking(people('Ann Ferro'));
    const { userId: onTeam } = await named(app, us, 'interviewer', 'Ines Team');
    await named(app, us, 'interviewer', 'Otto Elsewhere');
    await named(app, us, 'recruiter', 'Rosa Recruiter');
    const part = { role: 'interviewer' };
    expectStatus(await us.api.send('PUT', `/jobs/${jobId}/team/${onTeam}`, part), 200);
    await follow('Ann Ferro');
    await page.getByText('Mention colleagues').click();
    const boxes = page.getByRole('group', { name: 'Mention colleagues' });
    expect(await boxes.locator('label').allTextContents()).toEqual(['Ines Team', 'Rosa Recruiter']);
    await boxes.getByLabel('Ines Team').check();
    await page.getByLabel('New note').fill('Please look at the SAP years');
    await press('Add the note');
    await page.locator('.notes', { hasText: 'For Ines Team' }).waitFor();
    await page.reload();
    await page.locator('.notes', { hasText: 'For Ines Team' }).waitFor();
    expect(browser.complaints).toEqual([]);
  });

  it('gives a candidate to somebody to look after, and finds them by it', async () => {
    const { us } = await openRanking(people('Ann Ferro', 'Bo Garvin'));
    await named(app, us, 'recruiter', 'Rosa Recruiter');
    await follow('Ann Ferro');
    await page.getByLabel('Looked after by').selectOption('Rosa Recruiter');
    await press('Save');
    await see('Rosa Recruiter looks after them now.');
    await page.goBack();
    const row = (name: string) => page.locator('.candidate-row', { hasText: name });
    await row('Ann Ferro').getByText('with Rosa Recruiter').waitFor();
    await page.getByLabel('Looked after by').selectOption('Rosa Recruiter');
    await row('Bo Garvin').waitFor({ state: 'detached' });
    await page.getByLabel('Looked after by').selectOption('Me');
    await see('Nobody fits these filters');
    await press('See everybody');
    await follow('Ann Ferro');
    await page.getByLabel('Looked after by').selectOption('Nobody');
    await press('Save');
    await see('Nobody looks after them now.');
    expect(browser.complaints).toEqual([]);
  });

  it('offers no decision to interviewers', async () => {
    const { us, jobId } = await openRanking(people('Ann Ferro'));
    const interviewer = await app.join(us, 'interviewer');
    const part = { role: 'interviewer' };
    expectStatus(await us.api.send('PUT', `/jobs/${jobId}/team/${interviewer.userId}`, part), 200);
    await press('Log out');
    await logIn(interviewer);
    await page.goto(`${app.url}/console/#/jobs/${jobId}`);
    await page.locator('.candidate-row', { hasText: 'Ann Ferro' }).waitFor();
    expect(await page.getByLabel('Select Ann Ferro').count()).toBe(0);
    await follow('Ann Ferro');
    await heading('Notes');
    expect(await page.getByRole('heading', { name: 'Decide' }).count()).toBe(0);
    expect(browser.complaints).toEqual([]);
  });

  it('finds people across jobs and says why', async () => {
    await openRanking(people('Ann Ferro'));
    await follow('Search');
    await page.getByLabel('Who are you looking for?').fill('forklift drivers on nights');
    await press('Search');
    const result = page.locator('.result-row', { hasText: 'Ann Ferro' });
    await result.locator('mark').first().waitFor();
    expect(await result.locator('.reason').textContent()).toMatch(/\w+ \w+/);
    await page.getByLabel('With all of these skills').fill('COBOL');
    await press('Search');
    await see('Nobody was found');
  });

  it('ranks those whom the company has for a job without candidates', async () => {
    const { us } = await openRanking(people('Ann Ferro'));
    const otherId = await createJob(us.api, { title: 'Stock Controller' });
    await page.goto(`${app.url}/console/#/jobs/${otherId}`);
    await see('No candidates yet');
    await press('Rank everybody you have');
    await page.locator('.candidate-row', { hasText: 'Ann Ferro' }).waitFor();
  });

  it('asks for a login again when the session ended, and goes on where it was', async () => {
    const { us, jobId } = await openRanking(people('Ann Ferro'));
    await page.route('**/api/v1/jobs/**', (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: JSON.stringify({ code: 'invalid_token', detail: 'The token is not valid.' }),
      }),
    );
    await follow('Requirements');
    await see('Your session has ended. Log in again.');
    await page.unroute('**/api/v1/jobs/**');
    await logIn(us);
    await heading('What candidates are compared with');
    expect(page.url()).toContain(`/jobs/${jobId}/text`);

    // The server ends it between one page and the next.
    const ended = page.waitForResponse('**/api/v1/auth/me');
    await us.api.post('/auth/change-password', {
      current_password: us.password,
      new_password: 'another horse battery',
    });
    await page.reload();
    expect((await ended).status()).toBe(401);
    await see('Your session has ended. Log in again.');
    await page.reload();
    await heading('Log in');
    expect(await page.getByText('Your session has ended').count()).toBe(0);
  });

  it('goes on after a reload, also when the access token has expired by then', async () => {
    await openRanking(people('Ann Ferro'));
    await follow('Ann Ferro');
    await heading('What the score is made of');
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    await page.reload();
    await heading('What the score is made of');
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    await see('Robin Example');

    await expireAccessToken(page);
    await page.reload();
    await heading('What the score is made of');
    await page.goto(`${app.url}/chat/`);
    await page.goBack();
    await heading('What the score is made of');
    // A page that the browser kept aside while another was shown.
    await page.evaluate(`
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    `);
    await page.waitForLoadState();
    await heading('What the score is made of');
    expect(await page.evaluate('sessionStorage.length')).toBe(0);

    await press('Log out');
    await page.reload();
    await heading('Log in');
    expect(browser.complaints).toEqual([]);
  });

  it('keeps a login that the server cannot be asked about, and asks again', async () => {
    await openRanking(people('Ann Ferro'));
    await page.route('**/api/v1/auth/me', (route) => route.abort());
    await page.reload();
    await heading('That did not work');
    await page.reload();
    await heading('That did not work');
    await page.unroute('**/api/v1/auth/me');
    await press('Try again');
    await page.locator('.candidate-row', { hasText: 'Ann Ferro' }).waitFor();
  });

  it('does not end the login of a tab from which another was opened', async () => {
    const { us } = await openRanking(people('Ann Ferro'));
    const opened = page.waitForEvent('popup');
    // A window that is opened by a page begins with a copy of its storage.
    await page.evaluate('window.open(location.href)');
    const first = page;
    const second = await opened;
    page = second;
    await heading('Log in');
    await logIn(us);
    for (const tab of [first, second, first, second]) {
      await expireAccessToken(tab);
      await tab.reload();
      await tab.locator('.candidate-row', { hasText: 'Ann Ferro' }).waitFor();
    }
    page = first;
    await second.close();
  });

  it('works by keyboard and tells where one is', async () => {
    await openRanking(people('Ann Ferro'));
    await page.keyboard.press('Tab');
    await follow('Requirements');
    await heading('What candidates are compared with');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    expect(await page.title()).toContain('Warehouse Operations Manager');
    await page.getByRole('link', { name: 'Upload resumes' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.drop-zone').waitFor();
    await page.getByRole('link', { name: 'Skip to the content' }).focus();
    await page.keyboard.press('Enter');
    expect(await focusedId()).toBe('main');
    expect(page.url()).toContain('/upload');
  });

  it('fits on a phone', async () => {
    const { us, jobId } = await openRanking(people('Ann Ferro', 'Bo Garvin'));
    const { data } = (await us.api.get(`/jobs/${jobId}/candidates`)).body;
    const [first, second] = data.map((one: { resume_id: string }) => one.resume_id);
    const name = 'Panel with everybody whom the department could send';
    for (const [path, status] of [
      [`/jobs/${jobId}/stages`, { status: 'interviewing' }],
      [`/jobs/${jobId}/scorecard-attributes`, {}],
      ['/rejection-reasons', {}],
    ] as const) {
      expectStatus(await us.api.post(path, { name, ...status }), 201);
    }
    const ids = { jobId, resumeId: first, candidateId: data[0].candidate_id, email: '' };
    const { id } = await schedule(us.api, ids, { attendees: [us.userId] });
    const paths = [
      '/jobs',
      '/jobs/new',
      `/jobs/${jobId}`,
      `/jobs/${jobId}/text`,
      `/jobs/${jobId}/upload`,
      `/jobs/${jobId}/process`,
      `/jobs/${jobId}/team`,
      `/jobs/${jobId}/candidates/${first}`,
      `/jobs/${jobId}/compare/${first},${second}`,
      `/resumes/${first}`,
      '/interviews',
      `/interviews/${id}`,
      '/search?query=inventory',
      '/overview',
      '/settings',
    ];
    for (const phone of PHONES) {
      await page.setViewportSize(phone);
      for (const path of paths) {
        await page.goto(`${app.url}/console/#${path}`);
        await page.locator('main:not([aria-busy]) h1').waitFor();
        if (path.startsWith('/search')) {
          await page.locator('.result-row').first().waitFor();
        }
        await page.evaluate(
          `document.querySelectorAll('details').forEach((part) => (part.open = true))`,
        );
        expect({ path, ...phone, cut: await cutOff(path) }).toEqual({ path, ...phone, cut: [] });
      }
    }
    expect(browser.complaints).toEqual([]);
  });

  /** What is wider than its place. Candidates side by side may be moved to and fro, no other table is. */
  async function cutOff(path: string): Promise<unknown> {
    const parts = path.includes('/compare/') ? 'html' : 'html, .scrolling, .tabs, #menu a';
    return page.evaluate(
      `[...document.querySelectorAll('${parts}')]
        .filter((part) => part.scrollWidth > part.clientWidth)
        .map((part) => part.outerHTML.slice(0, 100))`,
    );
  }

  it('is a page of this server only', async () => {
    const headers = (await page.goto(`${app.url}/console/`))!.headers();
    expect(headers['content-type']).toContain('text/html');
    const policy = headers['content-security-policy'];
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain("script-src 'unsafe");
  });
});
