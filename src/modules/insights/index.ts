export { CompanyModel } from './company-model/company-model';
export { namesProtectedAttribute } from './domain/protected-attributes';
export { findQuote, lineAround } from './domain/quotes';
export { InsightsModule } from './insights.module';
export { InsightsProcessor } from './insights.processor';
export { type InterviewQuestions, InterviewQuestionsService } from './interview-questions.service';
