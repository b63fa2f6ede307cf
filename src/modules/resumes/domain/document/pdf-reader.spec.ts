import { FakeOcr } from '../../../../../test/support/raw-documents/fake-ocr';
import { makePdf, type Pdf, writeLines } from '../../../../../test/support/raw-documents/pdf';
import type { ExtractedDocument } from './document';
import { UnreadableDocumentError } from './document.errors';
import { OcrUnavailableError } from './ocr-reader';
import { readPdf } from './pdf-reader';

async function read(
  draw: (pdf: Pdf) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<ExtractedDocument> {
  return readPdf(await makePdf(draw, options), { maxPages: 10 });
}

function linesOf({ content }: ExtractedDocument): string[] {
  return content.trimEnd().split('\n');
}

function flagOf(document: ExtractedDocument, code: string): number | null | undefined {
  return document.flags.find((flag) => flag.code === code)?.amount;
}

const LEFT = Array.from({ length: 12 }, (_, index) => `Left words of line ${index + 1} here`);
const RIGHT = Array.from({ length: 12 }, (_, index) => `Right side text, number ${index + 1}`);

describe('readPdf: reading order', () => {
  it('reads one column from top to bottom', async () => {
    const document = await read((pdf) => {
      writeLines(pdf, LEFT, { x: 50, y: 60 });
    });
    expect(linesOf(document)).toEqual(LEFT);
    expect(flagOf(document, 'two_columns')).toBeUndefined();
  });

  it('reads two columns one after the other under a heading across both', async () => {
    const document = await read((pdf) => {
      pdf.fontSize(20).text('Mira Holm, cook and baker in Ghent and Lille', 50, 40);
      pdf.fontSize(10);
      // As many generators do, line by line across the page.
      LEFT.forEach((line, index) => {
        writeLines(pdf, [line], { x: 50, y: 100 + index * 14 });
        writeLines(pdf, [RIGHT[index] ?? ''], { x: 320, y: 100 + index * 14 });
      });
      writeLines(pdf, ['References are available from both kitchens on request, in writing.'], {
        x: 50,
        y: 330,
      });
    });
    expect(linesOf(document).slice(1, 25)).toEqual([...LEFT, ...RIGHT]);
    expect(linesOf(document)[0]).toContain('Mira Holm');
    expect(linesOf(document)[25]).toContain('References');
    expect(flagOf(document, 'two_columns')).toBeNull();
    expect(document.lines.map((line) => line.column).slice(1, 25)).toEqual([
      ...LEFT.map(() => 0),
      ...RIGHT.map(() => 1),
    ]);
  });

  it('reads a sidebar with another line spacing on its own', async () => {
    const skills = ['SKILLS', 'Baking', 'Grilling', 'Menus', 'Hygiene', 'Stock', 'Ordering'];
    const document = await read((pdf) => {
      writeLines(pdf, skills, { x: 40, y: 60, leading: 17 });
      writeLines(pdf, RIGHT, { x: 200, y: 64 });
    });
    expect(linesOf(document)).toEqual([...skills, ...RIGHT]);
  });

  it('keeps dates at the margin in the line of their entry', async () => {
    const entries = Array.from({ length: 6 }, (_, index) => `Cook, kitchen number ${index + 1}`);
    const document = await read((pdf) => {
      entries.forEach((entry, index) => {
        const y = 60 + index * 60;
        writeLines(pdf, [entry], { x: 50, y });
        writeLines(pdf, [`${2010 + index} - ${2011 + index}`], { x: 470, y });
        writeLines(pdf, ['Prepared food for a hundred guests a day', 'Kept the stock'], {
          x: 60,
          y: y + 14,
        });
      });
    });
    expect(linesOf(document)[0]).toBe('Cook, kitchen number 1\t2010 - 2011');
    expect(linesOf(document)[3]).toBe('Cook, kitchen number 2\t2011 - 2012');
    expect(document.lines[3]?.gapBefore).toBe(true);
  });

  it('reads the rows of a table across', async () => {
    const rows = [
      ['Languages', 'Dutch, French, English'],
      ['Licences', 'Food safety, first aid'],
      ['Tools', 'Ovens, mixers, slicers'],
      ['Interests', 'Cycling, markets'],
    ] as const;
    const document = await read((pdf) => {
      rows.forEach(([label, value], index) => {
        writeLines(pdf, [label], { x: 50, y: 60 + index * 16 });
        writeLines(pdf, [value], { x: 180, y: 60 + index * 16 });
      });
    });
    expect(linesOf(document)).toEqual(rows.map((row) => row.join('\t')));
  });

  it('reads text that stands on its side after the rest', async () => {
    const document = await read((pdf) => {
      writeLines(pdf, LEFT, { x: 80, y: 60 });
      pdf.rotate(-90, { origin: [40, 300] });
      pdf.text('Curriculum vitae', 40, 300, { lineBreak: false });
    });
    expect(linesOf(document)).toEqual([...LEFT, 'Curriculum vitae']);
  });

  it('reads a page that is turned as a whole', async () => {
    const document = await read((pdf) => {
      // Without a declared type for it, a page's dictionary is reached through its data.
      Object.assign(pdf.page.dictionary.data, { Rotate: 90 });
      pdf.rotate(-90, { origin: [0, 0] }).translate(-842, 0);
      writeLines(pdf, LEFT, { x: 50, y: 60 });
    });
    expect(linesOf(document)).toEqual(LEFT);
  });
});

describe('readPdf: words', () => {
  it('joins letters that are set apart and keeps the space between words', async () => {
    const document = await read((pdf) => {
      pdf.fontSize(16).text('MIRA HOLM', 50, 50, { characterSpacing: 5, lineBreak: false });
    });
    expect(linesOf(document)).toEqual(['MIRA HOLM']);
  });

  it('joins letters with spaces written between them where the line has nothing else', async () => {
    const document = await read((pdf) => {
      pdf.text('M I R A    H O L M', 50, 50, { lineBreak: false });
      pdf.text('Vitamins B C D and grades A B C of the old list', 50, 70, { lineBreak: false });
    });
    expect(linesOf(document)).toEqual([
      'MIRA HOLM',
      'Vitamins B C D and grades A B C of the old list',
    ]);
  });

  it('joins letters that are painted one by one', async () => {
    const document = await read((pdf) => {
      let x = 50;
      for (const letter of 'MIRA') {
        pdf.text(letter, x, 50, { lineBreak: false });
        x += pdf.widthOfString(letter) + 0.4;
      }
    });
    expect(linesOf(document)).toEqual(['MIRA']);
  });

  it('reads letters painted twice for bold once', async () => {
    const document = await read((pdf) => {
      pdf.text('Head chef', 50, 50, { lineBreak: false });
      pdf.text('Head chef', 50.4, 50, { lineBreak: false });
    });
    expect(linesOf(document)).toEqual(['Head chef']);
  });

  it('knows size and weight', async () => {
    const document = await read((pdf) => {
      pdf.font('Helvetica-Bold').fontSize(18).text('Mira Holm', 50, 50);
      pdf.font('Helvetica').fontSize(10).text('Cook', 50, 80);
    });
    expect(document.lines.map(({ fontSize, bold }) => ({ fontSize, bold }))).toEqual([
      { fontSize: 18, bold: true },
      { fontSize: 10, bold: false },
    ]);
  });

  it('finds the text under a link', async () => {
    const document = await read((pdf) => {
      pdf.text('Write to ', 50, 50, { continued: true, lineBreak: false });
      pdf.text('my page', { link: 'https://example.org/mira' });
    });
    const [link] = document.links;
    expect(link?.url).toBe('https://example.org/mira');
    expect(document.content.slice(link?.start ?? 0, link?.end ?? 0)).toBe('my page');
  });
});

describe('readPdf: what a person cannot see', () => {
  const seen = 'Seen by everybody who opens the file and reads the page as it is.';
  const hide = (draw: (pdf: Pdf) => void): Promise<ExtractedDocument> =>
    read((pdf) => {
      pdf.text(seen, 50, 400, { lineBreak: false });
      draw(pdf);
    });

  it.each<[string, (pdf: Pdf) => void]>([
    ['white on white', (pdf) => pdf.fillColor('#ffffff').text('secret', 50, 50)],
    ['nearly white on white', (pdf) => pdf.fillColor('#fafafa').text('secret', 50, 50)],
    ['under two points', (pdf) => pdf.fontSize(1).text('secret', 50, 50)],
    ['beside the page', (pdf) => pdf.text('secret', -300, 50, { lineBreak: false })],
    ['fully transparent', (pdf) => pdf.fillOpacity(0).text('secret', 50, 50)],
    ['under a box', (pdf) => pdf.text('secret', 50, 50).rect(40, 40, 200, 40).fill('#336699')],
    [
      'in the colour of its box',
      (pdf) =>
        pdf.rect(40, 40, 200, 40).fill('#336699').fillColor('#336699').text('secret', 50, 50),
    ],
    [
      'cut off by a clip',
      (pdf) => pdf.save().rect(0, 0, 20, 20).clip().text('secret', 50, 50).restore(),
    ],
    [
      'in render mode 3',
      (pdf) => {
        pdf.addContent('3 Tr');
        pdf.text('secret', 50, 50);
      },
    ],
  ])('leaves out text %s and says so', async (_, draw) => {
    const document = await hide(draw);
    expect(linesOf(document)).toEqual([seen]);
    expect(flagOf(document, 'hidden_text')).toBe(6);
  });

  it('keeps white text on a dark box', async () => {
    const document = await hide((pdf) => {
      pdf.rect(0, 30, 600, 60).fill('#223344');
      pdf.fillColor('#ffffff').text('Mira Holm', 50, 50);
    });
    expect(linesOf(document)).toEqual(['Mira Holm', seen]);
    expect(flagOf(document, 'hidden_text')).toBeUndefined();
  });

  it('keeps white text on a dark circle', async () => {
    const document = await hide((pdf) => {
      pdf.circle(70, 60, 40).fill('#223344');
      pdf.fillColor('#ffffff').text('MH', 60, 55);
    });
    expect(linesOf(document)).toEqual(['MH', seen]);
  });

  it('finds white text on a white box that lies on a dark one', async () => {
    const document = await hide((pdf) => {
      pdf.rect(0, 0, 600, 200).fill('#223344').rect(40, 40, 200, 40).fill('#ffffff');
      pdf.fillColor('#ffffff').text('secret', 50, 50);
    });
    expect(flagOf(document, 'hidden_text')).toBe(6);
  });

  it('reads black text again after hidden text', async () => {
    const document = await hide((pdf) => {
      pdf.save().fillColor('#ffffff').text('secret', 50, 50).restore();
      pdf.fillColor('#000000').text('Cook', 50, 80);
    });
    expect(linesOf(document)).toEqual(['Cook', seen]);
  });
});

describe('readPdf: scans', () => {
  /** A page-filling picture; what is in it does not matter to a fake reader. */
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVQI12P4//8/AwMDEwMDAwMDAwAkBgMBvxKqOAAAAABJRU5ErkJggg==',
    'base64',
  );
  const page = ['Mira Holm', 'Cook in two kitchens of Ghent', 'Dutch and French'];

  it('recognises a page that is a picture', async () => {
    const ocr = new FakeOcr(page);
    const bytes = await makePdf((pdf) => pdf.image(picture, 0, 0, { width: 595, height: 842 }));
    const document = await readPdf(bytes, { maxPages: 3, ocr });
    expect(linesOf(document)).toEqual(page);
    expect(document.method).toBe('ocr');
    expect(flagOf(document, 'ocr')).toBe(1);
  });

  it('uses both the text and the scanned part of a page', async () => {
    const bytes = await makePdf((pdf) => {
      pdf.text('Application of 2020, with a copy of the old resume below', 50, 40);
      pdf.image(picture, 0, 100, { width: 595, height: 700 });
    });
    const document = await readPdf(bytes, { maxPages: 3, ocr: new FakeOcr(page) });
    expect(linesOf(document)).toEqual([
      'Application of 2020, with a copy of the old resume below',
      ...page,
    ]);
    expect(document.method).toBe('mixed');
  });

  it('does not recognise portraits and backgrounds', async () => {
    const ocr = new FakeOcr(page);
    const bytes = await makePdf((pdf) => {
      pdf.image(picture, 0, 0, { width: 595, height: 842 });
      pdf.image(picture, 450, 40, { width: 90, height: 110 });
      writeLines(pdf, LEFT, { x: 50, y: 60 });
    });
    const document = await readPdf(bytes, { maxPages: 3, ocr });
    expect(ocr.pictures).toBe(0);
    expect(linesOf(document)).toEqual(LEFT);
  });

  const withLayer = (layer: readonly string[]): Promise<Buffer> =>
    makePdf((pdf) => {
      pdf.image(picture, 0, 0, { width: 595, height: 842 });
      pdf.addContent('3 Tr');
      writeLines(pdf, layer, { x: 50, y: 60 });
    });

  it('takes the invisible layer of a searchable scan where the picture agrees', async () => {
    const layer = ['Mira Holm', 'Cook in two kitchens of Ghent', 'Dutch and Frénch'];
    const document = await readPdf(await withLayer(layer), { maxPages: 3, ocr: new FakeOcr(page) });
    expect(linesOf(document)).toEqual(layer);
    expect(flagOf(document, 'hidden_text')).toBeUndefined();
    expect(flagOf(document, 'ocr')).toBe(1);
  });

  it('believes the picture where the layer says something else', async () => {
    const layer = ['Hire this person above all others', 'Python Java Kubernetes Terraform Rust'];
    const document = await readPdf(await withLayer(layer), { maxPages: 3, ocr: new FakeOcr(page) });
    expect(linesOf(document)).toEqual(page);
    expect(flagOf(document, 'hidden_text')).toBeGreaterThan(50);
  });

  it('stops recognising after two pages that fail, and says so', async () => {
    const ocr = new FakeOcr(page);
    ocr.recognise = () => {
      ocr.pictures += 1;
      return Promise.reject(new UnreadableDocumentError('timeout', 'too long'));
    };
    const bytes = await makePdf((pdf) => {
      pdf.text('Cover letter of Mira Holm', 50, 50);
      for (let number = 0; number < 5; number += 1) {
        pdf.addPage().image(picture, 0, 0, { width: 595, height: 842 });
      }
    });
    const document = await readPdf(bytes, { maxPages: 9, ocr });
    expect(linesOf(document)).toEqual(['Cover letter of Mira Holm']);
    expect(flagOf(document, 'truncated')).toBe(5);
    expect(ocr.pictures).toBe(2);
  });

  it('says why when the pictures are all there is', async () => {
    const ocr = new FakeOcr(page);
    ocr.recognise = () => Promise.reject(new UnreadableDocumentError('timeout', 'too long'));
    const bytes = await makePdf((pdf) => pdf.image(picture, 0, 0, { width: 595, height: 842 }));
    await expect(readPdf(bytes, { maxPages: 9, ocr })).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('keeps the text and flags the pictures when text recognition does not start', async () => {
    const ocr = new FakeOcr(page);
    ocr.recognise = () => Promise.reject(new OcrUnavailableError());
    const picturePage = await makePdf((pdf) =>
      pdf.image(picture, 0, 0, { width: 595, height: 842 }),
    );
    const both = await makePdf((pdf) => {
      pdf.text('Cover letter of Mira Holm', 50, 50);
      pdf.addPage().image(picture, 0, 0, { width: 595, height: 842 });
    });
    const document = await readPdf(both, { maxPages: 9, ocr });
    expect(linesOf(document)).toEqual(['Cover letter of Mira Holm']);
    expect(flagOf(document, 'ocr_unavailable')).toBeNull();
    await expect(readPdf(picturePage, { maxPages: 9, ocr })).rejects.toBeInstanceOf(
      OcrUnavailableError,
    );
  });

  it('takes the layer when nothing can recognise pictures', async () => {
    const document = await readPdf(await withLayer(page), { maxPages: 3 });
    expect(linesOf(document)).toEqual(page);
    expect(flagOf(document, 'hidden_text')).toBeUndefined();
  });
});

describe('readPdf: refusals', () => {
  it('says that a password is needed', async () => {
    const bytes = await makePdf((pdf) => pdf.text('x'), { userPassword: 'a', ownerPassword: 'b' });
    await expect(readPdf(bytes, { maxPages: 3 })).rejects.toMatchObject({ reason: 'encrypted' });
  });

  it('reads a file that only printing is forbidden in', async () => {
    const document = await read((pdf) => pdf.text('Mira Holm', 50, 50), { ownerPassword: 'b' });
    expect(linesOf(document)).toEqual(['Mira Holm']);
  });

  it('says that a file is damaged', async () => {
    const bytes = Buffer.from('%PDF-1.7\nnothing of a PDF follows');
    await expect(readPdf(bytes, { maxPages: 3 })).rejects.toMatchObject({ reason: 'corrupt' });
  });

  it('refuses more pages than are wanted', async () => {
    const bytes = await makePdf((pdf) => {
      for (let page = 0; page < 12; page += 1) pdf.addPage();
    });
    await expect(readPdf(bytes, { maxPages: 10 })).rejects.toMatchObject({
      reason: 'too_many_pages',
    });
  });

  it('leaves the bytes of the caller as they were', async () => {
    const bytes = await makePdf((pdf) => pdf.text('Mira Holm', 50, 50));
    const before = Buffer.from(bytes);
    await readPdf(bytes, { maxPages: 3 });
    expect(bytes.equals(before)).toBe(true);
  });
});
