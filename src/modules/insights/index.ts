export { InsightsModule } from './insights.module';
export { InsightsProcessor } from './insights.processor';
export { type InterviewQuestions, InterviewQuestionsService } from './interview-questions.service';
