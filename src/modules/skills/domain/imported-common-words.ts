import { otherNumbers } from './word-number';

/**
 * Words of everyday English and of every office. Alone none of them names a skill, whatever a foreign
 * list says; a form made of nothing else counts only with evidence. Written for this project.
 */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  `a about above accept access account achieve across act action active activity actual add address adjust
  adopt advance advanced advice advise affect after again against age agree aid aim air alert all allow
  alone along also alternative always among amount an analyse analyze and animal answer any appear apple
  apply appoint approach approve area argue arm around arrange art as ask aspect assess assign assist
  assistance at attend attention audience author available avoid award aware away back bad bag balance
  ball bar base basic basis batch be beam bear beat because become bed before begin behaviour behavior
  behind belief below benefit best better between big bill bind bird black block blue board boat body
  bolt bond book border both bottom box boy branch break bridge brief bright bring broad brush budget
  build building bus business busy but buy by cable calendar call camera camp can car card care career
  carry case cash cast cat catch cause cell center centre century chain chair challenge champion chance
  change channel chapter charge chart chat check chef child choice choose chrome circle city claim class
  clean clear client clip clock close cloud club coach coast code coffee cold collect college colour color
  column combine come comfort command comment commit common communicate community company compare compass
  compete complete complex comply computer concept concern conclude condition conduct confirm connect
  consider consult contact contain content context continue contract control converse convey cook
  cooperate coordinate cope copy core corner correct cost count counter country couple courage course
  court cover craft crane create creative credit crew crisis criteria critical cross crowd culture cup
  current customer cut cycle daily dance data database date day deal decide decision deep define delegate
  deliver delivery demand demonstrate department depend describe design desk detail determine develop
  development device dialogue difference different difficult digital direct direction discuss display
  distance distribute diverse do document dog door double down draft dragon draw dream dress drill drink
  drive driver drop dry due during duty dynamic each early earn earth ease east easy eat echo economy
  edge edit educate education effect effective efficient effort either eko electric element email emotion
  emphasis employ employee empower enable encourage end energy engage engine engineer enhance enjoy ensure
  enter entire entry environment equal equipment error escalate establish estimate ethic evaluate even
  event ever every evidence exact examine example excel exchange execute exercise exist expand expect
  experience expert explain explore express extend eye face facebook facilitate facility fact factor fair
  faith fall family far farm fashion fast father feature feed feedback feel few field fight figure file
  fill film filter final finance find fine finish fire firm first fish fit five fix flag flash flat flex
  flexible flight flow focus folder follow food foot for force foreign forest form formal format forward
  foster four frame framework free frequent fresh friend from front fuel full fun function fund future
  gain game gap garden gas gate gather general get girl give glass global go goal gold good govern
  government grade grant graph great green grid ground group grow growth guard guest guide habit half hall
  hammer hand handle happy hard have head health hear heart heat heavy help here high hold home honest
  hope host hotel hour house how human hunter idea identify if ignite image impact impetus implement
  important improve in incident include income increase independent individual industry influence inform
  information initiate initiative innovate input insight inspect inspire install instruct integrate
  integrity interact interest internal internet interview into introduce invest involve iron issue it item
  job join judge jump keen keep key keyboard kind kitchen know knowledge lab label labor labour lack lamp
  land language large last late law lay layer lead leader leadership leads lean learn leave left legal
  less lesson let letter level liaise library life lift light like limit line link list listen literature
  little live load local locate lock log logic long look loop loss lot love low machine magic mail main
  maintain make man manage management manager manner manual many map mark market master match material
  math matter maximise maximize may mean measure media meet meeting member memory mention mentor menu
  message metal method middle milk mind mine minimise minimize minute mirror miss mission mobile mode
  model modern modify moment monarch money monitor month moral more morning most mother motion motivate
  motor move movie much multiple music must name nation native nature near need negotiate network never
  new news next night no noise normal north not note notice notify now number nurse object objective
  observe obtain occasion of off offer office officer oil old on once one online only open operate
  operation opinion opportunity option oracle or orange order organisation organise organization organize
  other our out outcome outline output outside over oversee own pack package page paint pair panel paper
  parent park part participate partner party pass path patient pattern pay peace peer people per perceive
  perform performance period permit person personal persuade phone photo physical pick picture piece pilot
  place plan plant plastic plate platform play player please plus point police policy polite pool popular
  position positive post power practical practice praise predict prepare presence present press pressure
  prevent price pride principle print priority private problem procedure proceed process produce product
  production professional program programme progress project promote proof proper propose protect prove
  provide public publish pull pump pupil puppet purchase purpose push put quality quarter question quick
  quiet race radio rail rain raise range rapid rate raven reach react read ready real reason receive
  recognise recognize record recover red reduce refer reflect region register regular relate relation
  release rely remain remember remote remove render rent repair repeat replace reply report represent
  request require research resolve resource respect respond response rest result retail return review
  revise reward rich ride right rise risk river road role roll room root rope round route routine row rule
  run rust safari safe safety sail sale salt same sample sand satisfy save saw say scale scan scene
  schedule scheduling school science score scratch screen script sea search season seat second section
  secure security see seek segment select self sell send sense sequence serious serve server service
  session set setting seven shape share sheet shell shelf shift ship shirt shop short show side sight sign
  signal significant silver simple since single site situation six size skill skin slack slide slow small
  smart smile smooth snow so social society soft software soil solid solution solve some sound source
  south space speak special speech speed spell spend spirit split sport spot spread spring square squad
  stable staff stage stand standard star start state station statistics stay steel step stick still stock
  stone stop storage store story strategy stream street strength stress strike string strong structure
  student studio study style subject submit succeed such suit summary sun supervise supply support sure
  surface survey swift switch system table tableau tablet tag take talent talk tape target task tax tea
  teach team teamwork tech technical technique technology telephone tell ten term test text than that the
  their then there they thing think third this thought three thrive through ticket tie tight time tip to
  together tone tool top total touch tour toward town track trade traffic train training transfer transit
  translate transport travel treat tree trend trip truck trust truth try tune turn twitter two type
  understand uniform unit unity unlock up update upon use user utilise utilize value variety vary vehicle
  verify version very via video view village vision visit visual vital voice volume wait walk wall want
  war warm wash waste watch water wave way wear weather web website week weigh welcome well west what wheel
  when where which white who whole why wide wild will win wind window wing wire wisdom wish with within
  without woman wood word work worker workforce workplace world write writing yard year yellow yes you
  young youth zoom`.split(/\s+/),
);

/** Whether the word, in any case, number or everyday ending ("driving", "quickly"), is one of everyday English. */
export function isCommonWord(word: string): boolean {
  const key = word.toLowerCase();
  return [key, ...otherNumbers(key), ...stems(key)].some((one) => COMMON_WORDS.has(one));
}

function stems(word: string): readonly string[] {
  if (word.endsWith('ly')) return [word.slice(0, -2)];
  if (!word.endsWith('ing')) return [];
  const stem = word.slice(0, -3);
  return [stem, `${stem}e`];
}
