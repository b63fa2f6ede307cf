import { namesProtectedAttribute } from './protected-attributes';

describe('namesProtectedAttribute', () => {
  it.each([
    'How old are you, and why?',
    'When do you plan to retire?',
    'Are you married?',
    'Do you have any children who need you in the evening?',
    'Which church do you go to?',
    'Where are you originally from?',
    'What is your native language?',
    'How many sick days did you take last year?',
    'Do you have a disability that we should know of?',
    'The candidate’s age may be a concern.',
    'She may be pregnant.',
  ])('hears it in %j', (text) => {
    expect(namesProtectedAttribute(text)).toBe(true);
  });

  it.each([
    'How did you train children in the swimming club to dive?',
    'How did the race condition in the scheduler come about?',
    'Which health records system did you migrate?',
    'How did you lead the family business through the move to the cloud?',
    'Why did the team retire the old billing service?',
    'Kubernetes is a must for this role: where have you come closest to it?',
    'What changed in the packaging line when the new standard came?',
  ])('does not hear it in %j', (text) => {
    expect(namesProtectedAttribute(text)).toBe(false);
  });
});
