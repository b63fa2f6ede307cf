/**
 * Month names, abbreviations, seasons and words for "until now" in the languages that resumes of
 * European companies come in. Written without accents: they are compared after folding.
 */
const MONTH_WORDS: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'janner', 'janvier', 'janv', 'enero', 'ene', 'gennaio', 'gen', 'janeiro', 'januari', 'ocak', 'oca', 'stycznia', 'styczen'],
  ['february', 'feb', 'februar', 'fevrier', 'fevr', 'fev', 'febrero', 'febbraio', 'fevereiro', 'februari', 'subat', 'sub', 'lutego', 'luty'],
  ['march', 'mar', 'marz', 'maerz', 'mrz', 'mars', 'marzo', 'marco', 'maart', 'mrt', 'mart', 'marca', 'marzec'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'aprile', 'nisan', 'nis', 'kwietnia', 'kwiecien'],
  ['may', 'mai', 'mayo', 'maggio', 'mag', 'maio', 'mei', 'mayis', 'maja', 'maj'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'giugno', 'giu', 'junho', 'haziran', 'haz', 'czerwca', 'czerwiec'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio', 'luglio', 'lug', 'julho', 'temmuz', 'tem', 'lipca', 'lipiec'],
  ['august', 'aug', 'aout', 'agosto', 'ago', 'augustus', 'agustos', 'agu', 'augusti', 'sierpnia', 'sierpien'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre', 'settembre', 'set', 'setembro', 'eylul', 'eyl', 'wrzesnia', 'wrzesien'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'ottobre', 'ott', 'outubro', 'out', 'ekim', 'eki', 'pazdziernika'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro', 'kasim', 'kas', 'listopada'],
  ['december', 'dec', 'dezember', 'dez', 'decembre', 'diciembre', 'dic', 'dicembre', 'dezembro', 'desember', 'aralik', 'ara', 'grudnia'],
];

/** Folded word → month number from 1. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_WORDS.flatMap((words, index) => words.map((word) => [word, index + 1] as const)),
);

/** First and last month of a season on the northern half of the earth, and of a quarter. */
export const SEASONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['spring', [3, 5]],
  ['summer', [6, 8]],
  ['fall', [9, 11]],
  ['autumn', [9, 11]],
  ['winter', [12, 12]],
  ['fruhling', [3, 5]],
  ['fruhjahr', [3, 5]],
  ['sommer', [6, 8]],
  ['herbst', [9, 11]],
  ['printemps', [3, 5]],
  ['ete', [6, 8]],
  ['automne', [9, 11]],
  ['primavera', [3, 5]],
  ['verano', [6, 8]],
  ['otono', [9, 11]],
  ['q1', [1, 3]],
  ['q2', [4, 6]],
  ['q3', [7, 9]],
  ['q4', [10, 12]],
]);

export const PRESENT_WORDS = [
  'present', 'presently', 'current', 'currently', 'now', 'today', 'ongoing', 'on going', 'on-going', 'to date', 'till date', 'date', 'this date',
  'heute', 'jetzt', 'aktuell', 'laufend', 'dato', "aujourd'hui", 'aujourd’hui', 'ce jour', 'present jour', 'actuel', 'actuellement', 'maintenant',
  'actualidad', 'la actualidad', 'actual', 'actualmente', 'presente', 'oggi', 'attuale', 'in corso', 'atual', 'atualmente', 'o momento', 'hoje',
  'heden', 'nu', 'gunumuz', 'halen', 'devam ediyor', 'devam', 'simdi', 'obecnie',
] as const;

/** Words between the two dates of a range. */
export const RANGE_WORDS = [
  'to', 'until', 'till', 'til', 'through', 'thru', 'up to', 'bis', 'a', 'à', 'au', 'al', 'hasta', 'até', 'ate', 'tot', 'e', 've',
] as const;

export const SINCE_WORDS = [
  'since', 'from', 'starting', 'started', 'seit', 'ab', 'depuis', 'desde', 'dal', 'da', 'sinds',
] as const;

export const UNTIL_WORDS = ['until', 'till', 'bis', "jusqu'a", 'hasta', 'fino a'] as const;
