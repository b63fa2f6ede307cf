import { readFileSync } from 'node:fs';
import { MEASURED_QUALITY } from '../../src/modules/insights/measured-quality';

describe('the model card', () => {
  it.each(MEASURED_QUALITY)(
    'tells figures that their source reports: $value $measure',
    ({ value, compared_with: other, source }) => {
      const rows = readFileSync(source, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('|'));
      const figures = rows.flatMap((row) => row.split('|').map((cell) => cell.trim()));
      const [baseline] = (other ?? value).split(',');
      expect(figures).toEqual(expect.arrayContaining([value, baseline]));
    },
  );
});
