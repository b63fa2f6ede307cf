import { Document, HeadingLevel, type IRunOptions, Packer, Paragraph, TextRun } from 'docx';
import { makeDocx, paragraph } from '../../../../../test/support/raw-documents/office';
import type { ExtractedDocument } from './document';
import { readDocx } from './docx-reader';

function linesOf({ content }: ExtractedDocument): string[] {
  return content.trimEnd().split('\n');
}

function flagOf(document: ExtractedDocument, code: string): number | null | undefined {
  return document.flags.find((flag) => flag.code === code)?.amount;
}

function cell(...paragraphs: string[]): string {
  return `<w:tc>${paragraphs.map((text) => paragraph(text)).join('')}</w:tc>`;
}

function textBox(content: string, more = ''): string {
  return `<wps:wsp>${more}<wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp>`;
}

function anchored(box: string, left = 0, top = 0): string {
  return `<w:drawing><wp:anchor><wp:positionH><wp:posOffset>${left}</wp:posOffset></wp:positionH><wp:positionV><wp:posOffset>${top}</wp:posOffset></wp:positionV><wp:extent cx="100" cy="100"/>${box}</wp:anchor></w:drawing>`;
}

describe('readDocx: text', () => {
  it('reads a file of a common generator with headings, sizes and weights', async () => {
    const look: IRunOptions = { text: 'Cook', bold: true, size: 28 };
    const bytes = await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Paragraph({ text: 'Experience', heading: HeadingLevel.HEADING_1 }),
              new Paragraph({ children: [new TextRun(look)] }),
            ],
          },
        ],
      }),
    );
    const document = await readDocx(bytes);
    expect(linesOf(document)).toEqual(['Experience', 'Cook']);
    expect(document.lines.map((line) => line.heading)).toEqual([true, false]);
    expect(document.lines[1]).toMatchObject({ bold: true, fontSize: 14 });
  });

  it('joins the runs that a word processor cuts words into', async () => {
    const body = '<w:p><w:r><w:t>Mi</w:t></w:r><w:proofErr/><w:r><w:t>ra</w:t></w:r></w:p>';
    expect((await readDocx(makeDocx({ body }))).content).toBe('Mira\n');
  });

  it('keeps tabs and line breaks', async () => {
    const body =
      '<w:p><w:r><w:t>Cook</w:t><w:tab/><w:t>2019</w:t><w:br/><w:t>Ghent</w:t></w:r></w:p>';
    expect((await readDocx(makeDocx({ body }))).content).toBe('Cook\t2019\nGhent\n');
  });

  it('counts pages by the breaks that were laid out', async () => {
    const body = `${paragraph('one')}<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r></w:p>`;
    const document = await readDocx(makeDocx({ body }));
    expect(document.lines.map((line) => line.page)).toEqual([1, 2]);
    expect(document.pageCount).toBe(2);
  });

  it('takes inherited looks and headings from styles', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:basedOn w:val="Base"/></w:style>';
    const body = paragraph('Skills', '', '<w:pStyle w:val="H"/>');
    const document = await readDocx(makeDocx({ body, parts: { 'styles.xml': styles } }));
    expect(document.lines[0]).toMatchObject({ heading: true, bold: true, fontSize: 20 });
  });

  it('takes the size of the standard where no style names one', async () => {
    const document = await readDocx(makeDocx({ body: paragraph('Skills') }));
    expect(document.lines[0]).toMatchObject({ fontSize: 10 });
  });

  it('writes the markers of lists', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2)"/></w:lvl></w:abstractNum>' +
      '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="?"/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>';
    const item = (text: string, id: number, level: number): string =>
      paragraph(text, '', `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);
    const body = [
      item('a', 1, 0),
      item('b', 1, 1),
      item('c', 1, 1),
      item('d', 1, 0),
      item('e', 2, 0),
    ].join('');
    const document = await readDocx(makeDocx({ body, parts: { 'numbering.xml': numbering } }));
    expect(linesOf(document)).toEqual(['1. a', '1a) b', '1b) c', '2. d', '• e']);
  });

  it('finds links of both kinds', async () => {
    const body =
      '<w:p><w:hyperlink r:id="l1"><w:r><w:t>my </w:t></w:r><w:r><w:t>page</w:t></w:r></w:hyperlink></w:p>' +
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>other</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
    const { content, links } = await readDocx(
      makeDocx({ body, links: { l1: 'https://example.org/a' } }),
    );
    expect(links.map((link) => [link.url, content.slice(link.start ?? 0, link.end ?? 0)])).toEqual([
      ['https://example.org/a', 'my page'],
      ['https://example.org/b', 'other'],
    ]);
  });

  it('finds the link behind a picture', async () => {
    const picture =
      '<w:drawing><wp:inline><wp:docPr><a:hlinkClick r:id="l1"/></wp:docPr></wp:inline></w:drawing>';
    const body = `${paragraph('Cook')}<w:p><w:r>${picture}</w:r></w:p>`;
    const { links } = await readDocx(makeDocx({ body, links: { l1: 'https://example.org/a' } }));
    expect(links).toEqual([{ url: 'https://example.org/a', start: null, end: null }]);
  });

  it('leaves out deleted text and keeps inserted text', async () => {
    const body =
      '<w:p><w:ins><w:r><w:t>kept</w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>';
    expect((await readDocx(makeDocx({ body }))).content).toBe('kept\n');
  });
});

describe('readDocx: layout', () => {
  it('reads headers first and footers last, each once', async () => {
    const header = paragraph('Mira Holm');
    const body = `${paragraph('Cook')}<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>`;
    const parts = {
      'header1.xml': header,
      'header2.xml': header,
      'footer1.xml': paragraph('Ghent'),
    };
    expect(linesOf(await readDocx(makeDocx({ body, parts })))).toEqual([
      'Mira Holm',
      'Cook',
      'Ghent',
    ]);
  });

  it('reads a text box once, although two forms of it are in the file', async () => {
    const content = paragraph('Mira Holm');
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${anchored(textBox(content))}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>${paragraph('Cook')}`;
    expect(linesOf(await readDocx(makeDocx({ body })))).toEqual(['Mira Holm', 'Cook']);
  });

  it('never takes the place of a drawing for text', async () => {
    const body = `<w:p><w:r>${anchored(textBox(paragraph('x')), -114300, 41275)}</w:r></w:p>`;
    expect((await readDocx(makeDocx({ body }))).content).toBe('x\n');
  });

  it('reads boxes of one anchor by their place on the page', async () => {
    const boxes = [
      anchored(textBox(paragraph('second')), 0, 5_000_000),
      anchored(textBox(paragraph('first')), 0, 1000),
    ].join('');
    const body = `<w:p><w:r>${boxes}</w:r></w:p>`;
    expect(linesOf(await readDocx(makeDocx({ body })))).toEqual(['first', 'second']);
  });

  it('reads the rows of a table across', async () => {
    const body = `<w:tbl><w:tr>${cell('Languages')}${cell('Dutch, French')}</w:tr><w:tr>${cell('Tools')}${cell('Ovens')}</w:tr></w:tbl>`;
    const document = await readDocx(makeDocx({ body }));
    expect(linesOf(document)).toEqual(['Languages\tDutch, French', 'Tools\tOvens']);
    expect(flagOf(document, 'two_columns')).toBeUndefined();
  });

  it('reads a table that lays the page out in columns column by column', async () => {
    const body = `<w:tbl><w:tr>${cell('Skills', 'Baking', 'Menus')}${cell('Experience', 'Cook', 'Baker')}</w:tr></w:tbl>`;
    const document = await readDocx(makeDocx({ body }));
    expect(linesOf(document)).toEqual(['Skills', 'Baking', 'Menus', 'Experience', 'Cook', 'Baker']);
    expect(document.lines.map((line) => line.column)).toEqual([0, 0, 0, 1, 1, 1]);
    expect(flagOf(document, 'two_columns')).toBeNull();
  });

  it('flags a section of two columns', async () => {
    const body = `${paragraph('x')}<w:sectPr><w:cols w:num="2"/></w:sectPr>`;
    expect(flagOf(await readDocx(makeDocx({ body })), 'two_columns')).toBeNull();
  });

  it('reads content controls and footnotes', async () => {
    const body = `<w:sdt><w:sdtContent>${paragraph('Mira Holm')}</w:sdtContent></w:sdt>`;
    const parts = {
      'footnotes.xml': `<w:footnote w:type="separator">${paragraph('---')}</w:footnote><w:footnote w:id="2">${paragraph('a note')}</w:footnote>`,
    };
    expect(linesOf(await readDocx(makeDocx({ body, parts })))).toEqual(['Mira Holm', 'a note']);
  });
});

describe('readDocx: what a person cannot see', () => {
  it.each([
    ['hidden', '<w:vanish/>'],
    ['white on white', '<w:color w:val="FFFFFF"/>'],
    ['under two points', '<w:sz w:val="2"/>'],
  ])('leaves out text %s and says so', async (_, properties) => {
    const body = paragraph('Cook') + paragraph('secret', properties);
    const document = await readDocx(makeDocx({ body }));
    expect(linesOf(document)).toEqual(['Cook']);
    expect(flagOf(document, 'hidden_text')).toBe(6);
  });

  it('leaves out what a style hides', async () => {
    const styles = '<w:style w:type="character" w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style>';
    const body = paragraph('Cook') + paragraph('secret', '<w:rStyle w:val="S"/>');
    const document = await readDocx(makeDocx({ body, parts: { 'styles.xml': styles } }));
    expect(flagOf(document, 'hidden_text')).toBe(6);
  });

  it('keeps white text on a dark cell, paragraph and box', async () => {
    const white = '<w:color w:val="FFFFFF"/>';
    const dark = '<w:shd w:fill="223344"/>';
    const fill = '<wps:spPr><a:solidFill><a:srgbClr val="223344"/></a:solidFill></wps:spPr>';
    const body = [
      `<w:tbl><w:tr><w:tc><w:tcPr>${dark}</w:tcPr>${paragraph('one', white)}</w:tc></w:tr></w:tbl>`,
      paragraph('two', white, dark),
      `<w:p><w:r>${anchored(textBox(paragraph('three', white), fill))}</w:r></w:p>`,
    ].join('');
    const document = await readDocx(makeDocx({ body }));
    expect(linesOf(document)).toEqual(['one', 'two', 'three']);
    expect(flagOf(document, 'hidden_text')).toBeUndefined();
  });

  it('finds white text in a white box', async () => {
    const fill = '<wps:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></wps:spPr>';
    const box = textBox(paragraph('secret', '<w:color w:val="FFFFFF"/>'), fill);
    const body = `${paragraph('Cook')}<w:p><w:r>${anchored(box)}</w:r></w:p>`;
    expect(flagOf(await readDocx(makeDocx({ body })), 'hidden_text')).toBe(6);
  });
});

describe('readDocx: refusals', () => {
  it('says that a password is needed', async () => {
    const bytes = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    await expect(readDocx(bytes)).rejects.toMatchObject({ reason: 'encrypted' });
  });

  it('refuses a truncated file', async () => {
    const bytes = makeDocx({ body: paragraph('Mira Holm') });
    await expect(readDocx(bytes.subarray(0, bytes.length - 30))).rejects.toMatchObject({
      reason: 'corrupt',
    });
  });

  it('refuses entities', async () => {
    const body = paragraph('&x;');
    await expect(readDocx(makeDocx({ body }))).rejects.toMatchObject({ reason: 'corrupt' });
  });
});
