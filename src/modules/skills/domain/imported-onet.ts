import { type ImportedLabel } from './imported-label';
import { columnsOf, tabRecords } from './imported-table';

interface OnetFile {
  readonly file: string;
  /** The column that names the skill. */
  readonly column: string;
  /** Products are names; all other labels merely start with a capital. */
  readonly capitalIsName: boolean;
}

/** The files of the O*NET database (text) that name what people can do or use. */
export const ONET_FILES: readonly OnetFile[] = [
  { file: 'Technology Skills.txt', column: 'Example', capitalIsName: true },
  { file: 'Tools Used.txt', column: 'Example', capitalIsName: false },
  { file: 'Skills.txt', column: 'Element Name', capitalIsName: false },
];

/** Each label once: the files repeat them for every occupation. @throws MissingColumnsError */
export function* onetLabels(
  { file, column, capitalIsName }: OnetFile,
  text: string,
): Generator<ImportedLabel, void, undefined> {
  const seen = new Set<string>();
  for (const [label = ''] of columnsOf(file, tabRecords(text), [column])) {
    if (label === '' || seen.has(label)) continue;
    seen.add(label);
    yield { label, others: [], capitalIsName };
  }
}
