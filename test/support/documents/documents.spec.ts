import {
  docxOf,
  encryptedPdf,
  imageOnlyPdf,
  jpegBytes,
  resumeDocx,
  resumeImage,
  resumePdf,
  textResume,
  UNIQUE_PEOPLE,
  uniquePerson,
  uniqueResumePdf,
  unzip,
} from './index';

it('makes a resume of each format with the fields that the test states', async () => {
  const name = 'Test Person';

  expect(textResume({ name }).toString('utf8')).toMatch(/^Test Person\n/);
  expect((await resumePdf({ name })).equals(await resumePdf())).toBe(false);
  expect(
    unzip(await resumeDocx({ name }))
      .map(({ data }) => data.toString('utf8'))
      .join(''),
  ).toContain(name);
});

it('knows thousands of people, no two with the same name, e-mail or telephone number', () => {
  const people = Array.from({ length: UNIQUE_PEOPLE }, (_, n) => uniquePerson(n));

  for (const field of ['name', 'email', 'phone'] as const) {
    expect(new Set(people.map((person) => person[field])).size).toBe(UNIQUE_PEOPLE);
  }
  expect(() => uniquePerson(UNIQUE_PEOPLE)).toThrow(RangeError);
});

it('makes the same unique file for the same number, another for the next', async () => {
  const [first, again, next] = await Promise.all([7, 7, 8].map((n) => uniqueResumePdf(n)));

  expect(first?.equals(again ?? Buffer.alloc(0))).toBe(true);
  expect(first?.equals(next ?? Buffer.alloc(0))).toBe(false);
});

it('makes files that need a password or OCR, and pictures', async () => {
  expect((await encryptedPdf()).toString('latin1')).toContain('/Encrypt');
  const scan = (await imageOnlyPdf()).toString('latin1');
  expect(scan).toContain('/Subtype /Image');
  expect(scan).not.toContain('/Font <<');
  expect(jpegBytes().subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  expect(resumeImage('png').subarray(1, 4).toString('latin1')).toBe('PNG');
});

it('wraps any body in a DOCX, and lets a test replace its parts', () => {
  const parts = unzip(docxOf('<w:p/>', { 'word/header1.xml': '<w:hdr/>' }));

  expect(parts.map(({ name }) => name)).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'word/document.xml',
    'word/header1.xml',
  ]);
});
