export { SecretsModule } from './secrets.module';
export { SIGNING_KEY } from './signing-key';
