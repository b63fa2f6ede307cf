/** An e-mail taken apart as a mail program does it. */
export interface ReadMail {
  /** Unfolded and decoded, by lower-case name; a header that comes twice fails. */
  readonly headers: Readonly<Record<string, string>>;
  readonly parts: readonly { readonly contentType: string; readonly body: string }[];
}

export function readMail(raw: string): ReadMail {
  const { headers, body } = split(raw);
  return { headers, parts: partsOf(headers, body) };
}

/** The decoded text of the first part of this type. */
export function partOf({ parts }: ReadMail, type: string): string {
  const part = parts.find(({ contentType }) => contentType.startsWith(type));
  if (part === undefined) {
    throw new Error(`No ${type} in ${parts.map(({ contentType }) => contentType).join(', ')}.`);
  }
  return part.body;
}

function split(raw: string): { headers: Record<string, string>; body: string } {
  const [, head = '', body = ''] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(raw) ?? [];
  const headers: Record<string, string> = {};
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key in headers) {
      throw new Error(`Two headers ${name}.`);
    }
    headers[key] = decodeWords(value);
  }
  return { headers, body };
}

function partsOf(headers: Readonly<Record<string, string>>, body: string): ReadMail['parts'] {
  const contentType = headers['content-type'] ?? 'text/plain';
  const [, boundary] = /boundary="?([^";]+)"?/.exec(contentType) ?? [];
  if (boundary === undefined) {
    return [{ contentType, body: decodeBody(headers['content-transfer-encoding'] ?? '', body) }];
  }
  const inner = body.split(`--${boundary}`).slice(1, -1);
  return inner.flatMap((part) => {
    const { headers: own, body: content } = split(part.replace(/^\r?\n/, ''));
    return partsOf(own, content);
  });
}

function decodeBody(encoding: string, body: string): string {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8');
    case 'quoted-printable':
      return quotedPrintable(body.replace(/=\r?\n/g, '')).replaceAll('\r\n', '\n');
    default:
      return body.replaceAll('\r\n', '\n');
  }
}

/** RFC 2047; white space between two encoded words is none. */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_word, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : quotedPrintable(text.replaceAll('_', ' ')),
    );
}

function quotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_escape, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
