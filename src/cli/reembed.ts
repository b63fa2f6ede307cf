import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { Reembedding, type ReembeddingProgress } from '../modules/matching';
import { runProcess, START_OPTIONS } from '../process';

const MILLISECONDS_PER_MINUTE = 60_000;

/**
 * `npm run reembed`: after MODEL_PRECISION or the way texts are embedded has changed. May be stopped at any
 * time, by Ctrl-C after the batch that runs or by force; the next run goes on. In server mode the API and the
 * workers may run meanwhile; embedded, the data directory belongs to one process at a time.
 */
runProcess(async () => {
  const app = await NestFactory.createApplicationContext(AppModule, {
    ...START_OPTIONS,
    logger: ['error'],
  });
  const stop = new AbortController();
  const stopOnSignal = (): void => {
    process.stdout.write('Stopping after this batch …\n');
    stop.abort();
  };
  process.once('SIGINT', stopOnSignal);
  process.once('SIGTERM', stopOnSignal);
  try {
    const onProgress = progressPrinter(process.stdout);
    const { jobs, resumes, isComplete } = await app
      .get(Reembedding)
      .run({ onProgress, signal: stop.signal });
    process.stdout.write(
      isComplete
        ? `Done: ${jobs} jobs and ${resumes} resumes embedded again and scored.\n`
        : `Stopped: ${jobs} jobs and ${resumes} resumes embedded again. Run it once more to go on.\n`,
    );
    process.exitCode = isComplete ? 0 : 1;
  } finally {
    await app.close();
  }
});

function progressPrinter(out: NodeJS.WritableStream): (progress: ReembeddingProgress) => void {
  const startedAt = performance.now();
  return ({ what, done, total }) => {
    const minutes = (performance.now() - startedAt) / MILLISECONDS_PER_MINUTE;
    const perMinute = Math.round(done / minutes);
    const left = Math.ceil((total - done) / Math.max(1, perMinute));
    out.write(`${done} of ${total} ${what}, ${perMinute} a minute, about ${left} min left\n`);
  };
}
