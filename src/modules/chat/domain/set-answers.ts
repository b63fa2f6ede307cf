import type { Draft } from './draft';
import type { ProtectedAttribute } from './protected-questions';

const HELP =
  /^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening)|help|thanks?|thank you|ok(?:ay)?|test)\b[^?]{0,20}\??\W*$|\bwhat (?:can|do) you (?:do|know|answer)\b|\b(?:are you|is this) (?:an? )?(?:bot|ai|robot|human|machine|language model)\b|\b(?:are you|is this) a person\b|\bwho are you\b|\bhow (?:do you|does this) work\b/iu;

const HELP_TEXT =
  'I am a program that answers questions about resumes and shows the words that its answers come from. Ask for skills, years of experience, employers, education, languages, certificates, or anything that a resume may tell. Check the citations: a person decides.';

export function helpAnswer(question: string): Draft | null {
  return HELP.test(question) ? { text: HELP_TEXT, citations: [], outcome: 'help' } : null;
}

const ATTRIBUTES: Readonly<Record<ProtectedAttribute, string>> = {
  age: 'age',
  gender: 'gender or orientation',
  family: 'family',
  origin: 'origin',
  health: 'health',
  religion: 'religion or beliefs',
};

export function refusal(attribute: ProtectedAttribute): Draft {
  return {
    text: `I cannot help with questions about ${ATTRIBUTES[attribute]}: it may play no part in hiring. Ask about what the job needs, such as skills or experience.`,
    citations: [],
    outcome: 'refused',
  };
}

const FIT =
  /\b(?:fits?|suits?|suitable|match(?:es)?|score|rank(?:ed|s|ing)?|right (?:person|candidate)|good candidate|qualified|qualifies)\b/iu;
const LACKS =
  /\b(?:what|which)\b[^?]*\b(?:missing|lack(?:s|ing)?|gaps?)\b|\bgaps\b|\bmissing skills\b/iu;

/** The engine's own words on how somebody fits the job; null for any other question. */
export function fitQuestion(
  question: string,
  match: {
    readonly matchScore: number;
    readonly rank: number;
    readonly explanation: string;
    readonly missingSkills: readonly string[];
  },
): Draft | null {
  if (LACKS.test(question)) {
    const missing = match.missingSkills;
    const text =
      missing.length === 0
        ? 'The resume names every skill that the job asks for.'
        : `Of what the job asks for, the resume does not name ${missing.join(', ')}.`;
    return { text, citations: [], outcome: 'answered' };
  }
  if (
    !FIT.test(question) ||
    !/\b(?:job|role|position|vacancy|score|match|rank\w*|fit|candidate)\b/iu.test(question)
  ) {
    return null;
  }
  const text = `Match score ${match.matchScore.toFixed(2)}, rank ${match.rank} for this job. ${match.explanation} The score is a help for reading, not a decision.`;
  return { text, citations: [], outcome: 'answered' };
}
