import { makeZip, type ZipPart } from './zip';

const DOCX_NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

export interface DocxParts {
  /** XML inside of `w:body`. */
  readonly body: string;
  /** Other parts by name in `word/`, such as `styles.xml`; content inside of their root. */
  readonly parts?: Readonly<Record<string, string>>;
  /** Addresses of hyperlinks by relation id. */
  readonly links?: Readonly<Record<string, string>>;
  readonly extra?: readonly ZipPart[];
}

const ROOTS: Readonly<Record<string, string>> = {
  styles: 'w:styles',
  numbering: 'w:numbering',
  header: 'w:hdr',
  footer: 'w:ftr',
  footnotes: 'w:footnotes',
};

/** A DOCX from raw XML: what the `docx` package cannot write is what tests need most. */
export function makeDocx({ body, parts = {}, links = {}, extra = [] }: DocxParts): Buffer {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = [
    ...Object.keys(parts).map(
      (name) =>
        `<Relationship Id="${idOf(name)}" Type="${type}/${kindOf(name)}" Target="${name}"/>`,
    ),
    ...Object.entries(links).map(
      ([id, url]) =>
        `<Relationship Id="${id}" Type="${type}/hyperlink" Target="${url}" TargetMode="External"/>`,
    ),
  ];
  return makeZip([
    {
      name: '_rels/.rels',
      data: `<Relationships><Relationship Id="main" Type="${type}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      data: `<?xml version="1.0"?><w:document ${DOCX_NAMESPACES}><w:body>${body}</w:body></w:document>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      data: `<Relationships>${relations.join('')}</Relationships>`,
    },
    ...Object.entries(parts).map(([name, xml]) => {
      const root = ROOTS[kindOf(name)] ?? 'w:root';
      return { name: `word/${name}`, data: `<${root} ${DOCX_NAMESPACES}>${xml}</${root}>` };
    }),
    ...extra,
  ]);
}

/** `header1.xml` has the id `header1` and the kind `header`. */
function idOf(name: string): string {
  return name.replace('.xml', '');
}

function kindOf(name: string): string {
  return idOf(name).replace(/\d+$/, '');
}

/** A paragraph of one run. */
export function paragraph(text: string, runProperties = '', properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${runProperties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** An OpenDocument text from the XML inside of `office:text`. */
export function makeOdt(text: string, styles = '', extra: readonly ZipPart[] = []): Buffer {
  return makeZip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true },
    {
      name: 'content.xml',
      data: `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    },
    ...extra,
  ]);
}
