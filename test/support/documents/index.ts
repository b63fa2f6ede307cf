/**
 * Files for tests, made in memory by the generators of the demonstration: every person is invented and
 * nothing is read from disk but the font that pdfjs-dist brings.
 *
 * - `resumePdf`, `resumeDocx`, `textResume`: one resume; state the fields that matter to the test, the
 *   rest comes from `samplePerson`, which is also the truth to compare a parsed profile with.
 * - `uniqueResumePdf(n)`: the n-th of up to 12,000 different people, about 4 ms each; `uniquePerson(n)`
 *   says what is in it.
 * - `encryptedPdf`, `imageOnlyPdf`, `resumeImage`, `jpegBytes`: files that need a password or OCR, or
 *   are no resume.
 * - `docxOf`, `zipOf`: archives with exactly the given XML or entries, for hidden text, text boxes,
 *   bombs and paths that lead out of the folder.
 *
 * Equal arguments give equal bytes, with the one exception of `encryptedPdf`. A file that should differ
 * from another must therefore differ in a field.
 */
import {
  type DocxLayout,
  type PdfLayout,
  renderDocx,
  renderPdf,
  zipOf,
} from '../../../src/cli/demo/documents';
import { type PersonOverrides, samplePerson, uniquePerson } from './people';
import { resumeLines } from './plain-text';

export {
  DOCX_MIME,
  type DocxLayout,
  PDF_MIME,
  type PdfLayout,
  unzip,
  zipOf,
} from '../../../src/cli/demo/documents';
export { type PersonOverrides, samplePerson, UNIQUE_PEOPLE, uniquePerson } from './people';
export { imageOnlyPdf, jpegBytes, resumeImage } from './pictures';

export function resumePdf(
  overrides: PersonOverrides = {},
  layout: PdfLayout = 'classic',
): Promise<Buffer> {
  return renderPdf(samplePerson(overrides), layout);
}

export function resumeDocx(
  overrides: PersonOverrides = {},
  layout: DocxLayout = 'headings',
): Promise<Buffer> {
  return renderDocx(samplePerson(overrides), layout);
}

/** UTF-8 with line feeds. */
export function textResume(overrides: PersonOverrides = {}): Buffer {
  return Buffer.from(`${resumeLines(samplePerson(overrides)).join('\n')}\n`);
}

/** The layouts that embed no font and are quick to make. */
const QUICK_LAYOUTS: readonly PdfLayout[] = ['classic', 'modern', 'sidebar_left'];

/** A text PDF of `uniquePerson(n)`, for loads of many files. */
export function uniqueResumePdf(n: number): Promise<Buffer> {
  return renderPdf(uniquePerson(n), QUICK_LAYOUTS[n % QUICK_LAYOUTS.length] ?? 'classic');
}

/** A valid resume that nobody can open without the password. */
export function encryptedPdf(userPassword = 'open-sesame'): Promise<Buffer> {
  return renderPdf(samplePerson(), 'classic', { userPassword });
}

/**
 * The smallest DOCX with the given content of `w:body`. The prefixes w, mc, wps, v and r are declared.
 * `parts` adds or replaces files: headers, relationships, anything a test wants to be strange.
 */
export function docxOf(bodyXml: string, parts: Readonly<Record<string, string>> = {}): Buffer {
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': PACKAGE_RELATIONSHIPS,
    'word/document.xml': `${XML}<w:document ${NAMESPACES}><w:body>${bodyXml}</w:body></w:document>`,
    ...parts,
  };
  return zipOf(Object.entries(files).map(([name, data]) => ({ name, data })));
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
].join(' ');
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const CONTENT_TYPES = [
  `${XML}<Types xmlns="${PACKAGE}/content-types">`,
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
  `<Default Extension="xml" ContentType="application/xml"/>`,
  `<Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>`,
  '</Types>',
].join('');
const PACKAGE_RELATIONSHIPS = [
  `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" `,
  'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" ',
  'Target="word/document.xml"/></Relationships>',
].join('');
