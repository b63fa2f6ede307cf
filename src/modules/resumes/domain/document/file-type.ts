import { type DocumentType } from './document';
import { UnreadableDocumentError } from './document.errors';
import { OleContainer } from './ole-container';
import { decodeText } from './text-encoding';
import { listZipNames } from './zip-archive';

const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** A local file header, or the end record of an empty archive. */
const ZIP_MAGICS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
const IMAGE_MAGICS: readonly (readonly [DocumentType, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['tiff', [0x49, 0x49, 0x2b, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2b]],
];

/** What a file is by its bytes; null for everything that cannot be read as a document. */
export async function detectFileType(bytes: Uint8Array): Promise<DocumentType | null> {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  // Mail gateways and old printers put lines before the header; readers accept it in the first kilobyte.
  if (start.includes('%PDF-')) return 'pdf';
  if (/^\s*\{\\rtf/.test(start)) return 'rtf';
  if (ZIP_MAGICS.some((magic) => startsWith(bytes, magic))) return zipType(bytes);
  if (startsWith(bytes, OLE_MAGIC)) return oleType(bytes);
  const image = IMAGE_MAGICS.find(([, magic]) => startsWith(bytes, magic));
  if (image) return image[0];
  if (/^RIFF[^]{4}WEBP/.test(start)) return 'webp';
  return textType(bytes);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

async function zipType(bytes: Uint8Array): Promise<DocumentType | null> {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  if (start.includes('application/vnd.oasis.opendocument.text')) return 'odt';
  const names = (await listZipNames(bytes)) ?? namesInDamagedZip(bytes);
  return names.some((name) => /^word\/[^/]*document[^/]*\.xml$/i.test(name)) ? 'docx' : null;
}

/** A truncated archive has lost its index, but still says before every part what it is. */
function namesInDamagedZip(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.match(/word\/document\d?\.xml/g) ?? [];
}

/** An OLE container is known by the names of its streams. */
function oleType(bytes: Uint8Array): DocumentType | null {
  const container = openContainer(bytes);
  if (!container || container.has('WordDocument')) return 'doc';
  // A password-protected DOCX is such a container around the encrypted package.
  return container.has('EncryptedPackage') ? 'docx' : null;
}

/** Null for a damaged container, which is taken for the most common kind. */
function openContainer(bytes: Uint8Array): OleContainer | null {
  try {
    return new OleContainer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof UnreadableDocumentError || error instanceof RangeError) return null;
    throw error;
  }
}

function textType(bytes: Uint8Array): DocumentType | null {
  const text = decodeText(bytes.subarray(0, 65_536));
  if (text === null) return null;
  const start = text.slice(0, 2048).trimStart().toLowerCase();
  if (/^<(?:!doctype html|html|head|body|meta|style|div|table|p|h1)\b/.test(start)) return 'html';
  if (/^(?:<!--|<\?xml)/.test(start)) return /<html\b/.test(start) ? 'html' : null;
  return 'txt';
}
