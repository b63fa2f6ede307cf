export { CareersModule } from './careers.module';
