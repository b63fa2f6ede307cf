import { isFunctionWord } from './function-words';

it.each(['the', 'and', 'who', 'it', '(with', 'to,'])('takes %s for glue', (word) => {
  expect(isFunctionWord(word)).toBe(true);
});

it.each(['IT', 'May', 'C', 'R', 'go', 'books', '.NET', 'C#', '***', ''])('keeps %s', (word) => {
  expect(isFunctionWord(word)).toBe(false);
});
