import { Global, Module } from '@nestjs/common';
import { ENV } from '../../config';
import { loadSigningKey, SIGNING_KEY } from './signing-key';

/** What only this installation knows. */
@Global()
@Module({
  providers: [{ provide: SIGNING_KEY, inject: [ENV], useFactory: loadSigningKey }],
  exports: [SIGNING_KEY],
})
export class SecretsModule {}
