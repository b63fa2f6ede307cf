import { isProtectedAttribute } from './attribute-name';

it.each([
  'Age',
  ' gender ',
  'Marital-Status',
  'Their religion',
  'Sexual orientation',
  'Disability',
])('finds that %s may not be rated', (name) => {
  expect(isProtectedAttribute(name)).toBe(true);
});

it.each(['SAP', 'Race conditions', 'Health and safety', 'Language skills', 'Agency work', ''])(
  'lets %s be rated',
  (name) => {
    expect(isProtectedAttribute(name)).toBe(false);
  },
);
