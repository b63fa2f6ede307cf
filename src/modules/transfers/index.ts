export { TransfersModule } from './transfers.module';
export { TransfersProcessor } from './transfers.processor';
