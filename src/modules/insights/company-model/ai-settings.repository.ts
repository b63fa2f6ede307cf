import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';

/** What a company wants of the language model that the server has. */
export interface AiSettings {
  /** Without it nothing of the company is sent anywhere. */
  readonly useModel: boolean;
  readonly analyseOnMatch: boolean;
  readonly structureOnUpload: boolean;
  /** Whether names, addresses and numbers are taken out of what is sent. */
  readonly redactContactData: boolean;
  /** In the currency of the server's prices; null for no limit. */
  readonly monthlyBudget: number | null;
}

/** Until a company says otherwise. */
export const DEFAULT_AI_SETTINGS: AiSettings = {
  useModel: true,
  analyseOnMatch: false,
  structureOnUpload: false,
  redactContactData: true,
  monthlyBudget: null,
};

@Injectable()
export class AiSettingsRepository {
  constructor(private readonly database: Database) {}

  async get(companyId: string): Promise<AiSettings> {
    const [settings] = await this.database.query<AiSettings>(
      `SELECT use_model AS "useModel", analyse_on_match AS "analyseOnMatch",
         structure_on_upload AS "structureOnUpload", redact_contact_data AS "redactContactData", monthly_budget::double precision AS "monthlyBudget"
       FROM ai_settings WHERE company_id = $1`,
      [companyId],
    );
    return settings ?? DEFAULT_AI_SETTINGS;
  }

  /** What is left out stays, also when somebody else changes it meanwhile. */
  async update(companyId: string, changes: Partial<AiSettings>): Promise<void> {
    const first = DEFAULT_AI_SETTINGS;
    await this.database.transaction(async () => {
      await this.database.query(
        `INSERT INTO ai_settings
           (company_id, use_model, analyse_on_match, redact_contact_data, monthly_budget, structure_on_upload)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (company_id) DO NOTHING`,
        [
          companyId,
          first.useModel,
          first.analyseOnMatch,
          first.redactContactData,
          first.monthlyBudget,
          first.structureOnUpload,
        ],
      );
      await this.database.execute(
        `UPDATE ai_settings SET use_model = coalesce($2, use_model),
           analyse_on_match = coalesce($3, analyse_on_match),
           redact_contact_data = coalesce($4, redact_contact_data),
           monthly_budget = CASE WHEN $5::boolean THEN $6 ELSE monthly_budget END,
           structure_on_upload = coalesce($7, structure_on_upload), updated_at = now()
         WHERE company_id = $1`,
        [
          companyId,
          changes.useModel ?? null,
          changes.analyseOnMatch ?? null,
          changes.redactContactData ?? null,
          changes.monthlyBudget !== undefined,
          changes.monthlyBudget ?? null,
          changes.structureOnUpload ?? null,
        ],
      );
    });
  }
}
