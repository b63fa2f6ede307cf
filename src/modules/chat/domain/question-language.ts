import { fold } from './words';

/** Small words that hold sentences together; few of them are words of another of these languages. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  English:
    'a an and any are as at be been by can did do does for from had has have he her his how in is it know known long many much of on or she than that the their there they this to was were what when where which who why will with would years',
  German:
    'der die das ein eine einen und oder ist sind hat haben hatte kann konnen welche welcher welches wie wer wo was warum mit fur auf bei nicht er sie es ihr ihre sein seine kennt spricht jahre wieviel gibt uber von zu im am als auch schon bereits erfahrung gearbeitet',
  French:
    'le la les un une des et ou est sont a ont avoir peut quel quelle quels quelles comment qui quoi pourquoi avec pour dans sur chez pas il elle ils elles son sa ses leur parle connait annees combien du de au aux t-il t-elle experience ce cette travaille',
  Spanish:
    'el la los las un una y o es son tiene tienen ha puede cual cuales que como quien donde por porque con para en sobre no ella ellos su sus habla conoce anos cuantos cuantas del de al experiencia este esta trabajado',
  Italian:
    'il lo la gli le un una e o ha hanno puo quale quali che come chi dove perche con per in su non lei lui loro suo sua suoi parla conosce anni quanti quante della del di al esperienza questo questa lavorato',
  Portuguese:
    'o os as um uma e ou tem pode qual quais que como quem onde porque com para em sobre nao ele ela eles seu sua seus fala conhece anos quantos quantas do da de ao experiencia este esta trabalhou',
  Dutch:
    'de het een en of is zijn heeft hebben kan kunnen welke wat wie waar waarom hoe met voor op bij niet hij zij haar zijn hun spreekt kent jaren hoeveel van naar ervaring dit deze gewerkt',
  Polish:
    'czy jest sa ma maja moze jaki jaka jakie co kto gdzie dlaczego jak z dla na przy nie on ona oni jego jej ich mowi zna lat ile od do doswiadczenie ten ta pracowal pracowala',
  Swedish:
    'en ett och eller ar har kan vilken vilka vad vem var varfor hur med for pa inte han hon de hans hennes talar kanner ar manga av till erfarenhet denna detta arbetat',
  Turkish:
    've veya mi mu var yok hangi ne kim nerede neden nasil ile icin degil o onun onlar biliyor konusuyor yil kac deneyimi bu calisti adayin',
};

const WORDS_OF: readonly (readonly [string, ReadonlySet<string>])[] = Object.entries(
  SMALL_WORDS,
).map(([language, words]) => [language, new Set(words.split(' '))]);

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Chinese', /\p{Script=Han}/u],
  ['Korean', /\p{Script=Hangul}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Greek', /\p{Script=Greek}{3}/u],
  ['Hindi', /\p{Script=Devanagari}/u],
  ['Russian or another language in Cyrillic', /\p{Script=Cyrillic}{3}/u],
  ['Thai', /\p{Script=Thai}/u],
];

/** The name of the language when it is certainly not English; null for English, and for a few names. */
export function foreignLanguageOf(question: string): string | null {
  const script = SCRIPTS.find(([, letters]) => letters.test(question));
  if (script !== undefined) {
    return script[0];
  }
  const words = fold(question).match(/[\p{L}'-]+/gu) ?? [];
  const counts = WORDS_OF.map(([language, known]) => ({
    language,
    count: words.filter((word) => known.has(word)).length,
  })).toSorted((a, b) => b.count - a.count);
  const english = counts.find(({ language }) => language === 'English')?.count ?? 0;
  const [best] = counts;
  const isForeign = best !== undefined && best.count >= 2 && best.count > english;
  return isForeign ? best.language : null;
}
