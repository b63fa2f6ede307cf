export { IntakeModule } from './intake.module';
export { IntakeProcessor } from './intake.processor';
