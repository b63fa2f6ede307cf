import { type ExtractedDocument } from './document';
import { buildDocument } from './document-builder';
import { type SourceLine } from './source-line';
import { UnreadableDocumentError } from './document.errors';
import { DocxNumbering } from './docx-numbering';
import { DocxPackage, type DocxPart } from './docx-package';
import { DocxStyles } from './docx-styles';
import { DocxWalker } from './docx-walker';
import { toFlags } from './layout-flags';
import { child, childElements, findAll, type XmlElement } from './xml-tree';

const WHITE = '#ffffff';
const OLE_FIRST_BYTE = 0xd0;

/**
 * Reads a DOCX from its XML. Conversions to HTML lose what resumes are made of: text boxes,
 * headers, columns and whether text is hidden.
 * @throws UnreadableDocumentError
 */
export async function readDocx(bytes: Uint8Array): Promise<ExtractedDocument> {
  if (bytes[0] === OLE_FIRST_BYTE) {
    const message = 'The document is protected by a password; ask for a copy without one.';
    throw new UnreadableDocumentError('encrypted', message);
  }
  const docx = await DocxPackage.open(bytes);
  const main = await docx.main();
  const bodies = childElements(main.root).filter((one) => one.name === 'w:body');
  const walker = new DocxWalker({
    styles: new DocxStyles(await docx.related(main, 'styles')),
    numbering: new DocxNumbering(await docx.related(main, 'numbering')),
    diagrams: await readDiagrams(docx, main),
    hasRenderedBreaks: contains(main.root, (one) => one.name === 'w:lastRenderedPageBreak'),
  });
  const read = (part: DocxPart, root: XmlElement): SourceLine[] =>
    walker.blocks(root, { part, column: 0, ground: pageGround(main.root, root) });
  const headers = await referenced(docx, main, 'w:headerReference');
  const footers = await referenced(docx, main, 'w:footerReference');
  const headerLines = headers.flatMap((part) => read(part, part.root));
  const bodyLines = bodies.flatMap((body) => read(main, body));
  const notes = await readNotes(docx, main);
  const lastPage = walker.page;
  const footerLines = footers.flatMap((part) => read(part, part.root));
  const noteLines = notes.flatMap(({ part, note }) => read(part, note));
  const columns = walker.hasColumns || hasTextColumns(main.root);
  return buildDocument({
    lines: [...unique(headerLines), ...bodyLines, ...noteLines, ...unique(footerLines)],
    looseLinks: walker.looseLinks,
    pageCount: lastPage,
    method: 'text',
    flags: toFlags({ columns, hidden: walker.hiddenCharacters }),
  });
}

/** Headers or footers in the order first page, then the others; each part once. */
async function referenced(docx: DocxPackage, main: DocxPart, name: string): Promise<DocxPart[]> {
  const references = findAll(main.root, name);
  const isFirst = (one: XmlElement): boolean => one.attributes['w:type'] === 'first';
  const ordered = [...references.filter(isFirst), ...references.filter((one) => !isFirst(one))];
  const targets = ordered.flatMap((one) => {
    const relation = main.relations.get(one.attributes['r:id'] ?? '');
    return relation && !relation.external ? [relation.target] : [];
  });
  const parts = await Promise.all([...new Set(targets)].map((target) => docx.part(target)));
  return parts.filter((part) => part !== null);
}

async function readDiagrams(
  docx: DocxPackage,
  main: DocxPart,
): Promise<ReadonlyMap<string, XmlElement>> {
  const diagrams = new Map<string, XmlElement>();
  for (const [id, relation] of main.relations) {
    if (relation.type !== 'diagramData' || relation.external) continue;
    const part = await docx.part(relation.target);
    if (part) diagrams.set(id, part.root);
  }
  return diagrams;
}

async function readNotes(
  docx: DocxPackage,
  main: DocxPart,
): Promise<{ part: DocxPart; note: XmlElement }[]> {
  const notes: { part: DocxPart; note: XmlElement }[] = [];
  for (const relation of main.relations.values()) {
    if (relation.external || !['footnotes', 'endnotes'].includes(relation.type)) continue;
    const part = await docx.part(relation.target);
    for (const note of part ? childElements(part.root) : []) {
      // Notes with a type are the separator lines that every document has.
      if (part && note.attributes['w:type'] === undefined) notes.push({ part, note });
    }
  }
  return notes;
}

/**
 * The colour behind the text of a part, null when a shape behind the text may colour it: then no
 * colour of text says that it cannot be seen.
 */
function pageGround(document: XmlElement, part: XmlElement): string | null {
  const background = child(document, 'w:background')?.attributes['w:color'];
  const colour = background !== undefined && /^[0-9a-f]{6}$/i.test(background);
  const behind = contains(
    part,
    (one) => one.attributes['behindDoc'] === '1' || one.name.startsWith('v:'),
  );
  if (behind) return null;
  return colour ? `#${background.toLowerCase()}` : WHITE;
}

function hasTextColumns(body: XmlElement): boolean {
  return findAll(body, 'w:cols').some((cols) => Number(cols.attributes['w:num'] ?? 1) > 1);
}

function contains(element: XmlElement, test: (element: XmlElement) => boolean): boolean {
  return test(element) || childElements(element).some((one) => contains(one, test));
}

/** The header of the first page often repeats that of the others. */
function unique(lines: readonly SourceLine[]): SourceLine[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const key = line.text.trim();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
