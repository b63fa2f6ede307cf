import { SaxesParser } from 'saxes';

export interface S3Page {
  readonly keys: readonly string[];
  /** Where the next page begins; null after the last one. */
  readonly next: string | null;
}

/** What ListObjectsV2 answers, with the keys as they were asked for: `encoding-type=url`. */
export function readS3Page(xml: string): S3Page {
  const keys: string[] = [];
  let next: string | null = null;
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', () => {
    text = '';
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'Key') {
      keys.push(decodeURIComponent(text.replaceAll('+', ' ')));
    }
    if (name === 'NextContinuationToken') {
      next = text;
    }
    text = '';
  });
  parser.write(xml).close();
  return { keys, next };
}
