import { documentOfText } from '../../../../../test/support/resume-text';
import { extractProfile } from './extract-profile';
import { titleOf } from './profile-title';

const titleIn = (text: string): string | null =>
  titleOf(
    extractProfile(documentOfText(text), {
      skills: () => [],
      today: new Date('2026-11-20T00:00:00Z'),
    }).profile,
  );

describe('titleOf', () => {
  it('is the headline', () => {
    expect(
      titleIn('SENIOR ACCOUNTANT\nSummary\nGood.\n\nExperience\nClerk, Acme Ltd, 2015 – 2021'),
    ).toBe('SENIOR ACCOUNTANT');
  });

  it('is the title of the current or the latest position without a headline', () => {
    expect(
      titleIn(
        'Summary\nGood.\n\nExperience\n\nClerk, Acme Ltd, 2015 – 2021\n- x\n\nDriver, Beta Ltd, 2012 – present\n- x',
      ),
    ).toBe('Driver');
    expect(
      titleIn(
        'Summary\nGood.\n\nExperience\n\nClerk, Acme Ltd, 2010 – 2012\n- x\n\nDriver, Beta Ltd, 2012 – 2020\n- x',
      ),
    ).toBe('Driver');
  });

  it('is null when neither is known', () => {
    expect(titleIn('Summary\nGood.')).toBeNull();
  });
});
