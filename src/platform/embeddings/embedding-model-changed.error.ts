import { AppError } from '../../common/errors';

/** Vectors of two models mean different things: what would compare them is refused. */
export class EmbeddingModelChangedError extends AppError {
  readonly status = 409;
  readonly code = 'embedding_model_changed';

  constructor(message: string) {
    super(`${message} Run \`npm run reembed\`, which embeds everything by the current model.`);
  }
}
