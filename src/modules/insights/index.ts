export { CompanyModel } from './company-model/company-model';
export { findQuote } from './domain/quotes';
export { InsightsModule } from './insights.module';
export { InsightsProcessor } from './insights.processor';
export { type InterviewQuestions, InterviewQuestionsService } from './interview-questions.service';
