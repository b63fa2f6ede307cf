import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { LlmError } from '../../platform/llm';
import { CompanyModel } from './company-model/company-model';
import type { Dossier, Wording } from './domain/analysis';
import { templateWording } from './domain/template-wording';
import { analysisMessages, MODEL_ANSWER, PROMPT_VERSION, supportedWording } from './model-wording';
import { type Origin, type Provenance, timed, withoutModel } from './provenance';

export const TEMPLATE_VERSION = 'template-1';
const MOST_TOKENS = 1500;

/** An analysis with how it came about. */
export interface Analysis extends Wording {
  /** 0..100: the engine's score, which no wording changes. */
  readonly matchScore: number;
  readonly missingSkills: readonly string[];
  readonly provenance: Provenance;
}

type Worded = Wording & { readonly provenance: Origin };

/** Words an analysis: by the model when there is one and its answer stands the checks, else by the template. */
@Injectable()
export class Analyst {
  private readonly log = new Logger(Analyst.name);

  constructor(private readonly model: CompanyModel) {}

  async analyse(companyId: string, dossier: Dossier, signal?: AbortSignal): Promise<Analysis> {
    return {
      ...(await timed(() => this.worded(companyId, dossier, signal))),
      matchScore: Math.round(dossier.matchScore * 100),
      missingSkills: dossier.skills.filter(({ isFound }) => !isFound).map(({ skill }) => skill),
    };
  }

  private async worded(
    companyId: string,
    dossier: Dossier,
    signal: AbortSignal | undefined,
  ): Promise<Worded> {
    const identity = await this.model.identity(companyId);
    if (identity === null) {
      return byTemplate(dossier, null);
    }
    const { text, withheldLines } = await this.model.readable(companyId, dossier);
    const messages = analysisMessages(dossier, text, randomUUID());
    try {
      const answer = await this.model.completeAs(
        companyId,
        'analysis',
        { messages, maxTokens: MOST_TOKENS, ...(signal === undefined ? {} : { signal }) },
        MODEL_ANSWER,
      );
      const { wording, droppedClaims } = supportedWording(answer.value, dossier, text);
      const promptVersion = PROMPT_VERSION;
      const counted = { ...answer.usage, droppedClaims, withheldLines };
      return {
        ...wording,
        provenance: { ...identity, promptVersion, fallbackReason: null, ...counted },
      };
    } catch (error) {
      if (!(error instanceof LlmError)) {
        throw error;
      }
      this.log.warn(`analysis by template: ${error.code}`);
      return byTemplate(dossier, error.code);
    }
  }
}

function byTemplate(dossier: Dossier, fallbackReason: string | null): Worded {
  return {
    ...templateWording(dossier),
    provenance: withoutModel(TEMPLATE_VERSION, fallbackReason),
  };
}
