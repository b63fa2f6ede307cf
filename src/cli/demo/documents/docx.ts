import { Document, Packer } from 'docx';
import { type DemoPerson } from '../person';
import { layOut } from './docx-layouts';
import { numbering, TWIPS_PER_CENTIMETRE } from './docx-parts';
import { DOCUMENT_DATE, type DocxLayout } from './layouts';
import { unzip, zipOf } from './zip';

const A4 = { width: 11_906, height: 16_838 };
const LETTER = { width: 12_240, height: 15_840 };
const MARGIN = 2 * TWIPS_PER_CENTIMETRE;

/** Equal input gives equal bytes. */
export async function renderDocx(person: DemoPerson, layout: DocxLayout): Promise<Buffer> {
  const { children, header } = layOut(person, layout);
  const document = new Document({
    title: `Resume of ${person.name}`,
    creator: person.name,
    lastModifiedBy: person.name,
    numbering,
    styles: { default: { document: { run: { font: 'Calibri', size: 21 } } } },
    sections: [
      {
        properties: {
          page: {
            size: person.phone.startsWith('+44') ? A4 : LETTER,
            margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
          },
        },
        ...(header === undefined ? {} : { headers: { default: header } }),
        children,
      },
    ],
  });
  return withoutChance(await Packer.toBuffer(document));
}

/**
 * The docx library stamps the present moment on the file and draws random names for hyperlinks and
 * drawings; both are replaced, so that a file's hash tells whether its content has changed.
 */
function withoutChance(archive: Buffer): Buffer {
  const serials = new Map<string, string>();
  const serialOf = (id: string): string => {
    const serial = serials.get(id) ?? `rIdLink${serials.size + 1}`;
    serials.set(id, serial);
    return serial;
  };
  return zipOf(
    unzip(archive).map(({ name, data }) => {
      if (!name.endsWith('.xml') && !name.endsWith('.rels')) {
        return { name, data };
      }
      const text = data
        .toString('utf8')
        .replace(/(?<=<dcterms:(?:created|modified)[^>]*>)[^<]*/g, DOCUMENT_DATE.toISOString())
        .replace(RANDOM_ID, (_, prefix: string, id: string) => `${prefix}"${serialOf(id)}"`);
      return { name, data: text };
    }),
  );
}

/** `r:id` of hyperlinks, `Id` of their relationships and `id` of shapes: 21 characters by chance. */
const RANDOM_ID = /((?:r:id|Id|id)=)"((?:rId)?[a-z0-9_-]{21})"/g;
