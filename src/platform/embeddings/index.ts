export { Embedder } from './embedder';
export { EmbeddingModelChangedError } from './embedding-model-changed.error';
export { EmbeddingsModule } from './embeddings.module';
export { fetchModel, ModelUnavailableError } from './fetch-model';
export { ModelMissingError } from './model-files';
export { EMBEDDING_DIMENSIONS } from './model-manifest';
export { meanVector, normalisedSum } from './vector-math';
