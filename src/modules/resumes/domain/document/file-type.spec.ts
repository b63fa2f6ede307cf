import { makeDoc } from '../../../../../test/support/raw-documents/doc';
import { makeDocx, makeOdt, paragraph } from '../../../../../test/support/raw-documents/office';
import { makePdf } from '../../../../../test/support/raw-documents/pdf';
import { makeZip } from '../../../../../test/support/raw-documents/zip';
import { detectFileType } from './file-type';

describe('detectFileType', () => {
  it('knows every format by its bytes', async () => {
    const files = {
      pdf: await makePdf((pdf) => pdf.text('x')),
      docx: makeDocx({ body: paragraph('x') }),
      doc: makeDoc([{ text: 'x\r' }]),
      odt: makeOdt('<text:p>x</text:p>'),
      rtf: Buffer.from('{\\rtf1 x}'),
      html: Buffer.from('\n<!DOCTYPE html><html></html>'),
      txt: Buffer.from('Mira Holm\nCook'),
      png: Buffer.from('89504e470d0a1a0a00', 'hex'),
      jpg: Buffer.from('ffd8ffe000104a46', 'hex'),
      tiff: Buffer.from('49492a0008000000', 'hex'),
      webp: Buffer.concat([
        Buffer.from('RIFF'),
        Buffer.from([9, 10, 0, 0]),
        Buffer.from('WEBPVP8 '),
      ]),
    };
    for (const [type, bytes] of Object.entries(files)) {
      expect([type, await detectFileType(bytes)]).toEqual([type, type]);
    }
  });

  it('accepts a PDF header after other lines', async () => {
    expect(await detectFileType(Buffer.from('Received: mail\n\n%PDF-1.4\n'))).toBe('pdf');
  });

  it('refuses archives, spreadsheets, programs, XML and noise', async () => {
    const others = [
      makeZip([{ name: 'a.txt', data: 'x' }]),
      makeZip([{ name: 'xl/workbook.xml', data: '<x/>' }]),
      Buffer.from('7f454c4602010100000000000000000002003e0001', 'hex'),
      Buffer.from('<?xml version="1.0"?><workbook/>'),
      Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]),
      Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1'),
    ];
    for (const bytes of others) expect(await detectFileType(bytes)).toBeNull();
  });

  it('takes a truncated DOCX for one, so that the refusal says damaged and not unknown', async () => {
    const whole = makeDocx({ body: paragraph('x'.repeat(2000)) });
    expect(await detectFileType(whole.subarray(0, whole.length - 100))).toBe('docx');
  });

  it('takes text that begins like a file format for text', async () => {
    expect(await detectFileType(Buffer.from('BMW technician\nPK Services, 2019'))).toBe('txt');
    expect(await detectFileType(Buffer.from('PK Services\nwarehouse'))).toBe('txt');
  });
});
