import { formKey, importedForm } from './imported-form';

describe('importedForm', () => {
  it('takes phrases of two to five words as they are', () => {
    expect(importedForm('calibrate harbour cranes', true)).toEqual({
      text: 'calibrate harbour cranes',
      isWeak: false,
      isExact: false,
    });
    expect(importedForm('calibrate the cranes of the old harbour', true)).toBeNull();
  });

  it('wants evidence for a phrase of everyday words', () => {
    expect(importedForm('work in teams', true)?.isWeak).toBe(true);
    expect(importedForm('show initiative', true)?.isWeak).toBe(true);
    expect(importedForm('be a driving force', true)?.isWeak).toBe(true);
    expect(importedForm('think quickly', true)?.isWeak).toBe(true);
  });

  it('takes a single word only as a name, with evidence and as it is written', () => {
    expect(importedForm('Zephyrdoc', true)).toEqual({
      text: 'Zephyrdoc',
      isWeak: true,
      isExact: true,
    });
    expect(importedForm('criminology', true)).toBeNull();
  });

  it('does not take a capital for a name where every label starts with one', () => {
    expect(importedForm('Calipers', false)).toBeNull();
    expect(importedForm('ZephyrDoc', false)).not.toBeNull();
  });

  it.each(['Slack', 'Puppet', 'Notes', 'Act!'])('never takes an everyday word: %s', (word) => {
    expect(importedForm(word, true)).toBeNull();
  });

  it.each(['R', 'C#', 'Go', 'x y', '12 34'])('never takes less than three letters: %s', (text) => {
    expect(importedForm(text, true)).toBeNull();
  });
});

describe('formKey', () => {
  it('is the same for forms that the matcher takes for one', () => {
    expect(formKey('Install heat-pumps')).toBe(formKey('install heat pump'));
    expect(formKey('organise a stall')).toBe(formKey('organize a stall'));
    expect(formKey('heats pump')).not.toBe(formKey('heat pump'));
  });
});
