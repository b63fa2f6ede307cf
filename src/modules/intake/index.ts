export { BulkIntakeService } from './bulk-intake.service';
export { multipartName } from './file-name';
export { IntakeModule, IntakeServicesModule } from './intake.module';
export { IntakeProcessor } from './intake.processor';
