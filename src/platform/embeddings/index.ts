export { Embedder } from './embedder';
export { EmbeddingsModule } from './embeddings.module';
export { fetchModel, ModelUnavailableError } from './fetch-model';
export { ModelMissingError } from './model-files';
export { EMBEDDING_DIMENSIONS } from './model-manifest';
export { meanVector, normalisedSum } from './vector-math';
