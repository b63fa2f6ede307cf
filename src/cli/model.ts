import { loadEnv } from '../config';
import { fetchModel } from '../platform/embeddings';
import { runProcess } from '../process';

/** `npm run model:fetch`: puts the embedding model where the server looks for it. */
runProcess(async () => {
  const env = loadEnv();
  await fetchModel({
    modelDir: env.MODEL_DIR,
    precision: env.MODEL_PRECISION,
    localSource: env.MODEL_SOURCE,
    report: (line) => {
      console.log(line);
    },
  });
});
