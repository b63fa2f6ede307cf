import { makeDoc } from '../../../../../test/support/raw-documents/doc';
import { makeOdt } from '../../../../../test/support/raw-documents/office';
import { readDoc } from './doc-reader';
import type { ExtractedDocument } from './document';
import { readHtml } from './html-reader';
import { readOdt } from './odt-reader';
import { readRtf } from './rtf-reader';

function linesOf({ content }: ExtractedDocument): string[] {
  return content.trimEnd().split('\n');
}

function flagOf(document: ExtractedDocument, code: string): number | null | undefined {
  return document.flags.find((flag) => flag.code === code)?.amount;
}

function linksOf({ content, links }: ExtractedDocument): (readonly string[])[] {
  return links.map((link) => [link.url, content.slice(link.start ?? 0, link.end ?? 0)]);
}

describe('readDoc', () => {
  it('reads paragraphs, weights and tables of a binary Word file', () => {
    const document = readDoc(
      makeDoc([{ text: 'Mira Holm\r', bold: true }, { text: 'Caf\u00e9 cook \x96 Ghent\r' }]),
    );
    expect(linesOf(document)).toEqual(['Mira Holm', 'Café cook – Ghent']);
    expect(document.lines.map((line) => line.bold)).toEqual([true, false]);
  });

  it('leaves out hidden text and says so', () => {
    const document = readDoc(
      makeDoc([{ text: 'Cook' }, { text: 'secret', hidden: true }, { text: '\r' }]),
    );
    expect(linesOf(document)).toEqual(['Cook']);
    expect(flagOf(document, 'hidden_text')).toBe(6);
  });

  it('shows the result of a field and not its code', () => {
    const field = '\x13 HYPERLINK "https://example.org" \x14my page\x15\r';
    const document = readDoc(makeDoc([{ text: field }]));
    expect(linesOf(document)).toEqual(['my page']);
    expect(linksOf(document)).toEqual([['https://example.org', 'my page']]);
  });

  it('says that a password is needed', () => {
    expect(() => readDoc(makeDoc([{ text: 'x\r' }], { encrypted: true }))).toThrow(
      expect.objectContaining({ reason: 'encrypted' }) as Error,
    );
  });

  it('refuses a chain of sectors that runs in a circle', () => {
    const bytes = makeDoc([{ text: 'x\r' }]);
    // The first entry after the directory's: the text stream's first sector points at itself.
    bytes.writeUInt32LE(2, 512 + 2 * 4);
    expect(() => readDoc(bytes)).toThrow(expect.objectContaining({ reason: 'corrupt' }) as Error);
  });
});

describe('readOdt', () => {
  it('reads headings, lists, tables, links and spaces', async () => {
    const document = await readOdt(
      makeOdt(
        '<text:h>Mira Holm</text:h><text:p>Cook<text:s text:c="2"/>in<text:tab/>Ghent</text:p>' +
          '<text:list><text:list-item><text:p>Baking</text:p></text:list-item></text:list>' +
          '<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>' +
          '<text:p><text:a xlink:href="https://example.org">my page</text:a></text:p>',
      ),
    );
    expect(linesOf(document)).toEqual([
      'Mira Holm',
      'Cook  in\tGhent',
      '• Baking',
      'A\tB',
      'my page',
    ]);
    expect(document.lines[0]?.heading).toBe(true);
    expect(linksOf(document)).toEqual([['https://example.org', 'my page']]);
  });

  it('leaves out hidden and white text and says so', async () => {
    const styles =
      '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>' +
      '<style:style style:name="W"><style:text-properties fo:color="#ffffff"/></style:style>';
    const document = await readOdt(
      makeOdt(
        '<text:p>Cook<text:span text:style-name="H">secret</text:span><text:span text:style-name="W">secret</text:span></text:p>',
        styles,
      ),
    );
    expect(linesOf(document)).toEqual(['Cook']);
    expect(flagOf(document, 'hidden_text')).toBe(12);
  });

  it('reads text boxes and headers, and no comments', async () => {
    const styles = {
      name: 'styles.xml',
      data: '<office:document-styles><office:master-styles><style:master-page><style:header><text:p>Mira Holm</text:p></style:header></style:master-page></office:master-styles></office:document-styles>',
    };
    const document = await readOdt(
      makeOdt(
        '<text:p>Cook<draw:frame><draw:text-box><text:p>Ghent</text:p></draw:text-box></draw:frame><office:annotation><text:p>a comment</text:p></office:annotation></text:p>',
        '',
        [styles],
      ),
    );
    expect(linesOf(document)).toEqual(['Mira Holm', 'Cook', 'Ghent']);
  });

  it('says that a password is needed', async () => {
    const manifest = { name: 'META-INF/manifest.xml', data: '<m><manifest:encryption-data/></m>' };
    await expect(readOdt(makeOdt('<text:p>x</text:p>', '', [manifest]))).rejects.toMatchObject({
      reason: 'encrypted',
    });
  });
});

describe('readRtf', () => {
  const rtf = (text: string): ExtractedDocument =>
    readRtf(
      Buffer.from(
        `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset204 Arial;}}{\\colortbl;\\red255\\green255\\blue255;}{\\*\\generator x}${text}}`,
        'latin1',
      ),
    );

  it('reads paragraphs, weights and sizes', () => {
    const document = rtf('{\\b\\fs28 Mira Holm}\\par Cook\\line Ghent\\par');
    expect(linesOf(document)).toEqual(['Mira Holm', 'Cook', 'Ghent']);
    expect(document.lines[0]).toMatchObject({ bold: true, fontSize: 14 });
  });

  it('reads characters of every notation', () => {
    expect(linesOf(rtf("Caf\\'e9 \\u8364? \\emdash  {\\f1 \\'cf\\'ee} \\{x\\}"))).toEqual([
      'Café € — По {x}',
    ]);
  });

  it('joins the halves of a character, and leaves out one that has lost the other', () => {
    expect(linesOf(rtf('Go \\u-10179?\\u-8704? on \\u-10179? and \\u-8704? out'))).toEqual([
      'Go 😀 on  and  out',
    ]);
  });

  it('reads tables and links', () => {
    const document = rtf(
      '\\trowd\\intbl A\\cell B\\cell\\row\\pard {\\field{\\*\\fldinst HYPERLINK "https://example.org"}{\\fldrslt my page}}\\par',
    );
    expect(linesOf(document)).toEqual(['A\tB', 'my page']);
    expect(linksOf(document)).toEqual([['https://example.org', 'my page']]);
  });

  it('reads text boxes and headers, and no pictures or properties', () => {
    const document = rtf(
      '{\\info{\\author nobody}}{\\header Mira Holm\\par}{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt Ghent\\par}}}{\\pict\\bin4 }}}}}Cook\\par',
    );
    expect(linesOf(document)).toEqual(['Mira Holm', 'Ghent', 'Cook']);
  });

  it('leaves out hidden and white text and says so', () => {
    const document = rtf('Cook {\\v secret}{\\cf1 secret}\\par');
    expect(linesOf(document)).toEqual(['Cook']);
    expect(flagOf(document, 'hidden_text')).toBe(12);
  });
});

describe('readHtml', () => {
  const html = (body: string, head = ''): Promise<ExtractedDocument> =>
    readHtml(Buffer.from(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`));

  it('puts the bullet of a list before its text, also where that is a paragraph', async () => {
    const document = await html(
      '<ul><li>Baked bread</li><li>\n<p>Trained <b>six</b> cooks</p></li><li></li></ul><p>Ghent</p>',
    );
    expect(document.content).toBe('• Baked bread\n• Trained six cooks\nGhent\n');
  });

  it('reads blocks, lists, tables, headings and links', async () => {
    const document = await html(
      '<h1>Mira   Holm</h1><p>Cook<br>in <b>Ghent</b></p><ul><li>Baking<li>Menus</ul><table><tr><th>A<td>B</table><a href="https://example.org">my page</a>',
      '<title>Resume</title><script>x()</script>',
    );
    expect(linesOf(document)).toEqual([
      'Mira Holm',
      'Cook',
      'in Ghent',
      '• Baking',
      '• Menus',
      'A\tB',
      'my page',
    ]);
    expect(document.lines[0]?.heading).toBe(true);
    expect(linksOf(document)).toEqual([['https://example.org', 'my page']]);
  });

  it.each([
    ['an attribute', '<p hidden>secret</p>', ''],
    ['a style', '<p style="display: none">secret</p>', ''],
    ['a class', '<p class="x">secret</p>', '<style>.x { visibility: hidden }</style>'],
    ['its colour', '<p style="color:#fff">secret</p>', ''],
    ['its size', '<p style="font-size:1px">secret</p>', ''],
    ['its place', '<p style="position:absolute;left:-9999px">secret</p>', ''],
  ])('leaves out text that is hidden by %s', async (_, body, head) => {
    const document = await html(`<p>Cook</p>${body}`, head);
    expect(linesOf(document)).toEqual(['Cook']);
    expect(flagOf(document, 'hidden_text')).toBe(6);
  });

  it('keeps white text on a dark ground or a picture', async () => {
    const document = await html(
      '<div style="background:#223344"><p style="color:white">one</p></div><div style="background-image:url(x)"><p style="color:white">two</p></div>',
    );
    expect(linesOf(document)).toEqual(['one', 'two']);
  });

  it('decodes the encoding that the page names', async () => {
    const page = Buffer.concat([
      Buffer.from('<html><head><meta charset="windows-1251"></head><body>'),
      Buffer.from('cfeee2e0f0', 'hex'),
      Buffer.from('</body></html>'),
    ]);
    expect((await readHtml(page)).content).toBe('Повар\n');
  });

  it('refuses nesting that would overflow the stack', async () => {
    await expect(html('<div>'.repeat(3000))).rejects.toMatchObject({ reason: 'too_large' });
  });
});
