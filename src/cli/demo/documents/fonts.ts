import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Names under which a document knows the three faces of its text. */
export interface FontFaces {
  readonly regular: string;
  readonly bold: string;
  readonly italic: string;
}

/** Built into every PDF reader, so nothing is embedded; they know the characters of Windows-1252 only. */
export const HELVETICA: FontFaces = {
  regular: 'Helvetica',
  bold: 'Helvetica-Bold',
  italic: 'Helvetica-Oblique',
};
export const TIMES: FontFaces = {
  regular: 'Times-Roman',
  bold: 'Times-Bold',
  italic: 'Times-Italic',
};

const LIBERATION_FILES = {
  regular: 'LiberationSans-Regular.ttf',
  bold: 'LiberationSans-Bold.ttf',
  italic: 'LiberationSans-Italic.ttf',
} as const;

const LIBERATION: FontFaces = {
  regular: 'Liberation',
  bold: 'Liberation-Bold',
  italic: 'Liberation-Italic',
};

/** Where the free Liberation Sans lies: pdfjs-dist brings it, so no machine needs fonts of its own. */
export function liberationPath(face: keyof FontFaces): string {
  const folder = dirname(require.resolve('pdfjs-dist/package.json'));
  return join(folder, 'standard_fonts', LIBERATION_FILES[face]);
}

const fontBytes = new Map<keyof FontFaces, Buffer>();

/** Latin with its extension A, Greek, Cyrillic and the signs of text: what this edition of the font draws. */
const LIBERATION_CHARACTERS =
  /^[\x20-\x7e\u00a0-\u017f\u0384-\u03ce\u0400-\u045f–—‘’‚“”„†‡•…‰‹›€™]*$/u;

/**
 * Embeds Liberation Sans as a subset, the way word processors do: ligatures, glyph numbers instead of
 * characters and a table that leads back to Unicode. Throws on text that would come out as empty boxes.
 */
export function embedLiberation(document: PDFKit.PDFDocument, text: string): FontFaces {
  if (!LIBERATION_CHARACTERS.test(text)) {
    throw new RangeError('Only Latin, Greek and Cyrillic text can be drawn');
  }
  for (const face of ['regular', 'bold', 'italic'] as const) {
    const bytes = fontBytes.get(face) ?? readFileSync(liberationPath(face));
    fontBytes.set(face, bytes);
    document.registerFont(LIBERATION[face], bytes);
  }
  return LIBERATION;
}

const WINDOWS_1252 = /^[\x20-\x7e\xa0-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/u;

/** The wished built-in fonts when they can write the text, else Liberation Sans. */
export function builtInFontsFor(
  document: PDFKit.PDFDocument,
  text: string,
  wish: FontFaces,
): FontFaces {
  return WINDOWS_1252.test(text) ? wish : embedLiberation(document, text);
}
