import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { InferenceSession, Tensor } from 'onnxruntime-node';

/** Runs the model on fixed token ids as fast as it goes and tells the runs per second. */
async function main(): Promise<void> {
  const { runs, warmUp, wordPieces } = workerData as {
    runs: number;
    warmUp: number;
    wordPieces: number;
  };
  const session = await InferenceSession.create(
    join('models', 'all-MiniLM-L6-v2', 'onnx', 'model_quantized.onnx'),
    { intraOpNumThreads: 1, interOpNumThreads: 1 },
  );
  const shape = [1, wordPieces];
  const feeds = {
    input_ids: new Tensor(
      'int64',
      BigInt64Array.from({ length: wordPieces }, (_, at) => BigInt(2000 + at)),
      shape,
    ),
    attention_mask: new Tensor('int64', new BigInt64Array(wordPieces).fill(1n), shape),
    token_type_ids: new Tensor('int64', new BigInt64Array(wordPieces), shape),
  };
  for (let run = 0; run < warmUp; run += 1) {
    await session.run(feeds);
  }
  const start = performance.now();
  for (let run = 0; run < runs; run += 1) {
    await session.run(feeds);
  }
  parentPort?.postMessage((runs / (performance.now() - start)) * 1000);
}

void main();
