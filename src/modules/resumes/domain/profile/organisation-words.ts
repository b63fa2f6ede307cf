/** Words in the names of employers; a piece of a heading line with one of them is an employer. */
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set(
  `academy aerospace agency airlines airways alliance archdiocese army associates association authority
 automotive aviation bakery bank bancorp bistro brothers bros bureau cafe capital casino catering center centers centre centres chamber charity church city
 clinic clinics club co college commission committee communications community companies company conservatory consortium consultancy
 consulting cooperative corp corporation corps council county court dealership dental department dept diner dispensary
 district division electronics embassy enterprise enterprises entertainment estate faculty farm farms federation financial firm
 fitness force foundation foods freight garage gallery gmbh government grill group guard gym healthcare health
 holding holdings home homes hospital hospitals hospice hotel hotels inc incorporated industries inn institute institution
 institutes insurance international investments isd kg kindergarten kitchen lab laboratories laboratory labs library limited
 llc llp lounge ltd ltda lp magazine manufacturing market mart media medical ministry motors museum mutual navy network networks
 nursery office orchestra organisation organization partners partnership pharmaceuticals pharmacy pizzeria plant plc police
 post preschool press productions project properties pty railway realty regiment resort resorts restaurant restaurants retirement sa
 salon sarl sas school schools services shop society software solutions spa spol squadron srl stables station store stores studio studios
 supermarket supply systems tavern tech technologies technology telecom television theater theatre times trust unit union
 universe university usa ventures volunteers winery works workshop ymca ywca zoo
 ag ab as aps asa bv nv oy ooo kft sro spa sl se ev ug
 universitat hochschule fachhochschule klinik klinikum krankenhaus schule gymnasium verlag stadt gemeinde institut
 universite ecole lycee hopital mairie societe banque universidad escuela colegio empresa banco universita scuola azienda
 universidade universiteit ziekenhuis uniwersytet universitesi hastanesi okulu`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Words that only schools have in their names. */
export const SCHOOL_WORDS: ReadonlySet<string> = new Set(
  `university universities college colleges institute school academy polytechnic seminary conservatory conservatoire
 gymnasium lyceum lycee ecole universitat universite universidad universita universidade universiteit
 universitesi uniwersytet univerzita universitet universitetet hochschule fachhochschule berufsschule realschule grundschule gesamtschule
 politecnico politecnica polytechnique politechnika iut escuela instituto institut istituto facultad faculte faculty fakultat scuola liceo colegio
 vidyalaya vidyapeeth polytechnique`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Short names of schools; in small letters they are words or surnames ("mit", "bits"). */
export const SCHOOL_ACRONYMS: ReadonlySet<string> = new Set(
  `IIT IIIT NIT BITS IIM MIT ETH EPFL CALTECH UCLA USC NYU UCL LSE CUNY SUNY UC INSEAD HEC KAIST POSTECH UNC UCSD UCSB UCI UCB USF ASU
 LSU FSU PSU OSU MSU CMU BYU SMU TCU VCU GMU RIT WPI RPI UIUC UMD UNSW RMIT KTH TU RWTH LMU TUM FH HTW NUS NTU HKUST HKU UBC UPM UPC
 UNAM ITMO AIIMS VIT SRM KU KCL QMUL UWE UAB IUT ENS ESSEC ESCP`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** What stands in anonymised resumes instead of an employer: it is no employer, but it marks the place of one. */
export const EMPLOYER_PLACEHOLDER =
  /(?<![\p{L}\p{N}])(?:company\s+(?:name|confidential)|confidential(?:\s+company)?|name\s+of\s+(?:company|employer)|employer\s+name)(?![\p{L}\p{N}])/iu;

/** And instead of a place: "City , State", "City, State, Country", "City". */
export const LOCATION_PLACEHOLDER =
  /(?<![\p{L}\p{N}])(?:City\s*,\s*State(?:\s*,\s*(?:Country|USA?|United States))?(?![\p{L}\p{N}])|City(?:\s*,\s*(?:ST|Country))?(?=\s*(?:$|\t|\||,)))/u;
