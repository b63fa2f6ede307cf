import { csvRecords } from './imported-csv';
import { type ImportedLabel } from './imported-label';
import { columnsOf } from './imported-table';

/** The file of an ESCO download (CSV, classification, English) that holds the skills. */
export const ESCO_FILE = 'skills_en.csv';

/** @throws CsvSyntaxError, MissingColumnsError */
export function* escoLabels(csv: string): Generator<ImportedLabel, void, undefined> {
  const rows = columnsOf(ESCO_FILE, csvRecords(csv), ['preferredLabel', 'altLabels']);
  for (const [label = '', alternatives = ''] of rows) {
    // ESCO writes all but names in small letters.
    if (label !== '') yield { label, others: alternatives.split(/\r?\n/), capitalIsName: true };
  }
}
