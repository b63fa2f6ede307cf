/**
 * Wordings that ask for, or speak of, what may play no part in hiring. They stop an answer of a model
 * from being used; they are not looked for in resumes.
 */
const PROTECTED: readonly RegExp[] = [
  /\bhow old (?:are|is)\b|\b(?:your|his|her|their|candidate’s|candidate's|applicant’s|applicant's) age\b|\bdate of birth\b|\bborn (?:in|on)\b|\bretire(?:ment|s)? (?:age|plans?|soon)\b|\byears until (?:you )?retire\w*|\b(?:too|very) (?:old|young)\b|\bage group\b|\bwhen (?:did|do) you (?:plan to )?(?:graduate from high school|retire)\b/iu,
  /\b(?:gender|sexual orientation|sexuality|transgender|pregnan\w*|(?:ma|pa)ternity (?:leave|pay|plans?)|maiden name)\b/iu,
  /\b(?:married|marital|spouse|husband|wife|your (?:kids|children|partner)|have (?:any )?(?:kids|children)|childcare|family (?:plan\w*|status|situation)|start a family)\b/iu,
  /\b(?:religio\w*|church|mosque|synagogue|your faith|sabbath|worship)\b/iu,
  /\b(?:ethnic\w*|nationalit\w+|citizenship|native (?:country|language|tongue)|mother tongue|(?:your|his|her|their|by|on|of) race(?! condition)|skin colou?r|where (?:are you|were you|do you come) (?:originally )?(?:born|from)|country of origin|your accent)\b/iu,
  /\b(?:disab(?:led|ility|ilities)|chronic illness|medical (?:condition|history|record)s?|your health|state of health|mental health (?:history|condition)|sick (?:days|leave)|your medication)\b/iu,
];

export function namesProtectedAttribute(text: string): boolean {
  return PROTECTED.some((pattern) => pattern.test(text));
}
