/** Small words by which the languages of resumes are told apart; each belongs to one of them here. */
const SMALL_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: 'the of and to is with for that this are was has have not from which what how you your'.split(
    ' ',
  ),
  de: 'der die das und ist mit für nicht ein eine auf von zu den dem im auch sich wie haben'.split(
    ' ',
  ),
  fr: 'le la les des est et une dans pour avec que qui sur pas du au vous votre comment'.split(' '),
  es: 'el los las una con para que es por como del su sus más y en usted cómo qué'.split(' '),
  it: 'il lo gli della di che è con per una sono nel del come più non si ha alla'.split(' '),
  pt: 'o os as um uma com para que é não por como do da seu sua mais em você'.split(' '),
  nl: 'de het een en van is met voor niet dat op te zijn aan hoe wat uw heeft naar ook'.split(' '),
};

const FEWEST_WORDS = 6;
const LATIN = /\p{Script=Latin}/u;

/** Whether a text reads as English; one that is too short to tell does. */
export function isEnglish(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => LATIN.test(letter)).length;
  if (latin < letters.length / 2) {
    return false;
  }
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < FEWEST_WORDS) {
    return true;
  }
  const counts = Object.entries(SMALL_WORDS).map(([language, small]) => {
    const known = new Set(small);
    return { language, count: words.filter((word) => known.has(word)).length };
  });
  const english = counts.find(({ language }) => language === 'en')?.count ?? 0;
  return counts.every(({ language, count }) => language === 'en' || count <= english);
}
