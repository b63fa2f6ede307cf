import { DOCUMENT_TYPES } from './document';
import { MIME_TYPES } from './mime-types';

const ALIASES: Readonly<Record<string, string>> = { jpeg: 'jpg', tif: 'tiff', htm: 'html' };

/**
 * Whether a name claims one of the known kinds and the bytes are another: `resume.pdf` that is a
 * picture. The bytes alone decide how a file is read; this only says that something is odd.
 */
export function isMisnamed(name: string, mimeType: string): boolean {
  const written = /\.([a-z]{3,4})$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  const extension = ALIASES[written] ?? written;
  const claimed = DOCUMENT_TYPES.find((type) => type === extension);
  return claimed !== undefined && MIME_TYPES[claimed] !== mimeType;
}
