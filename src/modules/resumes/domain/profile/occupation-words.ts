/**
 * Nouns that name what a person is, in the singular: the last word of "Senior Staff Accountant". They
 * tell titles from employers and from names, so words that are common family names or that companies
 * carry in their names are only in `WEAK_OCCUPATION_WORDS`.
 */
export const OCCUPATION_WORDS: ReadonlySet<string> = new Set(
  `accountant actor actress actuary adjuster administrator adviser advisor advocate aide ambassador analyst
  anesthesiologist animator announcer anthropologist appraiser apprentice archaeologist architect archivist
  artist assembler assessor assistant associate astronomer astronaut attendant attorney auditor author
  babysitter bagger ballerina banker barber barista barman barmaid bartender beautician bellhop biochemist biologist
  boilermaker bookkeeper bricklayer broker busser buyer cameraman captain caregiver caretaker carpenter cartographer
  cashier ceo cfo chaplain chairman chairperson chairwoman chauffeur chef chemist chiropractor cio ciso choreographer
  classifier cleaner clerk clinician cmo coach cofounder columnist commander commissioner composer
  comptroller concierge conductor conservator consultant contractor controller coo coordinator copywriter
  correspondent cosmetologist counselor counsellor courier cpo crafter craftsman creator cto curator custodian
  dancer dealer dean deckhand demonstrator dentist deputy dermatologist designer detective developer devops dietitian
  dietician director dishwasher dispatcher diver doctor docent doorman draftsman drafter draughtsman driver
  economist editor educator electrician employee engineer enumerator entrepreneur epidemiologist estimator esthetician evaluator examiner
  executive expediter fabricator facilitator farmer farmhand fellow filmmaker financier finisher firefighter fisherman fitter
  floater florist foreman forester founder framer freelancer fundraiser gardener generalist geographer geologist geophysicist
  grader grocer groomer groundskeeper guard guide hairdresser hairstylist handyman head headmaster help helper historian
  host hostess housekeeper housekeeper hygienist illustrator inspector installer instructor intern internist interpreter
  interviewer investigator janitor jeweler journalist judge keyholder laborer labourer landscaper lawyer lead leader
  lecturer librarian lieutenant lifeguard linguist linesman lineman loader lobbyist locksmith logistician machinist
  maid maintainer manager marketer mason masseur masseuse mathematician mechanic mediator member mentor merchandiser
  messenger meteorologist microbiologist midwife millwright miner minister mixer model moderator modeler
  musician nanny negotiator neurologist nurse nutritionist officer operator optician optometrist organizer organiser
  orderly owner painter paralegal paramedic paraprofessional paraeducator paralegal partner pastor pathologist pediatrician
  performer pharmacist phlebotomist photographer physician physicist physiologist physiotherapist pianist picker
  pilot pipefitter planner plasterer plumber podiatrist poet policeman politician porter postdoc practitioner preacher
  presenter president presser priest principal processor proctor producer professor programmer promoter proofreader
  prosecutor psychiatrist psychologist psychotherapist publicist publisher purchaser radiographer radiologist ranger
  realtor receptionist recruiter referee registrar reporter rep representative researcher resident responder retoucher
  reviewer rigger roofer sailor salesman salesperson saleswoman scheduler scholar scientist screener screenwriter
  sculptor seamstress secretary sergeant server setter shareholder sheriff shopper singer sociologist soldier
  solicitor sonographer sourcer specialist sre statistician stenographer steward stewardess stocker stockist strategist
  student stylist superintendent supervisor surgeon surveyor svp tailor teacher technician technologist teller telemarketer
  tester therapist trader trainee trainer transcriber translator traveler treasurer tutor typist umpire underwriter
  usher valet vendor veterinarian videographer volunteer vp evp avp waiter waitress warden watchman webmaster welder
  worker writer yardman zoologist
  specialist professional agent sister matron orthodontist sommelier  cheffe ingenieur ingenieurin entwickler berater leiter geschaftsfuhrer assistent mitarbeiter mitarbeiterin projektleiter werkstudent
  praktikant kaufmann kauffrau sachbearbeiter lehrer krankenschwester pfleger koch verkaufer techniker
  ingenieure developpeur developpeuse responsable directeur directrice stagiaire charge chargee conseiller conseillere
  assistante comptable vendeur serveur serveuse cuisinier cuisiniere enseignant enseignante infirmier infirmiere technicien technicienne vendeur vendeuse chercheur chercheuse
  ingeniero ingeniera desarrollador desarrolladora gerente consultor consultora profesor profesora enfermero enfermera
  cocinero cocinera camarero camarera jefe jefa vendedor vendedora becario contador abogado abogada ingegnere sviluppatore tirocinante impiegato
  engenheiro desenvolvedor analista diretor estagiario coordenador`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Occupations that are also family names: titles where a title is expected, never a reason against a name. */
export const SURNAME_OCCUPATIONS: ReadonlySet<string> = new Set(
  'baker butcher cook fisher hunter mason miller packer page potter smith turner weaver hand crew'.split(
    ' ',
  ),
);

/**
 * Words of titles that alone prove nothing: half of them are also in the names of companies, of
 * schools or of people ("Baker", "Sales", "Cook", "Training").
 */
export const WEAK_OCCUPATION_WORDS: ReadonlySet<string> = new Set(
  `agent baker butcher butler cook crew detailer fisher hand hunter internship marshal mate miller packer
  page player porter potter professional rider runner shepherd smith specialist staff squire team technical tech
  turner volunteer weaver co-op coop freelance freelancer self-employed entry-level graduate junior senior sr jr
  lead principal chief deputy vice acting interim part-time full-time seasonal temporary substitute sous executive
  managing assistant associate registered certified licensed head staff trainee apprenticeship practicum externship
  residency fellowship traineeship placement research teaching military ta ra rn lpn cna emt gm pm ux ui qa it hr pr
  cook prep line sales customer marketing`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Words that make a line of capitals a rank or a department instead of a person: no name contains them. */
export const BUSINESS_WORDS: ReadonlySet<string> = new Set(
  `accounting accounts achievements acquisition activities address administration administrative advertising
  aerospace affairs agency agriculture algorithms analysis analytical analytics and apparel application applications apps arts assurance at
  audit automation automotive aviation award awards bank banking benefits billing bio board branch brand budget building
  business buying call campus care career cash cell center centre certificate certification certifications
  city civil claims class clerical client clinical cloud collections college commercial committee communication
  communications community company compliance computer computing confidential construction consulting consumer contact content contract contracts control core
  corporate corporation council course creative credit culinary curriculum custom customer cv cyber data database date dental department
  design details development digital diploma distribution district division document documentation education educational
  electrical electronic electronics email employment energy engineering enterprise entertainment environmental
  equipment estate event events experience expert expertise facilities facility family fashion federal film finance financial
  fitness food for foundation full fundraising general global goods government graphic group grounds growth
  hardware health healthcare high highlights hospital hospitality hotel hotline housing hr human implementation in inc incident
  industrial information infrastructure inside institute insurance intelligence interior international
  internet inventory investment investor invoice job kitchen knowledge lab labor laboratory language languages leadership
  learning leasing legal level licensing linkedin llc loan logistics ltd mail maintenance management manufacturing market
  marketing mathematics mechanical media medical medicine member mental merchandise merchandising military mobile mortgage
  multimedia national network networking news nursing nutrition objective of office online operation operations
  optimization organization outreach outside overview package payroll pension people performance personal personnel pharmaceutical
  pharmacy phone physical plan planning plant police policy political portfolio position power press practice process
  procurement product production products professional profile profit program programming programs project projects
  property public publications purchasing qualification qualifications quality real record records recruiting recruitment references
  regional registered regulatory relations relationship remote research resource resources responsibilities restaurant résumé resume retail risk
  safety sales schedule school science sciences screen section security senior service services shift site skill skills social
  software solution solutions special specialty sports staff staffing state statement statistics store
  strategic strategies strategy structural student studies studio success summary supply support surgical sustaining system
  systems talent tax team technical technologies technology telecommunications telephone territory test testing textile the theater theatre
  therapy to tooling total trade trading traffic training transport transportation travel treasury tsu unit united
  university urban user utility vacation vendor veteran video visual vitae warehouse waste water wealth web website welcome
  welfare wellness with women work workforce workshop world writing years youth
  lebenslauf bewerbung kenntnisse berufserfahrung ausbildung experiencia experience formation competences hoja vida
  persönlich daten anschrift telefon adresse contacto`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);
