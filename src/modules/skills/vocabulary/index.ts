import { type SkillDefinition } from '../domain/skill';
import { ACCOUNTING } from './accounting';
import { AGRICULTURE_AND_ENVIRONMENT } from './agriculture-and-environment';
import { APPAREL_AND_FASHION } from './apparel-and-fashion';
import { AVIATION } from './aviation';
import { BUSINESS_AND_CONSULTING } from './business-and-consulting';
import { CLOUD_AND_IT } from './cloud-and-it';
import { CONSTRUCTION_AND_TRADES } from './construction-and-trades';
import { CUSTOMER_SERVICE } from './customer-service';
import { DATA_AND_AI } from './data-and-ai';
import { DESIGN_AND_ARTS } from './design-and-arts';
import { EDUCATION_AND_TEACHING } from './education-and-teaching';
import { ENGINEERING } from './engineering';
import { FINANCE_AND_INSURANCE } from './finance-and-insurance';
import { FITNESS_AND_SPORTS } from './fitness-and-sports';
import { FOOD_AND_KITCHEN } from './food-and-kitchen';
import { HEALTH_CARE } from './health-care';
import { HOSPITALITY_AND_EVENTS } from './hospitality-and-events';
import { HUMAN_RESOURCES } from './human-resources';
import { LEGAL } from './legal';
import { LOGISTICS_AND_TRANSPORT } from './logistics-and-transport';
import { MANUFACTURING_AND_AUTOMOTIVE } from './manufacturing-and-automotive';
import { MARKETING_AND_MEDIA } from './marketing-and-media';
import { OFFICE_AND_ADMINISTRATION } from './office-and-administration';
import { PROGRAMMING_LANGUAGES } from './programming-languages';
import { PUBLIC_SECTOR_AND_SECURITY } from './public-sector-and-security';
import { SALES_AND_RETAIL } from './sales-and-retail';
import { SCIENCE_AND_LABORATORY } from './science-and-laboratory';
import { SOFT_SKILLS } from './soft-skills';
import { SPOKEN_LANGUAGES } from './spoken-languages';
import { WEB_AND_SOFTWARE } from './web-and-software';

/**
 * Every skill that the system knows by itself, over all trades. Written for this project from general
 * knowledge; no list of a third party is copied. Companies add their own by `SkillMatcher.withExtra`.
 */
export const VOCABULARY: readonly SkillDefinition[] = [
  ...ACCOUNTING,
  ...AGRICULTURE_AND_ENVIRONMENT,
  ...APPAREL_AND_FASHION,
  ...AVIATION,
  ...BUSINESS_AND_CONSULTING,
  ...CLOUD_AND_IT,
  ...CONSTRUCTION_AND_TRADES,
  ...CUSTOMER_SERVICE,
  ...DATA_AND_AI,
  ...DESIGN_AND_ARTS,
  ...EDUCATION_AND_TEACHING,
  ...ENGINEERING,
  ...FINANCE_AND_INSURANCE,
  ...FITNESS_AND_SPORTS,
  ...FOOD_AND_KITCHEN,
  ...HEALTH_CARE,
  ...HOSPITALITY_AND_EVENTS,
  ...HUMAN_RESOURCES,
  ...LEGAL,
  ...LOGISTICS_AND_TRANSPORT,
  ...MANUFACTURING_AND_AUTOMOTIVE,
  ...MARKETING_AND_MEDIA,
  ...OFFICE_AND_ADMINISTRATION,
  ...PROGRAMMING_LANGUAGES,
  ...PUBLIC_SECTOR_AND_SECURITY,
  ...SALES_AND_RETAIL,
  ...SCIENCE_AND_LABORATORY,
  ...SOFT_SKILLS,
  ...SPOKEN_LANGUAGES,
  ...WEB_AND_SOFTWARE,
];
