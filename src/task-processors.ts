import { InsightsProcessor } from './modules/insights';
import { IntakeProcessor } from './modules/intake';
import { MatchingProcessor } from './modules/matching';
import { NotificationsProcessor } from './modules/notifications';
import { ResumeSkillsProcessor } from './modules/resumes';
import type { TaskProcessors } from './modules/tasks';
import { TransfersProcessor } from './modules/transfers';
import { WebhooksProcessor } from './modules/webhooks';

/** Who does what in the background: a kind of task that is missing here does not compile. */
export const PROCESSORS: TaskProcessors = {
  'insights.analyse-match': InsightsProcessor,
  'insights.review-resume': InsightsProcessor,
  'insights.structure-resume': InsightsProcessor,
  'intake.process-item': IntakeProcessor,
  'intake.reprocess-resume': IntakeProcessor,
  'matching.rank-pool': MatchingProcessor,
  'matching.rescore-job': MatchingProcessor,
  'notifications.send-email': NotificationsProcessor,
  'skills.search-resumes': ResumeSkillsProcessor,
  'transfers.export-company': TransfersProcessor,
  'transfers.remove-export': TransfersProcessor,
  'webhooks.deliver': WebhooksProcessor,
};
