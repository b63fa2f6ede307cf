import { createHash } from 'node:crypto';
import { type DemoResume, renderDemoResumes } from './index';

async function renderAll(): Promise<readonly DemoResume[]> {
  const resumes: DemoResume[] = [];
  for await (const resume of renderDemoResumes()) {
    resumes.push(resume);
  }
  return resumes;
}

it('renders 24 files, all different, each of the type that it claims', async () => {
  const resumes = await renderAll();
  const hashes = resumes.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));

  expect(resumes).toHaveLength(24);
  expect(new Set(resumes.map(({ fileName }) => fileName)).size).toBe(24);
  expect(new Set(hashes).size).toBe(24);
  for (const { bytes, mime, fileName } of resumes) {
    const isPdf = bytes.subarray(0, 5).toString('latin1') === '%PDF-';
    expect(mime).toBe(
      isPdf
        ? 'application/pdf'
        : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    expect(fileName.endsWith(isPdf ? '.pdf' : '.docx')).toBe(true);
  }
});

it('renders the same files again, so that a second run uploads nothing new', async () => {
  const first = await renderAll();
  const second = await renderAll();

  expect(second.map(({ bytes }) => bytes.toString('base64'))).toEqual(
    first.map(({ bytes }) => bytes.toString('base64')),
  );
});
