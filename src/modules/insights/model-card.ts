import { Injectable } from '@nestjs/common';
import { Embedder } from '../../platform/embeddings';
import { ENGINE_VERSION } from '../matching';
import { TEMPLATE_VERSION } from './analyst';
import { AiSettingsService } from './company-model/ai-settings.service';
import { CompanyModel } from './company-model/company-model';
import type { ModelCardDto } from './dto/model-card.dto';
import { MEASURED_QUALITY } from './measured-quality';
import { PROMPT_VERSION } from './model-wording';
import { REVIEW_PROMPT_VERSION } from './reviews/model-review';
import { REVIEW_RULES_VERSION } from './reviews/reviewer';
import { READING_PROMPT_VERSION } from './structuring/model-reading';
import { RULES_VERSION } from './structuring/structurer';

/** What people are told of the machine: what it is for, what it reads, where its limits are. */
@Injectable()
export class ModelCard {
  constructor(
    private readonly model: CompanyModel,
    private readonly settings: AiSettingsService,
    private readonly embedder: Embedder,
  ) {}

  /** As it is for this company, by its settings. */
  async get(companyId: string): Promise<ModelCardDto> {
    const identity = await this.model.identity(companyId);
    const { redactContactData } = await this.settings.get(companyId);
    return {
      purpose:
        'Helps people to read resumes against a job: a score with its reasons, a summary, and questions for the interview. It decides on nobody.',
      inputs: [
        'The job’s title, description, requirements and skills.',
        redactContactData
          ? 'The resume’s text, without name, contact data and home.'
          : 'The resume’s text. Your company lets name and contact data be sent to the language model.',
      ],
      not_used: [
        'Age, gender, family, origin, health, religion and other protected attributes: neither asked for nor shown.',
        'Photographs, social networks, and anything that is not in the resume.',
      ],
      limits: [
        'Scores and their order come from rules and an embedding model alone; the language model only words them.',
        'A skill that the resume names in words that no vocabulary knows counts as missing.',
        'A quote shows that the resume says so, not that it is true.',
        'Summaries of a language model are checked for length and wording, and may still be wrong. How good they are is not measured: that depends on the model.',
        'What a language model says of age, family, health and the like is dropped by its wording in English, which also drops harmless words about such work.',
      ],
      engine_version: ENGINE_VERSION,
      embedding_model: this.embedder.modelName,
      provider: identity?.provider ?? 'none',
      model: identity?.model ?? 'template',
      prompt_versions:
        identity === null
          ? {
              analysis: TEMPLATE_VERSION,
              review: REVIEW_RULES_VERSION,
              structuring: RULES_VERSION,
            }
          : {
              analysis: PROMPT_VERSION,
              review: REVIEW_PROMPT_VERSION,
              structuring: READING_PROMPT_VERSION,
            },
      sends_to_model: identity !== null,
      measured_quality: MEASURED_QUALITY,
    };
  }
}
