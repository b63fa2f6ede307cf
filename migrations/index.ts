import { CreateSchema1763600000000 } from './1763600000000-create-schema';
import { AddSearch1763700000000 } from './1763700000000-add-search';
import { AddIdempotencyKeys1763800000000 } from './1763800000000-add-idempotency-keys';
import { AddWebhooks1763801000000 } from './1763801000000-add-webhooks';
import { AddRankedLists1763803000000 } from './1763803000000-add-ranked-lists';
import { AddEmbeddingModelIndex1763804500000 } from './1763804500000-add-embedding-model-index';
import { AddWeightsAndDecisions1763806000000 } from './1763806000000-add-weights-and-decisions';
import { AddTaskRuns1763850000000 } from './1763850000000-add-task-runs';
import { AddRankingGenerations1763851000000 } from './1763851000000-add-ranking-generations';
import { AddEmail1763860000000 } from './1763860000000-add-email';
import { AddPasswordResets1763870000000 } from './1763870000000-add-password-resets';
import { AddAnalyses1763880000000 } from './1763880000000-add-analyses';
import { AddChunkModel1763881000000 } from './1763881000000-add-chunk-model';
import { AddAiSettings1763882000000 } from './1763882000000-add-ai-settings';
import { AddResumeReviews1763883000000 } from './1763883000000-add-resume-reviews';
import { AddResumeStructurings1763884000000 } from './1763884000000-add-resume-structurings';
import { AddChat1763890000000 } from './1763890000000-add-chat';
import { AddPipeline1763900000000 } from './1763900000000-add-pipeline';
import { KeepUploadsOfApplications1763901000000 } from './1763901000000-keep-uploads-of-applications';
import { AddInterviews1763910000000 } from './1763910000000-add-interviews';
import { AddApplicationRecords1763920000000 } from './1763920000000-add-application-records';
import { AddCompanyExports1763921000000 } from './1763921000000-add-company-exports';
import { AddTaskOrigin1763930000000 } from './1763930000000-add-task-origin';
import { AddAudit1763940000000 } from './1763940000000-add-audit';
import { AddPeopleStatistics1763950000000 } from './1763950000000-add-people-statistics';
import { TidyWordIndexes1763960000000 } from './1763960000000-tidy-word-indexes';
import { AddLastDecisionIndex1763970000000 } from './1763970000000-add-last-decision-index';
import { IndexDecisionsOnly1763980000000 } from './1763980000000-index-decisions-only';

/** Every migration, oldest first. */
export const MIGRATIONS = [
  CreateSchema1763600000000,
  AddSearch1763700000000,
  AddIdempotencyKeys1763800000000,
  AddWebhooks1763801000000,
  AddRankedLists1763803000000,
  AddEmbeddingModelIndex1763804500000,
  AddWeightsAndDecisions1763806000000,
  AddTaskRuns1763850000000,
  AddRankingGenerations1763851000000,
  AddEmail1763860000000,
  AddPasswordResets1763870000000,
  AddAnalyses1763880000000,
  AddChunkModel1763881000000,
  AddAiSettings1763882000000,
  AddResumeReviews1763883000000,
  AddResumeStructurings1763884000000,
  AddChat1763890000000,
  AddPipeline1763900000000,
  KeepUploadsOfApplications1763901000000,
  AddInterviews1763910000000,
  AddApplicationRecords1763920000000,
  AddCompanyExports1763921000000,
  AddTaskOrigin1763930000000,
  AddAudit1763940000000,
  AddPeopleStatistics1763950000000,
  TidyWordIndexes1763960000000,
  AddLastDecisionIndex1763970000000,
  IndexDecisionsOnly1763980000000,
] as const;
