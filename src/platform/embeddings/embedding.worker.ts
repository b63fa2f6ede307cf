import { basename, dirname, resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import {
  AutoModel,
  AutoTokenizer,
  env,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  type Tensor,
} from '@huggingface/transformers';
import type { EmbeddingWorkerOptions, TextWindow, WindowRequest } from './embedding.messages';
import { EMBEDDING_DIMENSIONS, MAX_WORD_PIECES } from './model-manifest';
import { splitIntoWindows } from './text-windows';
import { normalisedSum } from './vector-math';

env.allowRemoteModels = false;

async function load(): Promise<{ tokenizer: PreTrainedTokenizer; model: PreTrainedModel }> {
  // Piscina wraps what the pool was given together with data of its own.
  const { folder, precision } = optionsOf(workerData);
  env.localModelPath = dirname(resolve(folder));
  const name = basename(folder);
  const tokenizer = await AutoTokenizer.from_pretrained(name);
  const model = await AutoModel.from_pretrained(name, {
    dtype: precision === 'int8' ? 'q8' : 'fp32',
    // One thread each: the pool has a worker per core, which measured faster than sharing one session.
    session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
  });
  return { tokenizer, model };
}

const loading = load();
// Who calls `embed` is told of a failure.
loading.catch(() => undefined);

/** The L2-normalised mean of the token vectors, cut at 256 word pieces as the model was trained. */
export async function embed(text: string): Promise<Float32Array> {
  const { tokenizer, model } = await loading;
  const inputs = tokenizer(text, { truncation: true, max_length: MAX_WORD_PIECES }) as {
    input_ids: Tensor;
  };
  closeSequence(inputs.input_ids.data as BigInt64Array, tokenizer.sep_token_id);
  const output = (await model(inputs)) as { last_hidden_state: Tensor };
  return normalisedSum(tokenVectors(output.last_hidden_state.data as Float32Array));
}

function tokenVectors(hidden: Float32Array): Float32Array[] {
  return Array.from({ length: hidden.length / EMBEDDING_DIMENSIONS }, (_, token) =>
    hidden.subarray(token * EMBEDDING_DIMENSIONS, (token + 1) * EMBEDDING_DIMENSIONS),
  );
}

/** The tokenizer cuts the closing piece off with a text's end; the model always saw one in training. */
function closeSequence(ids: BigInt64Array, closingId: number): void {
  ids[ids.length - 1] = BigInt(closingId);
}

/** Cuts each range of the text into windows that fit the model; see `splitIntoWindows`. */
export async function windows(request: WindowRequest): Promise<TextWindow[][]> {
  const { tokenizer } = await loading;
  const count = (text: string): number =>
    tokenizer.encode(text, { add_special_tokens: false }).length;
  return request.ranges.map((range) =>
    splitIntoWindows(request.text, range, request.maxWordPieces, count),
  );
}

function optionsOf(data: unknown): EmbeddingWorkerOptions {
  const own: unknown = Array.isArray(data) ? data.at(-1) : data;
  return own as EmbeddingWorkerOptions;
}

/**
 * Lets go of the model, so that the thread can be ended: one that is ended while onnxruntime loads, or
 * while its last objects are cleaned up, takes the whole process with it.
 */
export async function letGo(): Promise<void> {
  const loaded = await loading.catch(() => null);
  await loaded?.model.dispose();
  await nextTurn();
}
