import { type EducationLevel } from './profile';
import { type TextSpan } from './text-span';

interface DegreeForm {
  readonly level: EducationLevel;
  readonly pattern: RegExp;
}

const boundary = (source: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}.])(?:${source})(?![\\p{L}\\p{N}])`, flags);
/** "of Science", "of Business Administration", "of Arts and Sciences". */
const OF =
  '(?:\\s+(?:of|in)\\s+(?:the\\s+)?(?:Applied\\s+|Fine\\s+|Business\\s+|Public\\s+|Health\\s+|Social\\s+|Liberal\\s+|Computer\\s+)?\\p{Lu}[\\p{L}]+(?:\\s+(?:and\\s+|&\\s+)?(?:Arts?|Sciences?|Administration|Studies|Laws?|Engineering|Technology|Education|Work|Health|Music|Commerce|Philosophy|Nursing|Architecture|Applications?|Design|Theology|Divinity|Medicine|Surgery|Pharmacy))*)?';
const SUFFIX = "(?:['’]?s)?(?:\\s+[Dd]egree)?";

/** From the highest degree down; abbreviations count in the spelling of degrees only ("BS", not "bs"). */
const FORMS: readonly DegreeForm[] = [
  {
    level: 'doctorate',
    pattern: boundary(
      `doctor(?:ate|al degree|al)?${SUFFIX}${OF}|juris doctor|dr\\. ?(?:rer|phil|med|ing)\\.?(?: ?nat\\.?)?|promotion zum dr|doktorat?|doctorat|doctorado|dottorato(?: di ricerca)?|doutorado`,
      'iu',
    ),
  },
  {
    level: 'doctorate',
    pattern: boundary(
      'Ph\\.?\\s?D\\.?|D\\.?Phil\\.?|Ed\\.?D\\.?|Pharm\\.?\\s?D\\.?|Psy\\.?D\\.?|D\\.?N\\.?P\\.?|J\\.?D\\.?|M\\.D\\.|MD(?=\\s+(?:in|from|,))|D\\.?D\\.?S\\.?|D\\.?V\\.?M\\.?|D\\.?B\\.?A\\.?',
      'u',
    ),
  },
  {
    level: 'master',
    pattern: boundary(
      `(?:executive\\s+)?master${SUFFIX}${OF}|magister|maîtrise|m[aá]ster|mestrado|laurea magistrale|yüksek lisans|diplom(?:-?ingenieur(?:in)?|-?kaufmann|-?informatiker(?:in)?)?(?=\\s+(?:in|\\())|dipl\\.?-? ?(?:ing|inf|kfm|phys|psych)\\.?|staatsexamen|postgraduate degree`,
      'iu',
    ),
  },
  {
    level: 'master',
    pattern: boundary(
      '(?:Ing|Mgr)\\.?\\s?\\(MSc\\)|(?:E)?M\\.?B\\.?A\\.?|M\\.?\\s?S\\.?\\s?[Cc]\\.?|M\\.?S\\.?(?:E\\.?|W\\.?|N\\.?|Ed\\.?)?|M\\.?A\\.?(?:T\\.?|\\s?\\(Hons?\\.?\\))?|M\\.?\\s?Eng\\.?|M\\.?\\s?Tech\\.?|M\\.?F\\.?A\\.?|M\\.?\\s?Ed\\.?|M\\.?P\\.?[AHP]\\.?|L\\.?L\\.?M\\.?|M\\.?\\s?Phil\\.?|M\\.?C\\.?A\\.?|M\\.?\\s?Com\\.?|M\\.\\s?com\\.?|M\\.?L\\.?I\\.?S(?:c)?\\.?|M\\.?\\s?Arch\\.?|MIS|MRes|MMus|MPharm|M\\.?E\\.?|PGDM',
      'u',
    ),
  },
  {
    level: 'bachelor',
    pattern: boundary(
      `bachelor${SUFFIX}${OF}|baccalaureate degree|licenciatura|licenciad[oa]|licence(?=\\s+(?:en|de|d['’]))|laurea(?: triennale)?|lisans|grado(?= en)|undergraduate degree|bacharel(?:ado)?|in[zż]ynier|ingeniero?|vordiplom`,
      'iu',
    ),
  },
  {
    level: 'bachelor',
    pattern: boundary(
      'B\\.?\\s?S\\.?\\s?[Cc]\\.?(?:\\s?\\(?Hons?\\.?\\)?)?|B\\.?S\\.?(?:N\\.?|W\\.?|E\\.?|BA|Ed\\.?)?|B\\.?A\\.?(?:\\s?\\(?Hons?\\.?\\)?)?|B\\.?\\s?Eng\\.?|B\\.?\\s?Tech\\.?|B\\.?B\\.?A\\.?|B\\.?F\\.?A\\.?|B\\.?\\s?Com\\.?|B\\.\\s?com\\.?|B\\.?L\\.?I\\.?S(?:c)?\\.?|B\\.?C\\.?A\\.?|L\\.?L\\.?B\\.?|B\\.?\\s?Ed\\.?|B\\.?\\s?Arch\\.?|B\\.?\\s?Pharm\\.?|BGS|B\\.?E\\.?|B\\.?Mus\\.?|BAS|MBBS|BMS|A\\.?B\\.?(?=\\s+in\\b)',
      'u',
    ),
  },
  {
    level: 'associate',
    pattern: boundary(
      `associate${SUFFIX}\\s+of\\s+(?:Applied\\s+)?\\p{Lu}\\p{L}+|associate${SUFFIX}\\s+in\\s+(?:Applied\\s+)?(?:Arts|Science)s?|associate[’']?s?\\s+degree|associates|associate(?=\\s*[:,])|foundation degree|higher national diploma|brevet de technicien supérieur`,
      'iu',
    ),
  },
  {
    level: 'associate',
    pattern: boundary(
      'A\\.?A\\.?S?\\.?|A\\.S\\.|AS(?=\\s+(?:in|degree|:))|A\\.?S\\.?N\\.?|A\\.?D\\.?N\\.?|HND|HNC|DUT|BTS|DEUG',
      'u',
    ),
  },
  {
    level: 'vocational',
    pattern: boundary(
      '(?:level \\d )?(?:journeyman |post[- ]?graduate |graduate |advanced |technical |professional |national |vocational |teaching |trade )*(?:diploma|certificate)(?: program(?:me)?| of (?:completion|achievement|proficiency))?(?:\\s+of\\s+\\p{Lu}\\p{L}+)?|vocational (?:training|qualification)|apprenticeship|trade school|technical school|trade certificate|(?:berufs)?ausbildung(?: (?:zum|zur|als))?|journeyman|cosmetology license|CAP|NVQ(?: level \\d)?|SVQ(?: level \\d)?|BTEC(?: level \\d)?|City & Guilds|culinary certificate|certification',
      'iu',
    ),
  },
  {
    level: 'secondary',
    pattern: boundary(
      'high school(?: diploma| degree| graduate)?|general education(?:al)? (?:diploma|development)|secondary (?:school|education)(?: certificate| diploma)?|higher secondary(?: certificate)?|senior secondary|allgemeine hochschulreife|fachhochschulreife|abitur|matura|baccalaureate(?! degree)|mittlere reife|realschulabschluss|baccalauréat|bachillerato|maturità|GCSEs?|A[- ]?levels?|HSC|SSC|G\\.?E\\.?D\\.?|(?:class|grade|std\\.?) ?(?:X|XII|10|12)(?:th)?|(?:10|12)th(?: standard| grade)?|intermediate|matriculation|college preparatory',
      'iu',
    ),
  },
];

export interface FoundDegree {
  readonly start: number;
  readonly end: number;
  readonly level: EducationLevel;
}

const SCHOOL_DIPLOMA =
  /(?<![\p{L}\p{N}])(?:(?:general )?certificate of secondary education|secondary school certificate|(?:high school|secondary school|general education(?:al)?) (?:diploma|certificate|degree|graduate|equivalency))(?![\p{L}\p{N}])/iu;

/** "Forest Brook High School" names a school; "High School", alone or with "Diploma", a degree. */
const NAMED_HIGH_SCHOOL = /\p{Lu}[\p{L}.'’-]+\s+$/u;

/** The highest-ranking degree that a piece names; offsets into `content`. */
export function findDegree(piece: TextSpan): FoundDegree | null {
  const diploma = SCHOOL_DIPLOMA.exec(piece.text);
  if (diploma !== null) {
    const start = piece.start + diploma.index;
    return { start, end: start + diploma[0].length, level: 'secondary' };
  }
  for (const { level, pattern } of FORMS) {
    const match = pattern.exec(piece.text);
    if (match === null || !isNamed(match, piece.text)) continue;
    const start = piece.start + match.index;
    return { start, end: start + match[0].trimEnd().length, level: honest(level, piece.text) };
  }
  return null;
}

/** "Waltham, MA" is in Massachusetts. */
const STATE_CODE = /^(?:MA|MS|ME|MD)$/u;

/** In a sentence ("to master the input", "a bachelor's") or before "thesis" the word is no degree held. */
function isNamed(match: RegExpExecArray, text: string): boolean {
  const after = text.slice(match.index + match[0].length);
  if (
    STATE_CODE.test(match[0]) &&
    /\p{L},\s*$/u.test(text.slice(0, match.index)) &&
    !/^\s*(?:in|of|:)\b/u.test(after)
  )
    return false;
  const isSchool = /^(?:senior )?(?:high|secondary) school$/iu.test(match[0]);
  if (isSchool && NAMED_HIGH_SCHOOL.test(text.slice(0, match.index))) return false;
  return (
    /^[\p{Lu}\d]/u.test(match[0]) &&
    !/^(?:['’]?s)?[- ]?(?:thesis|arbeit|project|level course)/iu.test(after)
  );
}

/** "High School Diploma" names a diploma, but is no vocational one. */
function honest(level: EducationLevel, text: string): EducationLevel {
  return level === 'vocational' &&
    /\b(?:high school|secondary school|general education|GED)\b/iu.test(text)
    ? 'secondary'
    : level;
}

/** The level of a school that gives only one. */
export function levelOfSchool(school: string): EducationLevel | null {
  return /\b(?:high school|secondary school|gymnasium|lyc[ée]e|liceo|lyceum|realschule|sixth form)\b/iu.test(
    school,
  )
    ? 'secondary'
    : null;
}

export const isDegree = (text: string): boolean =>
  findDegree({ start: 0, end: text.length, text }) !== null;
