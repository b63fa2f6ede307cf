import type { Citation, Draft } from './draft';
import { listOf, notTold, quoted, yearsOf } from './draft';
import type { ResumeFacts } from './resume-facts';
import type { QuestionWords } from './question-words';
import { stemsOf, termsOf } from './words';

const MOST_CITATIONS = 3;

export const answered = (text: string, citations: readonly (Citation | null)[]): Draft => ({
  text,
  citations: citations.filter((one) => one !== null).slice(0, MOST_CITATIONS),
  outcome: 'answered',
});

const EMAIL = /\be-?mail(?: address)?\b(?! (?:marketing|campaign|newsletter))/iu;
const ASKS_ADDRESS =
  /\b(?:what|which|give|tell|show|send|have|has|is|know|how)\b[^?]*\b(?:e-?mail|phone|telephone|mobile)\b|\b(?:e-?mail|phone|telephone|mobile)(?: (?:address|number))?\s*\??$/iu;
const PHONE =
  /\b(?:phone|telephone)(?: (?:number|no))?\b(?! (?:system|app|support|sales))|\b(?:mobile|cell)(?: phone)? (?:number|no)\b/iu;
/** As written by somebody who thought of one country only, in the head of the resume. */
const LOCAL_PHONE = /(?<![\d/.-])(?:\+|\(?0)\d[\d ().-]{6,16}\d\b(?!\/)/u;
const HEAD_LENGTH = 400;
const REACH =
  /\bcontact (?:details|data|information)\b|\bhow (?:can|do|could|should) (?:i|we) (?:reach|contact|get hold of|get in touch)\b|\b(?:number|way) (?:can|do|could|should|to) (?:i |we )?(?:reach|contact|call|ring)\b/iu;
const LINKS = /\b(?:linkedin|github|portfolio|website|web page|homepage)\b/iu;
const HOME =
  /\bwhere (?:does|do|is|are) (?:\S+ ){1,3}(?:live|living|based|located)\b|\b(?:home|current) (?:town|city|location|address)\b|\bwhat is (?:his|her|their) (?:location|address)\b/iu;
const NAME =
  /\bwhat(?:'s| is) (?:(?:his|her|their)|the (?:candidate|applicant)'?s?) (?:full )?name\b|\bwhat is \S+ called\b/iu;

/** How to reach the person, and who they are. */
export function contactAnswer(facts: ResumeFacts, question: string): Draft | null {
  const { personal_info: person } = facts.profile;
  const { sources } = person;
  const cite = (source: { start: number; end: number } | undefined): Citation | null =>
    source === undefined ? null : facts.cite(source);
  if (REACH.test(question)) {
    const ways = [person.email, person.phone, ...person.links.map(({ url }) => url)];
    const known = ways.filter((one) => one !== null);
    return known.length === 0
      ? notTold('how to reach the candidate')
      : answered(`${facts.who}: ${listOf(known)}.`, [cite(sources.email), cite(sources.phone)]);
  }
  if (EMAIL.test(question) && ASKS_ADDRESS.test(question)) {
    return person.email === null
      ? notTold('an e-mail address')
      : answered(`The e-mail address is ${person.email}.`, [cite(sources.email)]);
  }
  if (PHONE.test(question) && ASKS_ADDRESS.test(question)) {
    return person.phone === null
      ? localPhone(facts)
      : answered(`The phone number is ${person.phone}.`, [cite(sources.phone)]);
  }
  if (NAME.test(question)) {
    return person.name === null
      ? notTold('the name')
      : answered(`The name is ${person.name}.`, [cite(sources.name)]);
  }
  if (HOME.test(question)) {
    return person.location === null
      ? loneLocation(facts)
      : answered(`${facts.who} is located in ${person.location}.`, [cite(sources.location)]);
  }
  return linkAnswer(facts, question);
}

function localPhone(facts: ResumeFacts): Draft {
  const found = LOCAL_PHONE.exec(facts.resume.content.slice(0, HEAD_LENGTH));
  if (found === null) {
    return notTold('a phone number');
  }
  const place = facts.cite({ start: found.index, end: found.index + found[0].length });
  return answered(`The phone number is ${place.text}.`, [place]);
}

/** A place alone in a line of the head, where no country or gazetteer shows that it is one. */
function loneLocation(facts: ResumeFacts): Draft {
  const found = facts.passages.find(
    ({ section, start, text }) =>
      section === 'header' && !facts.isHead(start) && /^\p{Lu}[\p{L} ,'’-]{2,39}$/u.test(text),
  );
  return found === undefined
    ? notTold('where the candidate lives')
    : answered(`The resume says: ${quoted(found)}`, [facts.cite(found)]);
}

function linkAnswer(facts: ResumeFacts, question: string): Draft | null {
  const [asked] = LINKS.exec(question) ?? [];
  if (
    asked === undefined ||
    !/\b(?:is|has|have|does|what|which|where|on|link|url|profile)\b/iu.test(question)
  ) {
    return null;
  }
  const name = asked.toLowerCase();
  const isSite = !['linkedin', 'github'].includes(name);
  const links = facts.profile.personal_info.links.filter(({ kind }) =>
    isSite ? kind === 'website' || kind === 'other' : kind === name,
  );
  if (links.length === 0) {
    return null;
  }
  const { content } = facts.resume;
  const citations = links.map(({ url }) => {
    const bare = url.replace(/^https?:\/\/(?:www\.)?/iu, '').replace(/\/$/, '');
    const start = content.toLowerCase().indexOf(bare.toLowerCase());
    return start < 0 ? null : facts.cite({ start, end: start + bare.length });
  });
  return answered(listOf(links.map(({ url }) => url)), citations);
}

const TOTAL_YEARS =
  /\bhow (?:many years|much (?:work |professional )?experience|long)\b|\byears of (?:work |professional |total |overall )*experience\b|\bmore than \S+ years\b|\bat least \S+ years\b|\b\d+\+? years\b/iu;

/** Years of all dated positions, or with one skill; also whether they are more than a number. */
export function yearsAnswer(
  facts: ResumeFacts,
  question: string,
  words: QuestionWords,
): Draft | null {
  const { profile } = facts;
  const asked = words.years;
  if (!TOTAL_YEARS.test(question) && asked === null) {
    return null;
  }
  const [skill] = words.skills;
  if (skill !== undefined) {
    const known = profile.skills.find(({ name }) => name === skill);
    if (known === undefined) {
      return null;
    }
    const citations = facts.citeAround(known.evidence, MOST_CITATIONS);
    if (citations.length === 0) {
      return null;
    }
    return known.years === null
      ? answered(
          `The resume names ${skill}, but no dated position shows for how long: ${quoted(citations[0] ?? { text: '' })}`,
          citations,
        )
      : answered(
          `${yearsSentence(known.years, asked)} with ${skill}, by the dates of the positions that name it.`,
          citations,
        );
  }
  // "How long did she work at …" is about one position, and further words are about something else.
  if (
    termsOf(question).some(
      ({ word }) =>
        !/^(?:total|overall|dated|\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|least|than|professional|relevant)$/iu.test(
          word,
        ),
    )
  ) {
    return null;
  }
  const { years_of_experience: years } = profile;
  if (years === null) {
    return notTold('the years of experience: no position has dates');
  }
  const heads = profile.positions.map(({ span }) => facts.citeHead(span));
  return answered(
    `${yearsSentence(years, asked)} of experience, by the dates of the positions.`,
    heads,
  );
}

function yearsSentence(years: number, asked: QuestionWords['years']): string {
  if (asked === null) {
    return yearsOf(years);
  }
  const isEnough = asked.isStrict ? years > asked.least : years >= asked.least;
  return `${isEnough ? 'Yes' : 'No'}: ${yearsOf(years)}`;
}

const LANGUAGE =
  /\b(?:speaks?|spoken|languages?|fluen\w+|bilingual|multilingual|mother tongue|native speaker)\b/iu;
const NOT_SPOKEN =
  /\b(?:programming|coding|scripting|query|markup|computer|body|sign)[- ]languages?\b/iu;

export function languageAnswer(
  facts: ResumeFacts,
  question: string,
  words: QuestionWords,
): Draft | null {
  const { languages: known } = facts.profile;
  const asked = words.languages;
  const isAbout = LANGUAGE.test(question) && !NOT_SPOKEN.test(question);
  const isSkill = asked.length > 0 && termsOf(question, words.named).length === 0;
  if (!isAbout && !isSkill) {
    return null;
  }
  if (asked.length === 0) {
    if (
      termsOf(question, ['language speak spoken foreign fluent human mother tongue native'])
        .length > 0
    ) {
      return null;
    }
    const native = known.filter(({ level }) => /native|mother|c2/iu.test(level ?? ''));
    const shown =
      /\b(?:mother tongue|native)\b/iu.test(question) && native.length > 0 ? native : known;
    const names = shown.map(({ name, level }) => (level === null ? name : `${name} (${level})`));
    return known.length === 0
      ? notTold('which languages the candidate speaks')
      : answered(
          `${listOf(names)}.`,
          facts.citeAround(
            shown.map(({ span }) => span),
            MOST_CITATIONS,
          ),
        );
  }
  const rest = termsOf(question, [
    ...words.named,
    'language speak spoken fluent fluency native level bilingual mother tongue speaker foreign',
  ]);
  if (rest.length > 0) {
    return null;
  }
  const found = known.filter(({ name }) =>
    asked.some((one) => one.startsWith(name) || name.startsWith(one)),
  );
  const missing = asked.filter(
    (one) => !found.some(({ name }) => one.startsWith(name) || name.startsWith(one)),
  );
  if (found.length === 0) {
    return notTold(`whether the candidate speaks ${listOf(asked, 'or')}`);
  }
  const told = found.map(({ name, level }) => (level === null ? name : `${name} (${level})`));
  const others = missing.length === 0 ? '' : ` It does not name ${listOf(missing, 'or')}.`;
  return answered(
    `Yes, the resume names ${listOf(told)}.${others}`,
    facts.citeAround(
      found.map(({ span }) => span),
      MOST_CITATIONS,
    ),
  );
}

const CERTIFICATES =
  /\b(?:certificat\w*|certified|certs?|licen[cs]es?|licen[cs]ed|accredit\w*|courses?|(?:further|additional|professional|continuing) (?:trainings?|education|development))\b/iu;

export function certificateAnswer(facts: ResumeFacts, question: string): Draft | null {
  // A certificate tells no place where something was learned.
  if (/^\W*where\b/iu.test(question)) {
    return null;
  }
  const { certifications } = facts.profile;
  const asked = termsOf(question).filter(({ stem: key }) => !CERTIFICATE_STEMS.has(key));
  const matching = certifications.filter(({ name, issuer }) => {
    const own = stemsOf(`${name} ${issuer ?? ''}`);
    return asked.length > 0 && asked.every(({ stem: key }) => own.has(key));
  });
  if (matching.length > 0) {
    return answered(
      `Yes, the resume names ${listOf(matching.map(named))}.`,
      facts.citeAround(
        matching.map(({ span }) => span),
        MOST_CITATIONS,
      ),
    );
  }
  if (!CERTIFICATES.test(question) || asked.length > 0) {
    return null;
  }
  return certifications.length === 0
    ? notTold('of any certificate or licence')
    : answered(
        `The resume names ${listOf(certifications.map(named))}.`,
        facts.citeAround(
          certifications.map(({ span }) => span),
          MOST_CITATIONS,
        ),
      );
}

const CERTIFICATE_STEMS = stemsOf(
  'certificate certificates certification certifications certified certs cert licence licences license licenses licensed accredited accreditation accreditations professional valid qualification qualifications course courses training trainings education development further additional continuing recent attended attend taken completed',
);

const named = ({ name, date }: { readonly name: string; readonly date: string | null }): string =>
  date === null || name.includes(date.slice(0, 4)) ? name : `${name} (${date.slice(0, 4)})`;
