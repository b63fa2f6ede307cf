import { type SkillDefinition } from '../domain/skill';
import { ACCOUNTING } from './accounting';
import { CLOUD_AND_IT } from './cloud-and-it';
import { CUSTOMER_SERVICE } from './customer-service';
import { DATA_AND_AI } from './data-and-ai';
import { FINANCE_AND_INSURANCE } from './finance-and-insurance';
import { HEALTH_CARE } from './health-care';
import { HUMAN_RESOURCES } from './human-resources';
import { OFFICE_AND_ADMINISTRATION } from './office-and-administration';
import { PROGRAMMING_LANGUAGES } from './programming-languages';
import { SALES_AND_RETAIL } from './sales-and-retail';
import { SOFT_SKILLS } from './soft-skills';
import { WEB_AND_SOFTWARE } from './web-and-software';

/**
 * Every skill that the system knows by itself, over all trades. Written for this project from general
 * knowledge; no list of a third party is copied. Companies add their own by `SkillMatcher.withExtra`.
 */
export const VOCABULARY: readonly SkillDefinition[] = [
  ...ACCOUNTING,
  ...CLOUD_AND_IT,
  ...CUSTOMER_SERVICE,
  ...DATA_AND_AI,
  ...FINANCE_AND_INSURANCE,
  ...HEALTH_CARE,
  ...HUMAN_RESOURCES,
  ...OFFICE_AND_ADMINISTRATION,
  ...PROGRAMMING_LANGUAGES,
  ...SALES_AND_RETAIL,
  ...SOFT_SKILLS,
  ...WEB_AND_SOFTWARE,
];
