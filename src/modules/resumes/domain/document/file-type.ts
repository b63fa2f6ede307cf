import { type DocumentType } from './document';
import { UnreadableDocumentError } from './document.errors';
import { OleContainer } from './ole-container';
import { decodeText } from './text-encoding';
import { listZipNames } from './zip-archive';

/** How much of a file is looked at; every magic number stands well inside of it. */
const HEAD_BYTES = 4100;
const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What a file is by its bytes; null for everything that cannot be read as a document. */
export async function detectFileType(bytes: Uint8Array): Promise<DocumentType | null> {
  const head = bytes.subarray(0, HEAD_BYTES);
  const ascii = Buffer.from(head).toString('latin1');
  // Mail gateways and old printers put lines before the header; readers accept it in the first kilobyte.
  if (ascii.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (/^\s*\{\\rtf/.test(ascii)) return 'rtf';
  if (startsWith(head, [0x50, 0x4b])) return zipType(bytes);
  if (startsWith(head, OLE_MAGIC)) return oleType(bytes);
  const library = await import('file-type');
  // Only the head goes to the library, so that no archive is ever unpacked by it.
  const found = await library.fileTypeFromBuffer(head).catch(() => undefined);
  switch (found?.mime) {
    case undefined:
      return textType(bytes);
    case 'image/png':
    case 'image/apng':
      return 'png';
    case 'image/jpeg':
      return 'jpg';
    case 'image/tiff':
      return 'tiff';
    case 'image/webp':
      return 'webp';
    default:
      return null;
  }
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
