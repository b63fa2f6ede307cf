export { CollaborationModule } from './collaboration.module';
