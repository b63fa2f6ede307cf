import { readTable } from './csv-table';
import { JOB_FIELDS, jobRowsOf, missingJobColumns, vacancyKey } from './job-import';

it('takes the fields of a job of a row', () => {
  const text =
    'Stelle;Beschreibung;Ort;Skills;Experience;Status\n' +
    'Koch;"Sie kochen;\ntäglich.";Köln;Baking | C++;2,5;Open\nWirt;Sie bewirten.;;Service, Sales;viel;';
  expect(jobRowsOf(readTable(text, JOB_FIELDS))).toEqual([
    {
      line: 2,
      body: {
        title: 'Koch',
        description: 'Sie kochen;\ntäglich.',
        location: 'Köln',
        skills_required: ['Baking', 'C++'],
        min_years_experience: 2.5,
        status: 'open',
      },
    },
    {
      line: 4,
      body: {
        title: 'Wirt',
        description: 'Sie bewirten.',
        skills_required: ['Service', 'Sales'],
        min_years_experience: 'viel',
      },
    },
  ]);
});

it('misses the columns that every job needs', () => {
  expect(missingJobColumns(readTable('title,place\n', JOB_FIELDS))).toMatchObject([
    { line: 1, column: 'description', code: 'column_missing' },
  ]);
});

it('knows a vacancy by its title and place', () => {
  expect(vacancyKey(' Head  Cook', 'Leeds')).toBe(vacancyKey('head cook', 'leeds '));
  expect(vacancyKey('Head Cook', null)).not.toBe(vacancyKey('Head Cook', 'Leeds'));
});
