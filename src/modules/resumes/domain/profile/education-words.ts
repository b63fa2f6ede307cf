import { fold } from './text-span';

/**
 * Words that names of fields of study are made of. They tell "Healthcare Management" from "Letourneau
 * University" where a resume prints both without anything between them.
 */
const FIELD_WORDS: ReadonlySet<string> = new Set(
  `accountancy accounting administration administrative advertising aeronautical aerospace agricultural agriculture agronomy animal animation
  anthropology apparel applied architecture art artificial arts astronomy athletic audio automation automotive aviation banking behavioral
  biochemistry bioinformatics biological biology biomedical biotechnology botany broadcasting building business
  chemical chemistry child childhood cinema civil classics clinical cognitive commerce communication communications computational computer computing
  construction cosmetology counseling counselling creative criminal criminology culinary curriculum cyber cybersecurity dance data dental design development
  digital drama early ecology economics economy education educational electrical electronic electronics elementary emergency energy
  engineering english entrepreneurship environment environmental ethics exercise family fashion film finance financial fine fitness food forensic
  forestry french game general genetics geography geology geophysics german gender global government graphic graphics health healthcare history
  homeland horticulture hospitality hotel human humanities illustration industrial information instruction instructional insurance intelligence
  interactive interdisciplinary interior international journalism justice kinesiology language languages law leadership learning legal liberal linguistics
  literature logistics machine management managerial manufacturing marine marketing mass materials math mathematical mathematics mechanical mechatronics media medical
  medicine merchandising microbiology mining molecular multimedia music natural nanotechnology network networking neuroscience nuclear nursing nutrition
  nutritional occupational operations optical organisational organizational paralegal performance petroleum pharmaceutical pharmacy philosophy photography physical
  physics physiology policy political politics practical production programming project property psychology public publishing quality radiology real
  recreation rehabilitation religion religious resource resources restaurant robotics sales science sciences secondary security social
  society sociology software spanish special speech sport sports statistics strategic structural studies supply surgical sustainability sustainable systems taxation
  teaching technical technologies technology telecommunications textile theater theatre theology therapy tourism training translation transportation urban veterinary care aided drafting assistant diesel heating ventilation refrigeration massage assisting coding laboratory imaging
  visual vocational water web welding wellness women writing zoology estate chain relations work interaction vision
  informatik wirtschaftsinformatik maschinenbau elektrotechnik betriebswirtschaftslehre bwl physik chemie mathematik biologie informatique
  gestion droit economie genie ingenieria informatica administracion derecho economia ingegneria medicina`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

const JOINING_WORDS: ReadonlySet<string> = new Set([
  'and',
  '&',
  'of',
  'in',
  'the',
  'for',
  '/',
  'und',
  'et',
  'y',
  'with',
  'de',
  'en',
]);

const wordsIn = (text: string): readonly string[] => fold(text).match(/[\p{L}&/]+/gu) ?? [];

export const isFieldWord = (word: string): boolean =>
  wordsIn(word).length > 0 &&
  wordsIn(word).every((part) => FIELD_WORDS.has(part) || JOINING_WORDS.has(part));

/** Whether all words of a text name a field of study: "Mechanical Engineering and Design". */
export function isFieldOfStudy(text: string): boolean {
  const words = wordsIn(text);
  return (
    words.some((word) => FIELD_WORDS.has(word)) &&
    words.every((word) => FIELD_WORDS.has(word) || JOINING_WORDS.has(word))
  );
}
