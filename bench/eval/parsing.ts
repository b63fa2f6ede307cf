import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { ZipArchive } from '../../src/modules/resumes/domain/document/zip-archive';
import { readPdf } from '../../src/modules/resumes/domain/document/pdf-reader';
import { WorkerLimitError, WorkerPool } from '../../src/platform/threads';
import { LAYOUT_NAMES, setResume } from '../../test/support/column-layouts';
import { orderAgreement, wordsOf } from '../../test/support/reading-order';
import type { ReadAnswer, ReadRequest } from './parsing.worker';
import { characterErrorRate, mean, quantile, unorderedErrorRate, wordRecall } from './text-metrics';

const run = promisify(execFile);

/** As in the running system, see PARSER_TIMEOUT_SECONDS, PARSER_MEMORY_MB and PARSER_MAX_PAGES. */
const LIMITS = { timeoutMs: 30_000, memoryMb: 512 } as const;
const MAX_PAGES = 100;

/** A file with what reading it gave; a file that broke its limits or its thread has no answer. */
interface Reading extends ReadAnswer {
  readonly name: string;
  readonly path: string;
  readonly ms: number;
}

/**
 * How well files are read: words against poppler's pdftotext, reading order, character errors of
 * scans, and what hostile files do. Works without poppler, but then says less.
 */
export async function evaluateParsing(dataDir: string): Promise<object> {
  const reader = new Reader();
  try {
    const hasPoppler = await isInstalled('pdftotext');
    if (!hasPoppler) {
      console.log(
        'pdftotext is not installed (Debian: poppler-utils); recall and order are left out.',
      );
    }
    return {
      textPdf: await evaluateTextPdf(reader, dataDir, hasPoppler),
      layouts: hasPoppler ? await evaluateLayouts(reader, dataDir) : 'pdftotext is not installed',
      order: await evaluateOrder(),
      docx: await evaluateDocx(reader, dataDir),
      scans: await evaluateScans(reader, dataDir),
      hostile: await evaluateHostile(reader, dataDir),
    };
  } finally {
    await reader.close();
  }
}

/** Reads files in one worker thread with limits around it, as the parser does. */
class Reader {
  private readonly pool = new WorkerPool({
    script: join(__dirname, 'parsing.worker.js'),
    threads: 1,
    ...LIMITS,
  });

  async read(path: string, root: string): Promise<Reading> {
    const started = performance.now();
    const answer = await this.answer({ path, maxPages: MAX_PAGES });
    return { ...answer, path, name: relative(root, path), ms: performance.now() - started };
  }

  async close(): Promise<void> {
    await this.pool.close();
  }

  private async answer(request: ReadRequest): Promise<ReadAnswer> {
    const none = { content: '', flags: [], pageCount: 0, cpuMs: 0 };
    try {
      return await this.pool.run<ReadAnswer>('read', request);
    } catch (error) {
      if (error instanceof WorkerLimitError) return { ...none, outcome: `limit: ${error.limit}` };
      console.log(`${request.path}: ${String(error)}`);
      return { ...none, outcome: 'CRASH' };
    }
  }
}

async function evaluateTextPdf(
  reader: Reader,
  dataDir: string,
  hasPoppler: boolean,
): Promise<object> {
  const root = join(dataDir, 'resumes-by-occupation');
  const readings: Reading[] = [];
  const recalls: number[] = [];
  const orders: number[] = [];
  for (const path of await filesUnder(root, ['.pdf'])) {
    const reading = await reader.read(path, root);
    readings.push(reading);
    if (!hasPoppler) continue;
    const [found, reference] = [wordsOf(reading.content), wordsOf(await poppler(path, []))];
    recalls.push(wordRecall(found, reference));
    orders.push(orderAgreement(found, reference));
  }
  // The first files pay for loading the library.
  const cpu = readings.slice(20).map((reading) => reading.cpuMs);
  return {
    files: readings.length,
    parsed: share(readings, (reading) => reading.outcome === 'read'),
    ...(hasPoppler
      ? {
          meanWordRecall: mean(recalls),
          filesWithRecall90: share(recalls, (recall) => recall >= 0.9),
          meanOrderAgreement: mean(orders),
          filesWithOrder90: share(orders, (order) => order >= 0.9),
        }
      : {}),
    medianCpuMs: quantile(cpu, 0.5),
    p95CpuMs: quantile(cpu, 0.95),
    ...flagCounts(readings),
  };
}

/**
 * Many layouts. poppler has no truth about the order either: it is compared both with the order
 * that it finds and with the order in which the file was written, and the better one counts.
 */
async function evaluateLayouts(reader: Reader, dataDir: string): Promise<object> {
  const root = join(dataDir, 'layouts');
  const rows: Record<string, object> = {};
  const orders: number[] = [];
  for (const path of await filesUnder(root, ['.pdf'])) {
    const reading = await reader.read(path, root);
    const found = wordsOf(reading.content);
    const byLayout = wordsOf(await poppler(path, []));
    const asWritten = wordsOf(await poppler(path, ['-raw']));
    // Long sample books of every option of a template say nothing more and take minutes to compare.
    if (byLayout.length > 5000) continue;
    const columns = reading.flags.includes('two_columns');
    const order = orderAgreement(found, byLayout);
    const orderAsWritten = orderAgreement(found, asWritten);
    if (columns) orders.push(Math.max(order, orderAsWritten));
    rows[reading.name] = {
      recall: wordRecall(found, byLayout),
      order,
      orderAsWritten,
      columns,
    };
  }
  return { ...rows, 'mean of the better order, two columns': { order: mean(orders) } };
}

/** Looks that each layout is set in. */
const LOOKS = 30;

/** Reading order against the truth: resumes in many layouts that were set for this, with their order. */
async function evaluateOrder(): Promise<object> {
  const rows: Record<string, object> = {};
  const all: number[] = [];
  for (const name of LAYOUT_NAMES) {
    const orders: number[] = [];
    for (let seed = 1; seed <= LOOKS; seed += 1) {
      const { pdf, words } = await setResume(name, seed);
      const { content } = await readPdf(pdf, { maxPages: MAX_PAGES });
      orders.push(orderAgreement(wordsOf(content), wordsOf(words.join(' '))));
    }
    rows[name] = { order: mean(orders), lowest: Math.min(...orders) };
    all.push(...orders);
  }
  return {
    ...rows,
    'mean of all layouts': { order: mean(all), lowest: Math.min(...all) },
    'share of files with .95 or more': { order: share(all, (order) => order >= 0.95) },
  };
}

/** DOCX files against the words of the text runs of their main part, hidden and deleted ones too. */
async function evaluateDocx(reader: Reader, dataDir: string): Promise<object> {
  const root = join(dataDir, 'hostile');
  const readings: Reading[] = [];
  const recalls: number[] = [];
  for (const path of await filesUnder(root, ['.docx', '.dotx'])) {
    const reading = await reader.read(path, root);
    readings.push(reading);
    if (reading.outcome === 'read') {
      const found = new Set(wordsOf(reading.content));
      const reference = [...new Set(wordsOf(await textRuns(path)))];
      recalls.push(wordRecall([...found], reference));
    }
  }
  const outcomes = countBy(readings.map((reading) => reading.outcome));
  return {
    files: readings.length,
    ...outcomes,
    meanWordRecall: mean(recalls),
    filesWithRecall90: share(recalls, (recall) => recall >= 0.9),
    ...flagCounts(readings),
  };
}

async function textRuns(path: string): Promise<string> {
  const archive = await ZipArchive.open(await readFile(path));
  const part = await archive.read('word/document.xml');
  const xml = Buffer.from(part ?? []).toString('utf8');
  const runs = xml.matchAll(/<w:p[ >]|<w:(?:tab|br)[ />]|<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu);
  return [...runs]
    .map(([, text]) => text ?? ' ')
    .join('')
    .replace(/&(?:amp|lt|gt|quot|apos|#\w+);/gu, ' ');
}

async function evaluateScans(reader: Reader, dataDir: string): Promise<object> {
  const root = join(dataDir, 'scanned-images');
  const rows: Record<string, object> = {};
  for (const path of await filesUnder(root, ['.png', '.jpg', '.pdf'])) {
    const reading = await reader.read(path, root);
    const truthPath = path.replace(/(?:\.imgonly)?\.\w+$/u, '.gt.txt');
    const truth = await readFile(truthPath, 'utf8');
    rows[reading.name] = {
      outcome: reading.outcome,
      errorRate: characterErrorRate(reading.content, truth),
      errorRateUnordered: unorderedErrorRate(reading.content, truth),
      seconds: reading.ms / 1000,
    };
  }
  return rows;
}

async function evaluateHostile(reader: Reader, dataDir: string): Promise<object> {
  const root = join(dataDir, 'hostile');
  const readings: Reading[] = [];
  let peakMb = 0;
  for (const path of await filesUnder(root, null)) {
    readings.push(await reader.read(path, root));
    peakMb = Math.max(peakMb, process.memoryUsage().rss / 1024 / 1024);
  }
  const slowest = [...readings].sort((a, b) => b.ms - a.ms).slice(0, 5);
  return {
    files: readings.length,
    outcomes: countBy(readings.map((reading) => reading.outcome)),
    crashes: readings.filter((reading) => reading.outcome === 'CRASH').length,
    over30Seconds: readings.filter((reading) => reading.ms > LIMITS.timeoutMs + 2000).length,
    stoppedByLimits: readings
      .filter((one) => one.outcome.startsWith('limit'))
      .map((one) => one.name),
    peakMb,
    slowestSeconds: Object.fromEntries(slowest.map((one) => [one.name, one.ms / 1000])),
  };
}

async function filesUnder(root: string, endings: readonly string[] | null): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) =>
      endings ? endings.includes(extname(path).toLowerCase()) : !/LICENSE|INDEX|\.md$/u.test(path),
    )
    .sort();
}

async function poppler(path: string, options: readonly string[]): Promise<string> {
  const { stdout } = await run('pdftotext', [...options, path, '-'], {
    maxBuffer: 256 * 1024 * 1024,
    timeout: 60_000,
  });
  return stdout;
}

async function isInstalled(program: string): Promise<boolean> {
  return run(program, ['-v']).then(
    () => true,
    () => false,
  );
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.filter(test).length / Math.max(1, items.length);
}

function flagCounts(readings: readonly Reading[]): Record<string, number> {
  const counts = countBy(readings.flatMap((reading) => reading.flags));
  return Object.fromEntries(Object.entries(counts).map(([flag, count]) => [`flag ${flag}`, count]));
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
