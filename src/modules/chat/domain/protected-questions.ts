import { QUESTIONS_ABROAD } from './protected-questions-abroad';
import { fold } from './words';

/** The person that a question is about; a name is a word that opens no phrase about something else. */
const ABOUT = String.raw`(?:(?:s?he|they|you|the (?:candidate|applicant|person)|this (?:candidate|person)|anyone|anybody|who|any of them|candidates?|applicants?|(?!(?:his|her|its|their|the|this|that|these|those|an?|any|our|my|there|it)\b)\p{L}+)\b)`;
const POSSESSIVE = String.raw`\b(?:his|her|their|(?:candidate|applicant)['’]?s?)`;
/** What follows a word such as "German" or "black" where it is all that is said of the person. */
const ALL_SAID = String.raw`(?=\W*(?:$|\?|or\b|and\b|by (?:birth|origin)|born\b|citizen|national\b|woman\b|man\b|person\b))`;
const patterns = (...sources: readonly string[]): readonly RegExp[] =>
  sources.map((source) => new RegExp(source, 'iu'));

/** What may play no part in hiring, by the words in which people ask for it. */
const QUESTIONS = {
  age: patterns(
    String.raw`\bhow old (?:is|are|was|were|might|could|would) ${ABOUT}|^\W*how old\W*$`,
    String.raw`\b(?:what|which|guess|estimate|tell me|know|state|infer)\b[^.?!]{0,40}\b(?:birth ?(?:day|date|year)|year of birth)\b`,
    // Of pupils, patients and machines an age may be asked.
    String.raw`\b(?:what|which|guess|estimate|tell me|know|state|infer)\b[^.?!]{0,40}\bage\b(?! (?:are|is|were|was) the (?!candidate|applicant|person))(?![^?]*\b(?:taught|teach\w*|train\w*|cared?|work\w*|look\w* after)\b)`,
    String.raw`${POSSESSIVE}\s+(?:exact\s+)?age\b`,
    String.raw`\bdate of birth\b|\bwhen (?:was|is|were) ${ABOUT} born\b|\b(?:what|which) year (?:was|is|were) ${ABOUT} born\b|\bborn in (?:what|which) year\b`,
    String.raw`\bwho(?: is|['’]s| are) (?:the )?(?:youngest|oldest)\b|\b(?:youngest|oldest) (?:candidate|applicant|person|one)s?\b|\btoo (?:old|young)\b`,
    String.raw`\b(?:older|younger) than \d\d\b|\b(?:under|over|above|below) the age of\b`,
    String.raw`\b(?:(?:is|are) ${ABOUT}|candidates?|applicants?|people|anyone|who(?: is|['’]s)?) (?:are |is )?(?:over|under|above|below) \d\d(?=[^.?!]{0,12}(?:years? old|\?|$))(?! (?:people|employees|staff|percent|hours|projects|years)\b(?! old))`,
    String.raw`\b(?:when|will|does|is|plan\w*)\b[^.?!]{0,30}\b(?:retire|retiring)\b|\b(?:his|her|their|until|before) retirement\b`,
  ),
  gender: patterns(
    String.raw`\b(?:what|which)\b[^.?!]{0,20}\b(?:gender|sex)\b|${POSSESSIVE} (?:gender|sex|pronouns?)\b`,
    String.raw`\bis ${ABOUT}? ?(?:a |an )?(?:man|woman|male|female|boy|girl|transgender|trans|non-?binary)\b`,
    String.raw`\b(?:only|which|list|show|find|any|who)\b[^.?!]{0,25}\b(?:women|men|females?|males?|woman|man)\b(?!['’]s)`,
    String.raw`\b(?:is|are) ${ABOUT} (?:gay|lesbian|straight|homosexual|bisexual|queer)\b|\bsexual orientation\b`,
  ),
  family: patterns(
    String.raw`\b(?:is|are|was) ${ABOUT} (?:married|single|divorced|engaged(?! (?:in|with|by))|widowed|pregnant|in a relationship)\b`,
    String.raw`\bmarital status\b|\bfamily status\b|\bpregnan\w*\b(?! (?:women|patients|mothers|clients|employees))[^.?!]{0,20}\?|\b(?:on|taken?|takes|taking|plans?) maternity leave\b`,
    String.raw`\b(?:does|do|has|have|will|would) ${ABOUT} (?:have |got |want |plan(?:s|ning)? (?:to have )?|plan on having )(?:any |a )?(?:kids?|children|child|babies|baby|husband|wife|spouse|partner at home|famil(?:y|ies))\b(?! practice| law| medicine| business| therapy| support)`,
    String.raw`${POSSESSIVE} (?:kids?|children|husband|wife|spouse|family situation)\b`,
    String.raw`\bhow many (?:kids|children)\b[^.?!]{0,12}\b(?:does|has|do|have)\b(?![^?]*\b(?:taught?|teach|class|group|care|look(?:ed)? after)\b)`,
  ),
  origin: patterns(
    String.raw`\b(?:nationality|citizenship|ethnicity|ethnic (?:background|origin|group)|skin colou?r|native country|country of (?:birth|origin))\b(?! (?:law|applications?|cases?|tests?|matters))`,
    String.raw`(?:\b(?:what|which)(?: is| are)?|${POSSESSIVE}) (?:(?:his|her|their|the candidate['’]?s?) )?(?:race|origins?)\b(?! (?:of|did|has|have|conditions?|cars?|tracks?)\b)|\bof \p{L}+ (?:origin|descent)\b`,
    String.raw`\bwhere (?:is|are|was|were|does|do) ${ABOUT} (?:come |born|(?:originally )?from)\b|\bwhich country\b[^.?!]{0,25}\b(?:come|from|born)\b`,
    String.raw`\b(?:is|are) ${ABOUT} (?:an? )?(?:foreigners?|immigrants?|migrants?|refugees?)\b`,
    String.raw`\b(?:is|are) ${ABOUT} (?:an? )?(?:black|white|asian|african|latino|latina|hispanic|arab|indian|chinese|german|turkish|polish|russian|french|spanish|italian|jewish|native)${ALL_SAID}`,
  ).concat(/\b(?:[Dd]oes|[Dd]o) (?:s?he|they|\p{Lu}\p{L}+) (?:originally )?come from \p{Lu}/u),
  health: patterns(
    String.raw`\b(?:is|are) ${ABOUT} (?:disabled|healthy|ill|sick|handicapped|physically fit|overweight|blind|deaf|depressed|autistic)\b|\b(?:has|have|had) ${ABOUT} (?:ever |often )?been (?:ill|sick)\b`,
    String.raw`\b(?:does|do|has|have) ${ABOUT} (?:have |suffer(?:s|ed)? from |got |had )?(?:an? |any )?(?:disabilit(?:y|ies)|illness(?:es)?|disease|(?:medical|health|mental health|physical) (?:conditions?|problems?|issues?)|cancer|hiv|depression)\b(?! (?:research|care|treatment|screening|patients|insurance|wards?|units?|nursing|experience))`,
    String.raw`${POSSESSIVE} (?:health|medical history|disabilit(?:y|ies))\b(?! (?:experience|background|work))|\bsick days\b[^.?!]{0,25}\b(?:take|taken|took|had|have)\b`,
  ),
  religion: patterns(
    String.raw`\b(?:what|which)\b[^.?!]{0,25}\b(?:religion|faith|church|denomination)\b(?![^?]*\b(?:teach|taught|work|employ)\w*\b)`,
    String.raw`${POSSESSIVE} (?:religion|faith|beliefs|religious|political)\b`,
    String.raw`\b(?:is|are) ${ABOUT} (?:an? )?(?:religious|muslims?|christians?|catholics?|protestants?|jewish|jews?|hindus?|buddhists?|atheists?|believers?|(?:trade |labou?r )?union members?)\b`,
    String.raw`\b(?:does|do) ${ABOUT} (?:pray|believe in god|go to (?:church|mosque|synagogue|temple)|wear a (?:headscarf|hijab))\b`,
    String.raw`\b(?:does|do|did|would) ${ABOUT} vote\b|\bunion membership\b`,
  ),
} as const;

export type ProtectedAttribute = keyof typeof QUESTIONS;

/** The attribute that a question asks for; null for a question that may be answered. */
export function protectedAttributeIn(question: string): ProtectedAttribute | null {
  const folded = fold(question);
  // The keys of QUESTIONS are the attributes.
  const attributes = Object.keys(QUESTIONS) as ProtectedAttribute[];
  const found = attributes.find(
    (attribute) =>
      QUESTIONS[attribute].some((pattern) => pattern.test(question)) ||
      QUESTIONS_ABROAD[attribute].some((pattern) => pattern.test(folded)),
  );
  return found ?? null;
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
