import { makeZip } from '../../../../../test/support/raw-documents/zip';
import { ZipArchive } from './zip-archive';

describe('ZipArchive', () => {
  it('reads a part by its name, whatever its case', async () => {
    const archive = await ZipArchive.open(makeZip([{ name: 'Word/Document.xml', data: 'text' }]));
    const bytes = await archive.read('word/document.xml');
    expect(Buffer.from(bytes ?? []).toString()).toBe('text');
    expect(await archive.read('word/none.xml')).toBeNull();
  });

  it('stops unpacking a bomb at the limit, whatever size the archive claims', async () => {
    const zeros = Buffer.alloc(60 * 1024 * 1024);
    for (const claimedSize of [zeros.length, 100]) {
      const bomb = makeZip([{ name: 'word/document.xml', data: zeros, claimedSize }]);
      const archive = await ZipArchive.open(bomb);
      await expect(archive.read('word/document.xml')).rejects.toMatchObject({
        name: 'UnreadableDocumentError',
      });
    }
  });

  it('refuses an archive of too many parts', async () => {
    const parts = Array.from({ length: 6000 }, (_, index) => ({ name: `p${index}`, data: '' }));
    await expect(ZipArchive.open(makeZip(parts))).rejects.toMatchObject({ reason: 'too_large' });
  });

  it('refuses names that climb out of a folder', async () => {
    const archive = makeZip([{ name: '../../etc/passwd', data: 'x' }]);
    await expect(ZipArchive.open(archive)).rejects.toMatchObject({ reason: 'corrupt' });
  });

  it('refuses what is no archive', async () => {
    await expect(ZipArchive.open(Buffer.from('PK\x03\x04 nothing'))).rejects.toMatchObject({
      reason: 'corrupt',
    });
  });
});
