import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importSkills, SkillsImportError } from './import-skills';
import { BrokenVocabularyError, readVocabularies } from './imported-files';

const ESCO =
  'conceptUri,preferredLabel,altLabels\nurn:1,operate harbour cranes,"run harbour cranes\nharbour crane duty"\n';
const TECHNOLOGY =
  'O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\n1\tFernhill Yard Planner\t1\tx\n';

describe('importSkills', () => {
  let root: string;
  let to: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'shortlist-import-'));
    to = join(root, 'data', 'vocabulary');
  });

  afterEach(async () => {
    await rm(root, { recursive: true, force: true });
  });

  const download = async (
    name: string,
    files: Readonly<Record<string, string>>,
  ): Promise<string> => {
    const folder = join(root, name);
    await mkdir(folder);
    for (const [file, text] of Object.entries(files)) {
      await writeFile(join(folder, file), text);
    }
    return folder;
  };

  it('keeps the skills with notice and release, and replaces an earlier import', async () => {
    const from = await download('ESCO dataset - v1.2.0 - en - csv', { 'skills_en.csv': ESCO });
    await importSkills({ source: 'esco', from, to });
    const { vocabulary, read } = await importSkills({ source: 'esco', from, to });
    expect(read).toBe(1);
    expect(vocabulary).toMatchObject({
      version: '1.2.0',
      skills: [
        {
          name: 'Operate harbour cranes',
          aliases: ['run harbour cranes', 'harbour crane duty'],
        },
      ],
    });
    expect(readVocabularies(to)).toEqual([vocabulary]);
    await expect(readdir(to)).resolves.toEqual(['esco.json']);
  });

  it('reads the O*NET files that are there', async () => {
    const from = await download('db_28_2_text', { 'Technology Skills.txt': TECHNOLOGY });
    const { vocabulary, files } = await importSkills({ source: 'onet', from, to });
    expect(files).toEqual(['Technology Skills.txt']);
    expect(vocabulary.notice).toContain('O*NET 28.2 Database');
    expect(vocabulary.skills).toEqual([{ name: 'Fernhill Yard Planner' }]);
  });

  const refusal = async (source: 'esco' | 'onet', from: string): Promise<string> => {
    const error: unknown = await importSkills({ source, from, to }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(SkillsImportError);
    expect(readVocabularies(to)).toEqual([]);
    return error instanceof Error ? error.message : '';
  };

  it('says what is wrong with a folder or a file, and keeps nothing', async () => {
    await expect(refusal('esco', join(root, 'nowhere'))).resolves.toContain('There is no folder');
    const empty = await download('empty', {});
    await expect(refusal('esco', empty)).resolves.toContain('no file named skills_en.csv');
    await expect(refusal('onet', empty)).resolves.toContain(
      'Technology Skills.txt or Tools Used.txt',
    );
    const columns = await download('columns', { 'skills_en.csv': 'label\nx\n' });
    await expect(refusal('esco', columns)).resolves.toBe(
      'skills_en.csv has no column "preferredLabel", "altLabels"; its columns are "label".',
    );
    const quotes = await download('quotes', { 'skills_en.csv': `${ESCO}"x` });
    await expect(refusal('esco', quotes)).resolves.toMatch(/is no sound CSV\..* line 4/);
    const bare = await download('bare', { 'skills_en.csv': 'preferredLabel,altLabels\n' });
    await expect(refusal('esco', bare)).resolves.toContain('names no skill');
  });

  it('refuses to start on a file that it did not write', async () => {
    await mkdir(to, { recursive: true });
    await writeFile(join(to, 'onet.json'), '{"source":');
    expect(() => readVocabularies(to)).toThrow(BrokenVocabularyError);
    await writeFile(join(to, 'onet.json'), '{"source":"onet"}');
    expect(() => readVocabularies(to)).toThrow(BrokenVocabularyError);
  });
});
