import { documentOf, documentOfText, styled } from '../../../../../test/support/resume-text';
import { type ExtractedDocument } from '../document/document';
import { type ExtractedProfile, extractProfile } from './extract-profile';

const extract = (document: ExtractedDocument): ExtractedProfile =>
  extractProfile(document, { skills: () => [], today: new Date('2026-11-20T00:00:00Z') });

const FULL =
  'Jane Doe\njane.doe@example.org\n\nExperience\nClerk, Acme Ltd, 2015 – 2021\n- Prepared monthly statements for the whole group and cut the close by two days in every quarter of the year\n\nEducation\nBSc Physics, Keele University, 2012\n\nSkills\nExcel, SAP, bookkeeping, reporting, audit';

describe('extraction quality', () => {
  it('is high for a resume with everything, and says what is missing', () => {
    const { quality, quality_reasons } = extract(documentOfText(FULL));
    expect(quality).toBeGreaterThan(0.9);
    expect(quality_reasons).toEqual(['no skills found']);
  });

  it('names columns and OCR', () => {
    const lines = FULL.split('\n');
    const { flags, quality_reasons } = extract({
      ...documentOf([
        ...lines,
        styled('Sidebar with skills and languages. '.repeat(9).trim(), { column: 1 }),
      ]),
      method: 'ocr',
    });
    expect(flags.map((flag) => flag.code)).toEqual(['ocr', 'two_columns']);
    expect(quality_reasons).toEqual(expect.arrayContaining(['OCR', 'two columns']));
  });

  it('keeps the flags of the document and repeats none', () => {
    const flag = { code: 'ocr', message: 'Read by OCR.', amount: 2 } as const;
    expect(extract({ ...documentOfText(FULL), method: 'mixed', flags: [flag] }).flags).toEqual([
      flag,
    ]);
  });

  it('falls when dates, contact data and headings are missing', () => {
    const { quality, flags } = extract(
      documentOfText('Some words of a letter that is no resume at all.'),
    );
    expect(flags.map((flag) => flag.code)).toEqual(
      expect.arrayContaining([
        'low_text',
        'no_dates_found',
        'no_contact_found',
        'no_sections_found',
      ]),
    );
    expect(quality).toBeLessThan(0.3);
  });

  it('is zero for a file without text', () => {
    expect(extract(documentOf([])).quality).toBe(0);
  });
});
