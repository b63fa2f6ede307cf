/**
 * What recruiters ask about the terms of employment, and the words that a resume would tell it by. Other
 * words of such a question are in many resumes: everybody has started somewhere.
 */
const TERMS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:when|how soon|how quickly)\b[^?]*\b(?:could|can|would|will|is|be)\b[^?]*\b(?:start|begin|join|available)\b|\b(?:start date|earliest start)\b|\b(?:can|could) \S+ (?:start|begin|join) (?:on|in|next|by|immediately|right away|at once|tomorrow)\b|\bnotice\b[^?]*\b(?:period|give|have|long)\b|\bhow much notice\b|\bavailab(?:le|ility)\b/iu,
    'available availability notice',
  ],
  [
    /\b(?:salary|pay|paid|earns?|wage|compensation|charges?)\b[^?]*\b(?:expect\w*|want\w*|ask\w*|current\w*|need\w*|demand\w*|now|today|per (?:hour|day|month|year))\b|\b(?:expect|want|demand)\w*\b[^?]*\b(?:salary|pay|paid|wage|compensation|earn)\b|\bsalary\b|\b(?:hourly|daily|day) rate\b|\bwhat (?:are|is) (?:his|her|their) (?:fees?|rates?|price)\b|\bhow much (?:does|did|would|do) \S+ (?:earn|charge|cost|make|want)\b/iu,
    'salary wage compensation',
  ],
  [
    /\b(?:willing|ready|open|able|prepared|happy) to (?:relocate|move|a move|relocation|(?:go|work|live) abroad|travel)\b|\b(?:would|could|will) \S+ (?:relocate|move)\b/iu,
    'relocate relocation relocating travel',
  ],
  [
    /\b(?:would|will) \S+ (?:be (?:up|open|ready|willing|prepared|happy)|consider|mind|accept|agree)\b/iu,
    'willing open ready flexible',
  ],
  [
    /\b(?:remote(?:ly)?|from home|home[- ]?office|hybrid)\b/iu,
    'remote remotely hybrid home-office distributed',
  ],
  [
    /\breferences?\b(?! (?:data|architecture|manual|book))|\breferees?\s*\?/iu,
    'references reference referee referees',
  ],
  [/\bweak(?:ness|nesses| points?)\b/iu, 'weakness weaknesses'],
  [
    /\b(?:fired|dismissed|sacked|made redundant|laid off)\s*\?/iu,
    'dismissed dismissal redundant redundancy',
  ],
  [
    /\b(?:criminal record|convictions?|background check|security clearance|dbs(?: check)?)\b/iu,
    'criminal conviction clearance vetted dbs',
  ],
  [
    /\b(?:work (?:permit|authori[sz]ation)|visa|right to work)\b/iu,
    'permit authorisation authorization visa',
  ],
  [
    /\bpart[- ]time\b[^?]*$|\b(?:work|working|available|free|role|job)\b[^?]*\b(?:weekends?|saturdays?|sundays?)\b/iu,
    'part-time weekend weekends saturday saturdays sunday sundays',
  ],
  [
    /\bwhy (?:did|does|do|has|is|was|would|should)\b|\breasons? for leaving\b/iu,
    'reason because leaving',
  ],
  [
    /\b(?:does|would|do) \S+ (?:want|wish|plan|hope|like) to\b|\b(?:career|future) (?:goals?|plans?)\b|\bin (?:a few|two|three|five|ten|\d+) years(?:['’] time)?\s*\?|\bis \S+ looking for\b/iu,
    'goal goals seeking aspire aspiration ambition objective',
  ],
  [
    /\bown (?:business|company|firm|shop|restaurant|hotel|practice|agency|studio|salon|store|boss)\b|\b(?:business|company|firm|shop|restaurant|hotel|practice|agency|studio|salon|store) of (?:his|her|their) own\b|\b(?:does|did|do) \S+ own\b|\bself[- ]employed\?|\bwork(?:s|ed|ing)? for (?:himself|herself|themselves)\b/iu,
    'self-employed freelance freelancer founder owner',
  ],
];

/** The words to look for; null when a question is about something else. */
export function askedOfEmployment(question: string): string | null {
  return TERMS.find(([pattern]) => pattern.test(question))?.[1] ?? null;
}

/** What recruiters say in their own way, and how resumes put it. */
const PHRASINGS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:team|staff|department) size\b|\bsize of (?:the|his|her|their) (?:team|staff|department)\b|\bhead ?count\b/iu,
    'how many lead team',
  ],
  [
    /^\W*who (?:reports|reported|works|worked) (?:to|for|under) \S+$|\b(?:leadership|management|supervisory) (?:experience|responsibility|role)\b/iu,
    'lead team',
  ],
  [
    /\b(?:anyone|anybody|somebody|someone|people|staff|employees|colleagues)\b[^?]{0,12}\b(?:work|works|working|report|reports|reporting|are|is) (?:for|to|under) (?:him|her|them)\b|\b(?:direct reports|line manage\w*|people management)\b|\bmanag\w+ people\b/iu,
    'lead team',
  ],
  [
    /\b(?:people|employees|staff|colleagues)\b(?=[^?]*\b(?:lead|led|manage|managed|supervise|supervised|in charge|responsible for|his team|her team)\b)/iu,
    'team',
  ],
  [
    /\bpass(?:ed|es|ing)? on \S+ (?:knowledge|know-how|experience|skills)\b|\bshow\w* \S+ the ropes\b/iu,
    'train colleagues',
  ],
  [/\bget(?:ting)? rid of\b/iu, 'dispose'],
  [
    /\b(?:make|made|making|become|became)\b[^?]{0,20}\b(?:faster|quicker|cheaper|better|safer|easier)\b|\bsp(?:eed|ed) \S* ?up\b/iu,
    'improve',
  ],
  [
    /\b(?:fewer|less) (?:people|employees|staff) (?:quit|leave|left|resign\w*)\b/iu,
    'reduce turnover',
  ],
  [
    /\b(?:outside|beyond) (?:of )?(?:work|the job)\b|\b(?:good|charitable) causes?\b/iu,
    'volunteer',
  ],
  [
    /\b(?:work|talk|deal|get along|good)\b[^?]{0,10} (?:in|with|under) (?:pressure|stress)\b/iu,
    'pressure',
  ],
];

/** The question with what recruiters say put as resumes do. */
export const inWordsOfResumes = (question: string): string =>
  PHRASINGS.reduce((text, [pattern, words]) => text.replace(pattern, words), question);
