import { Global, Module } from '@nestjs/common';
import { ENV } from './env';
import { loadEnv } from './load-env';

/** Gives every module the validated settings under `ENV`. */
@Global()
@Module({ providers: [{ provide: ENV, useFactory: loadEnv }], exports: [ENV] })
export class ConfigModule {}
