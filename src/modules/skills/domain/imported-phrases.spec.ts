import { PhraseTree } from './imported-phrases';

const words = (text: string): readonly string[] => text.split(' ');
const readings = (text: string): readonly (readonly string[])[] =>
  words(text).map((word) => word.split('|'));

describe('PhraseTree', () => {
  const tree = new PhraseTree();
  const crane = tree.add(words('run quay crane'));
  const run = tree.add(words('run'));

  it('knows each phrase by one end, and the beginnings of phrases', () => {
    expect(tree.add(words('run quay crane'))).toBe(crane);
    expect(tree.find(words('run'))).toBe(run);
    expect(tree.find(words('run quay'))).not.toBeNull();
    expect(tree.find(words('quay'))).toBeNull();
  });

  it('finds the phrases of a text wherever they start', () => {
    const ends = tree.endsIn(readings('we run quay crane'), readings('we run quay crane'));
    expect(ends.has(crane)).toBe(true);
    expect(ends.has(run)).toBe(true);
    expect(tree.endsIn(readings('quay crane run'), readings('quay crane run')).has(crane)).toBe(
      false,
    );
  });

  it('tries every reading of a place', () => {
    const text = readings('run3|run quays|quay crane');
    expect(tree.endsIn(text, text).has(crane)).toBe(true);
  });
});
