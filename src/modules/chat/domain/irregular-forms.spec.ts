import { plainForm } from './irregular-forms';
import { stem } from './words';

describe('irregular forms', () => {
  it.each([
    ['drive', 'driven'],
    ['drives', 'drove'],
    ['writing', 'wrote'],
    ['builder', 'built'],
    ['happy', 'happier'],
  ])('%s and %s have one stem', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });

  it.each([
    ['care', 'cars'],
    ['carriers', 'cars'],
    ['customs', 'customers'],
    ['published', 'public'],
    ['later', 'late'],
    ['planes', 'planned'],
    ['catering', 'cats'],
  ])('keep %s and %s apart', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  it('leave other words as they are', () => {
    expect(plainForm('planned')).toBe('planned');
  });
});
