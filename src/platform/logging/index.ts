export { currentRequestId, inLogContext } from './log-context';
export { LoggingModule } from './logging.module';
