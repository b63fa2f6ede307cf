/**
 * Wordings that ask for, or speak of, what may play no part in hiring. They stop an answer of a model
 * from being used; they are not looked for in resumes.
 */
const PROTECTED: readonly RegExp[] = [
  /\bhow old (?:are|is)\b|\byour age\b|\bdate of birth\b|\b(?:his|her|their) age\b|\bretire(?:ment)?\b/iu,
  /\b(?:gender|sexual orientation|transgender|pregnan\w*|maternity)\b/iu,
  /\b(?:married|marital|spouse|husband|wife|children|childcare|family plan\w*|start a family)\b/iu,
  /\b(?:religio\w*|church|mosque|synagogue|your faith)\b/iu,
  /\b(?:ethnic\w*|nationality|native country|race|skin colou?r|where (?:are you|do you come) (?:originally )?from|born in)\b/iu,
  /\b(?:disab(?:led|ility|ilities)|chronic illness|medical condition|your health|mental health history)\b/iu,
];

export function namesProtectedAttribute(text: string): boolean {
  return PROTECTED.some((pattern) => pattern.test(text));
}
