import fc from 'fast-check';
import { fromBuffer, type ZipFile } from 'yauzl';
import { unzip, zipOf } from './zip';

const entries = fc.uniqueArray(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
    data: fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
  }),
  { selector: ({ name }) => name, maxLength: 6 },
);

it('reads back what it wrote, under any name', () => {
  fc.assert(
    fc.property(entries, (files) => {
      expect(unzip(zipOf(files))).toEqual(files);
    }),
  );
});

it('writes archives that other readers accept', async () => {
  const archive = zipOf([
    { name: 'folder/ünï.txt', data: 'first' },
    { name: 'second.bin', data: Buffer.alloc(5_000) },
  ]);

  expect(await listWithYauzl(archive)).toEqual([
    ['folder/ünï.txt', 5],
    ['second.bin', 5_000],
  ]);
});

it('says that something is no archive', () => {
  expect(() => unzip(Buffer.alloc(100))).toThrow('Not a ZIP archive');
});

function listWithYauzl(archive: Buffer): Promise<readonly (readonly [string, number])[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(archive, (error: Error | null, zip: ZipFile) => {
      if (error !== null) {
        reject(error);
        return;
      }
      const found: (readonly [string, number])[] = [];
      zip.on('entry', (entry: { fileName: string; uncompressedSize: number }) => {
        found.push([entry.fileName, entry.uncompressedSize]);
      });
      zip.on('error', reject);
      zip.on('end', () => {
        resolve(found);
      });
    });
  });
}
