/** What may play no part in hiring, by the words in which people ask for it. */
const ABOUT = String.raw`(?:(?:s?he|they|the (?:candidate|applicant|person)|this (?:candidate|person)|you|\p{Lu}\p{L}+|anyone|anybody|who|any of them|candidates?|applicants?)\b)`;
const patterns = (...sources: readonly string[]): readonly RegExp[] =>
  sources.map((source) => new RegExp(source, 'iu'));

const QUESTIONS = {
  age: patterns(
    String.raw`\bhow old\b(?! is (?:the|this|that) (?:resume|cv|company|system|software|code))`,
    String.raw`\b(?:what|which|guess|estimate|tell me|know|state|infer)\b[^.?!]{0,40}\b(?:age|birth ?(?:day|date|year)|year of birth)\b`,
    String.raw`\b(?:his|her|their|candidate'?s?|applicant'?s?)\s+(?:exact\s+)?age\b`,
    String.raw`\bdate of birth\b|\bwhen (?:was|is|were) ${ABOUT} born\b|\bborn in (?:what|which) year\b`,
    String.raw`\b(?:youngest|oldest|too (?:old|young)|(?:under|over|above|below|older than|younger than) (?:the age of )?\d\d(?! (?:people|employees|staff|percent|hours|projects|years))\b(?=[^.?!]{0,12}(?:years? old|\?|$)))`,
    String.raw`\b(?:retire|retirement|retiring)\b[^.?!]{0,20}\?`,
  ),
  gender: patterns(
    String.raw`\b(?:what|which)\b[^.?!]{0,20}\b(?:gender|sex)\b|\b(?:his|her|their|candidate'?s?) (?:gender|sex|pronouns?)\b`,
    String.raw`\bis ${ABOUT}? ?(?:a |an )?(?:man|woman|male|female|boy|girl|transgender|trans|non-?binary)\b`,
    String.raw`\b(?:only|which|list|show|find|any|who)\b[^.?!]{0,25}\b(?:women|men|females?|males?|woman|man)\b(?!['’]s)`,
    String.raw`\b(?:is|are) ${ABOUT} (?:gay|lesbian|straight|homosexual|bisexual|queer)\b|\bsexual orientation\b`,
  ),
  family: patterns(
    String.raw`\b(?:is|are|was) ${ABOUT} (?:married|single|divorced|engaged|widowed|pregnant|in a relationship)\b`,
    String.raw`\bmarital status\b|\bfamily status\b|\bpregnan\w*\b[^.?!]{0,20}\?|\bmaternity leave\b[^.?!]{0,12}\?`,
    String.raw`\b(?:does|do|has|have|will|would) ${ABOUT} (?:have |got |want |plan(?:s|ning)? (?:to have )?|plan on having )(?:any |a )?(?:kids?|children|child|babies|baby|husband|wife|spouse|partner at home|famil(?:y|ies))\b(?! practice| law| medicine| business)`,
    String.raw`\b(?:his|her|their|candidate'?s?) (?:kids?|children|husband|wife|spouse|family situation)\b`,
    String.raw`\bhow many (?:kids|children)\b[^.?!]{0,12}\b(?:does|has|do|have)\b(?![^?]*\b(?:taught?|teach|class|group|care|look(?:ed)? after)\b)`,
  ),
  origin: patterns(
    String.raw`\b(?:nationality|citizenship|ethnic\w*|race|skin colou?r|native country|country of (?:birth|origin)|origins?)\b(?=[^.?!]*\?|[^.?!]*$)(?<!\b(?:arms|human|horse|boat|rat)\s+race)`,
    String.raw`\bwhere (?:is|are|was|were|does|do) ${ABOUT} (?:come |born|(?:originally )?from)\b`,
    String.raw`\b(?:is|are) ${ABOUT} (?:an? )?(?:foreigners?|immigrants?|migrants?|refugees?|black|white|asian|african|latino|latina|hispanic|arab|indian|chinese|german|turkish|polish|native)\b(?! speaker| in | at )`,
  ),
  health: patterns(
    String.raw`\b(?:is|are) ${ABOUT} (?:disabled|healthy|ill|sick|handicapped|physically fit|overweight|blind|deaf|depressed|autistic)\b`,
    String.raw`\b(?:does|do|has|have) ${ABOUT} (?:have |suffer(?:s|ed)? from |got |had )?(?:an? |any )?(?:disabilit(?:y|ies)|illness(?:es)?|disease|(?:medical|health|mental health|physical) (?:conditions?|problems?|issues?)|sick (?:days|leave)|cancer|hiv|depression)\b`,
    String.raw`\b(?:his|her|their|candidate'?s?) (?:health|medical history|disabilit(?:y|ies))\b`,
  ),
  religion: patterns(
    String.raw`\b(?:what|which)\b[^.?!]{0,25}\b(?:religion|faith|church|denomination)\b(?![^?]*\b(?:teach|taught|work|employ)\w*\b)`,
    String.raw`\b(?:his|her|their|candidate'?s?) (?:religion|faith|beliefs|religious|political)\b`,
    String.raw`\b(?:is|are) ${ABOUT} (?:an? )?(?:religious|muslims?|christians?|catholics?|protestants?|jewish|jews?|hindus?|buddhists?|atheists?|believers?)\b`,
    String.raw`\b(?:does|do) ${ABOUT} (?:pray|believe in god|go to (?:church|mosque|synagogue|temple)|wear a (?:headscarf|hijab))\b`,
  ),
} as const;

export type ProtectedAttribute = keyof typeof QUESTIONS;

/** The attribute that a question asks for; null for a question that may be answered. */
export function protectedAttributeIn(question: string): ProtectedAttribute | null {
  const found = Object.entries(QUESTIONS).find(([, sources]) =>
    sources.some((pattern) => pattern.test(question)),
  );
  // The keys of QUESTIONS are the attributes.
  return found === undefined ? null : (found[0] as ProtectedAttribute);
}

/** Statements about a person in an answer or a resume. Work with children or at a church is none. */
const STATEMENTS: readonly RegExp[] = [
  /\b(?:is|was|aged?|turns?|am)\s+(?:about |around )?\d\d(?:[- ]years?[- ]old\b)|\b\d\d[- ]year[- ]old (?:man|woman|candidate|applicant|person)\b/iu,
  /\b(?:date of birth|birth ?date|d\.?o\.?b\.?)\b|\b(?:was|is|were) born (?:in|on)\b|^\s*born\b|^\s*age\s*[:–-]/imu,
  /\b(?:marital|family|civil) status\b|\b(?:is|am|are) (?:happily )?(?:married|divorced|widowed|pregnant)\b|^\s*(?:un)?married\b|\b(?:mother|father) of\b|^\s*(?:\w+ )?(?:children|kids)\s*[:–-]/imu,
  /\bnationality\b|^\s*(?:citizenship|ethnicity|race|country of (?:birth|origin))\s*[:–-]|\bof \p{L}+ (?:origin|descent)\b/imu,
  /^\s*(?:gender|sex|pronouns?)\s*[:–-]|\b(?:is|am) (?:an? )?(?:gay|lesbian|transgender)\b|\b(?:male|female) (?:candidate|applicant)\b|\b(?:is|am) (?:a )?(?:man|woman|male|female)\b/imu,
  /^\s*(?:religion|denomination|faith|confession)\s*[:–-]|\b(?:is|am) (?:an? )?(?:practi[cs]ing )?(?:muslim|christian|catholic|protestant|jewish|hindu|buddhist|atheist)\b/imu,
  /\b(?:is|am) (?:severely )?disabled\b|^\s*(?:health|disability|state of health)\s*[:–-]|\b(?:suffers?|suffering) from\b/imu,
];

const BULLETS = /^[\s\-–—•*·▪●]+/gmu;

export function statesProtectedAttribute(text: string): boolean {
  const plain = text.replace(BULLETS, '');
  return STATEMENTS.some((pattern) => pattern.test(plain));
}
