export { SecretsModule } from './secrets.module';
export { findSigningKey, keepSigningKey, loadSigningKey, SIGNING_KEY } from './signing-key';
