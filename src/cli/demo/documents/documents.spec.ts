import { DEMO_CANDIDATES } from '../people';
import { type DemoPerson } from '../person';
import { renderDocx } from './docx';
import { DOCX_LAYOUTS, PDF_LAYOUTS } from './layouts';
import { renderPdf } from './pdf';
import { unzip } from './zip';

const person = personOf(0);

describe.each(PDF_LAYOUTS)('the PDF layout %s', (layout) => {
  it('carries everything that is true about the person', async () => {
    const { pages } = await readPdf(await renderPdf(person, layout));

    expectAllFacts(pages.join(' '), person);
  });

  it('goes on over further pages without losing a line', async () => {
    const bullets = Array.from(
      { length: 60 },
      (_, index) => `Line number ${index} of a long career.`,
    );
    const veteran = {
      ...person,
      positions: person.positions.map((position) => ({ ...position, bullets })),
    };

    const { pages } = await readPdf(await renderPdf(veteran, layout));

    expect(pages.length).toBeGreaterThan(2);
    expectAllFacts(pages.join(' '), veteran);
    expect(pages.join(' ').match(/Line number 59 /g)).toHaveLength(veteran.positions.length);
  });

  it('writes letters beyond Western Europe as they are', async () => {
    const { pages } = await readPdf(await renderPdf({ ...person, name: 'Łukasz Дельта' }, layout));

    expect(pages[0]).toContain('Łukasz Дельта');
  });

  it('refuses letters that it would have to draw as empty boxes', async () => {
    await expect(async () => renderPdf({ ...person, name: '山田 花子' }, layout)).rejects.toThrow(
      RangeError,
    );
  });

  it('is the same file at another time', async () => {
    await expectEqualBytes(() => renderPdf(person, layout));
  });
});

it('links the e-mail address and the profiles where a layout shows them as links', async () => {
  const { links } = await readPdf(await renderPdf(person, 'sidebar_left'));

  expect(links).toEqual([
    `mailto:${person.email}`,
    ...person.links.map((link) => `https://${link}`),
  ]);
});

it('opens an encrypted PDF with the password only', async () => {
  const bytes = await renderPdf(person, 'classic', { userPassword: 'secret' });

  await expect(readPdf(bytes)).rejects.toThrow(/password/i);
  expect((await readPdf(bytes, 'secret')).pages[0]).toContain(person.name);
});

describe.each(DOCX_LAYOUTS)('the DOCX layout %s', (layout) => {
  it('carries everything that is true about the person', async () => {
    expectAllFacts(readDocx(await renderDocx(person, layout)).text, person);
  });

  it('resolves each of its links', async () => {
    const { parts } = readDocx(await renderDocx(person, layout));
    const ids = [...parts.matchAll(/r:id="(rIdLink\d+)"/g)].map((match) => match[1]);

    expect(ids.length).toBe(1 + person.links.length);
    for (const id of ids) {
      expect(parts).toContain(`Id="${id}"`);
    }
  });

  it('is the same file at another time', async () => {
    await expectEqualBytes(() => renderDocx(person, layout));
  });
});

it('puts the name into a text box or the page header where the layout says so', async () => {
  const textBox = unzip(await renderDocx(person, 'text_box'));
  const pageHeader = unzip(await renderDocx(person, 'page_header'));

  expect(partOf(textBox, 'word/document.xml')).toMatch(
    new RegExp(`<w:txbxContent>.*${person.name}.*</w:txbxContent>`),
  );
  expect(partOf(pageHeader, 'word/document.xml')).not.toContain(person.name);
  expect(partOf(pageHeader, 'word/header1.xml')).toContain(person.name);
});

function personOf(index: number): DemoPerson {
  const candidate = DEMO_CANDIDATES[index];
  if (candidate === undefined) {
    throw new RangeError('No such candidate');
  }
  return candidate.person;
}

function expectAllFacts(text: string, { positions, ...facts }: DemoPerson): void {
  const flat = squeeze(text);
  const expected = [
    facts.name,
    facts.headline,
    facts.email,
    facts.phone,
    facts.location,
    facts.summary,
    ...facts.links,
    ...facts.skills,
    ...positions.flatMap(({ title, employer, bullets }) => [title, employer, ...bullets]),
    ...facts.educations.flatMap(({ school, degree }) => [school, degree]),
    ...facts.projects.flatMap(({ name, description }) => [name, description]),
    ...facts.certifications.map(({ name }) => name),
    ...facts.languages.map(({ name }) => name),
  ];
  expect(expected.filter((fact) => !flat.includes(squeeze(fact)))).toEqual([]);
}

/** Line ends and spaced headings differ from layout to layout; the letters do not. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

async function readPdf(
  bytes: Buffer,
  password?: string,
): Promise<{ pages: readonly string[]; links: readonly string[] }> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    ...(password === undefined ? {} : { password }),
  });
  const document = await task.promise;
  const pages: string[] = [];
  const links: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    for (const annotation of await page.getAnnotations()) {
      links.push(annotation.unsafeUrl);
    }
  }
  await task.destroy();
  return { pages, links };
}

function readDocx(bytes: Buffer): { text: string; parts: string } {
  const parts = unzip(bytes)
    .filter(({ name }) => /^word\/(_rels\/)?(document|header\d)\.xml/.test(name))
    .map(({ data }) => data.toString('utf8'))
    .join('\n');
  const text = parts
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&apos;', "'");
  return { text, parts };
}

function partOf(entries: readonly { name: string; data: Buffer }[], name: string): string {
  return entries.find((entry) => entry.name === name)?.data.toString('utf8') ?? '';
}

/** Only the clock is faked: streams need the real timers. */
async function expectEqualBytes(render: () => Promise<Buffer>): Promise<void> {
  const first = await render();
  const realTime = Date.now();
  jest.useFakeTimers({
    now: realTime + 86_400_000,
    doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setInterval', 'setTimeout'],
  });
  try {
    expect((await render()).equals(first)).toBe(true);
  } finally {
    jest.useRealTimers();
  }
}
