/** Names of what may play no part in hiring, whole or with what people put around them. */
const PROTECTED = new Set([
  'age',
  'gender',
  'gender identity',
  'sex',
  'sexual orientation',
  'race',
  'ethnicity',
  'ethnic origin',
  'skin color',
  'skin colour',
  'nationality',
  'national origin',
  'native language',
  'mother tongue',
  'religion',
  'faith',
  'belief',
  'disability',
  'health',
  'pregnancy',
  'marital status',
  'family status',
  'children',
  'political views',
  'union membership',
  'appearance',
  'looks',
]);

/** Whether an attribute to be rated is one that nobody may be judged by. */
export function isProtectedAttribute(name: string): boolean {
  const words = name
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim();
  return PROTECTED.has(words) || PROTECTED.has(words.replace(/^(?:the|their|candidate s) /, ''));
}
