export { InsightsModule } from './insights.module';
export { InsightsProcessor } from './insights.processor';
