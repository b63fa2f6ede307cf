/**
 * What recruiters ask about the terms of employment, and what tells it in a resume. Other words of such a
 * question are in many resumes: everybody has started somewhere.
 */
const TERMS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:when|how soon|how quickly)\b[^?]*\b(?:could|can|would|will|is|be)\b[^?]*\b(?:start|begin|join|available)\b|\b(?:start date|earliest start)\b|\b(?:can|could) \S+ (?:start|begin|join) (?:on|in|next|by|immediately|right away|at once|tomorrow)\b|\bnotice\b[^?]*\b(?:period|give|have|long)\b|\bhow much notice\b|\bavailab(?:le|ility)\b/iu,
    /\bavailab(?:le|ility)\b|\bnotice\b/iu,
  ],
  [
    /\b(?:salary|pay|paid|earns?|wage|compensation|charges?)\b[^?]*\b(?:expect\w*|want\w*|ask\w*|current\w*|need\w*|demand\w*|now|today|per (?:hour|day|month|year))\b|\b(?:expect|want|demand)\w*\b[^?]*\b(?:salary|pay|paid|wage|compensation|earn)\b|\bsalary\b|\b(?:hourly|daily|day) rate\b|\bwhat (?:are|is) (?:his|her|their) (?:fees?|rates?|price)\b|\bhow much (?:does|did|would|do) \S+ (?:earn|charge|cost|make|want)\b/iu,
    /\b(?:salary|wages?|compensation)\b/iu,
  ],
  [
    /\b(?:willing|ready|open|able|prepared|happy) to (?:relocate|move|a move|relocation|(?:go|work|live) abroad|travel)\b|\b(?:would|could|will) \S+ (?:relocate|move)\b/iu,
    /\b(?:relocat\w+|travel\w*)\b/iu,
  ],
  [
    /\b(?:would|will) \S+ (?:be (?:up|open|ready|willing|prepared|happy)|consider|mind|accept|agree|take on)\b/iu,
    /\b(?:willing\w*|open|ready|readiness|flexib\w+)\b/iu,
  ],
  [
    /\b(?:remote(?:ly)?|from home|home[- ]?office|hybrid)\b/iu,
    /\bremote(?:ly)?\b(?! (?:areas?|regions?|villages?|communities|sites?|locations?|patients?|monitoring|sensing|control\w*|access|desktops?|servers?|support))|\bhybrid (?:work\w*|role|position|team|model)\b|\b(?:work\w*|days?|weeks?|mostly|partly|fully) from home\b|\bhome[- ](?:office|based|working)\b|\btelework\w*|\bdistributed (?:team|company)\b/iu,
  ],
  [
    /\breferences?\b(?! (?:data|architecture|manual|book))|\breferees?\s*\?/iu,
    /\brefer(?:ences?|ees?)\b/iu,
  ],
  [/\bweak(?:ness|nesses| points?)\b/iu, /\bweakness(?:es)?\b/iu],
  [
    /\b(?:fired|dismissed|sacked|made redundant|laid off)\s*\?/iu,
    /\b(?:dismiss\w*|redundan\w+)\b/iu,
  ],
  [
    /\b(?:criminal record|convictions?|background check|security clearance|dbs(?: check)?)\b/iu,
    /\b(?:criminal|convictions?|clearance|vetted|dbs)\b/iu,
  ],
  [
    /\b(?:work (?:permit|authori[sz]ation)|visa|right to work)\b/iu,
    /\b(?:permits?|authori[sz]ation|visas?)\b/iu,
  ],
  [
    /\bwhat (?:would|do|does|did) [^?]*\bsay (?:about|of)\b/iu,
    /\b(?:known (?:for|as)|described (?:as|by)|praised|valued (?:for|by)|appreciated)\b/iu,
  ],
  [
    /\bpart[- ]time\b[^?]*$|\b(?:work|working|available|free|role|job)\b[^?]*\b(?:weekends?|saturdays?|sundays?)\b/iu,
    /\b(?:part-time|weekends?|saturdays?|sundays?)\b/iu,
  ],
  [
    /\bwhy (?:did|does|do|has|is|was|would|should)\b|\breasons? for leaving\b/iu,
    /\b(?:reasons?|because|leaving)\b/iu,
  ],
  [
    /\b(?:does|would|do) \S+ (?:want|wish|plan|hope|like) to\b|\b(?:career|future) (?:goals?|plans?)\b|\bin (?:a few|two|three|five|ten|\d+) years(?:['’] time)?\s*\?|\bis \S+ looking for\b/iu,
    /\b(?:goals?|seek\w*|aspir\w+|ambitio\w+|objectives?)\b/iu,
  ],
  [
    /\bown (?:business|company|firm|shop|restaurant|hotel|practice|agency|studio|salon|store|boss)\b|\b(?:business|company|firm|shop|restaurant|hotel|practice|agency|studio|salon|store) of (?:his|her|their) own\b|\b(?:does|did|do) \S+ own\b|^\W*(?:is|was|has|does|did)\b[^?]*\bself[- ]employed\?|\bwork(?:s|ed|ing)? for (?:himself|herself|themselves)\b/iu,
    /\b(?:self[- ]employed|freelanc\w+|(?:co-?)?founder|owner)\b/iu,
  ],
];

/** What a line has that tells it; null when a question is about something else. */
export function askedOfEmployment(question: string): RegExp | null {
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
    /\b(?:outside|beyond) (?:of )?(?:work|the job)\b|\b(?:good|charitable) causes?\b|\b(?:for|in) (?:the|his|her|their) (?:local )?community\b/giu,
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
