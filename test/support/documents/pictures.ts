import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';
import { collectPdf, DOCUMENT_DATE, liberationPath } from '../../../src/cli/demo/documents';
import { type PersonOverrides, samplePerson } from './people';
import { resumeLines } from './plain-text';

const FAMILY = 'Resume Sans';
/** A4 at 150 dots per inch, as an office scanner gives it. */
const PAGE = { width: 1_240, height: 1_754 };
const MARGIN = 110;
const LINE_HEIGHT = 31;

/** A picture of a resume: black text on white that only OCR can read. */
export function resumeImage(format: 'jpeg' | 'png', overrides: PersonOverrides = {}): Buffer {
  GlobalFonts.registerFromPath(liberationPath('regular'), FAMILY);
  const canvas = createCanvas(PAGE.width, PAGE.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, PAGE.width, PAGE.height);
  context.fillStyle = '#111111';
  let y = MARGIN;
  for (const [index, text] of resumeLines(samplePerson(overrides)).entries()) {
    const isName = index === 0;
    context.font = `${isName ? 44 : 22}px "${FAMILY}"`;
    for (const part of wrap(context, text, PAGE.width - 2 * MARGIN)) {
      context.fillText(part, MARGIN, y);
      y += isName ? 2 * LINE_HEIGHT : LINE_HEIGHT;
    }
  }
  return format === 'jpeg' ? canvas.toBuffer('image/jpeg', 90) : canvas.toBuffer('image/png');
}

function wrap(context: SKRSContext2D, text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && context.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** A PDF whose only page is a picture of a resume, as scanners make them: no character of text inside. */
export function imageOnlyPdf(overrides: PersonOverrides = {}): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    info: { CreationDate: DOCUMENT_DATE, ModDate: DOCUMENT_DATE },
  });
  const bytes = collectPdf(document);
  const { width, height } = document.page;
  document.image(resumeImage('jpeg', overrides), 0, 0, { width, height });
  document.end();
  return bytes;
}

/** A real JPEG without any text: a blue square. For uploads that are no resume at all. */
export function jpegBytes(): Buffer {
  const canvas = createCanvas(48, 48);
  const context = canvas.getContext('2d');
  context.fillStyle = '#3366cc';
  context.fillRect(0, 0, 48, 48);
  return canvas.toBuffer('image/jpeg', 80);
}
