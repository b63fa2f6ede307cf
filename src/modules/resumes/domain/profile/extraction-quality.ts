import {
  type ExtractedDocument,
  type ExtractionFlag,
  type ExtractionFlagCode,
} from '../document/document';
import { type Resume } from './profile';

export interface ExtractionQuality {
  /** Those of the document and those that the profile adds. */
  readonly flags: readonly ExtractionFlag[];
  /** 0..1: how far the profile can be trusted without looking at the file. */
  readonly quality: number;
  /** What lowered it, in words a recruiter understands. */
  readonly quality_reasons: readonly string[];
}

/** How much each flag takes off, and how it is called among the reasons. */
const COSTS: Readonly<
  Record<ExtractionFlagCode, { readonly cost: number; readonly reason: string }>
> = {
  two_columns: { cost: 0.05, reason: 'two columns' },
  hidden_text: { cost: 0.1, reason: 'hidden text left out' },
  prompt_injection: { cost: 0.1, reason: 'instructions to a language model in the text' },
  ocr: { cost: 0.2, reason: 'OCR' },
  ocr_unavailable: { cost: 0.3, reason: 'pictures of text were not read' },
  low_text: { cost: 0.4, reason: 'hardly any text' },
  truncated: { cost: 0.15, reason: 'only the beginning was read' },
  no_dates_found: { cost: 0.15, reason: 'no dates found' },
  no_contact_found: { cost: 0.1, reason: 'no e-mail or phone found' },
  no_sections_found: { cost: 0.15, reason: 'no section headings found' },
};
const LOW_TEXT_CHARACTERS = 200;
/** Share of the text beside other text; a list set in two columns does not make the page one of them. */
const COLUMN_SHARE = 0.1;

export function judgeExtraction(document: ExtractedDocument, profile: Resume): ExtractionQuality {
  const flags = withProfileFlags(document, profile);
  const costs = flags.map((flag) => COSTS[flag.code]);
  const gaps = missingParts(profile);
  const lost = costs.reduce((sum, { cost }) => sum + cost, 0) + gaps.length * 0.08;
  const quality = document.content.trim() === '' ? 0 : Math.max(0.05, 1 - lost);
  return {
    flags,
    quality: Math.round(quality * 100) / 100,
    quality_reasons: [...costs.map(({ reason }) => reason), ...gaps],
  };
}

function withProfileFlags(document: ExtractedDocument, profile: Resume): readonly ExtractionFlag[] {
  const flags = [...document.flags];
  const add = (code: ExtractionFlagCode, message: string, amount: number | null = null): void => {
    if (!flags.some((flag) => flag.code === code)) flags.push({ code, message, amount });
  };
  const { personal_info: person, positions, educations } = profile;
  const dated = [...positions, ...educations].some(
    (item) => item.start_date !== null || item.end_date !== null,
  );
  const characters = document.content.replace(/\s/gu, '').length;
  if (document.method !== 'text')
    add('ocr', 'The text was read from a picture; letters may be wrong.');
  if (textBeside(document) > COLUMN_SHARE * document.content.length)
    add('two_columns', 'The page has several columns; their order may be wrong.');
  if (characters < LOW_TEXT_CHARACTERS)
    add('low_text', 'The file holds hardly any text.', characters);
  if (!dated) add('no_dates_found', 'No dates of positions or educations were found.');
  if (person.email === null && person.phone === null)
    add('no_contact_found', 'No e-mail address or phone number was found.');
  if (!profile.sections.some((section) => section.heading !== null))
    add('no_sections_found', 'No headings of sections were found.');
  return flags;
}

function missingParts(profile: Resume): readonly string[] {
  const { personal_info: person, positions, educations, skills } = profile;
  return [
    person.name === null ? 'no name found' : null,
    positions.length === 0 ? 'no positions found' : null,
    educations.length === 0 ? 'no education found' : null,
    skills.length === 0 ? 'no skills found' : null,
  ].filter((reason) => reason !== null);
}

function textBeside(document: ExtractedDocument): number {
  return document.lines.reduce(
    (length, line) => length + (line.column > 0 ? line.end - line.start : 0),
    0,
  );
}
