import { type SectionKind } from './profile';

/** What people write over the parts of a resume: folded, "&" as "and", separated by "|". */
export const HEADING_WORDINGS: Readonly<Partial<Record<SectionKind, string>>> = {
  header: `
    contact | contacts | contact information | contact info | contact details | contact me | get in touch |
    personal information | personal details | personal data | personal info | personal profile data |
    biographical data | curriculum vitae | resume | cv | kontakt | personliche daten | coordonnees | datos
    personales | dati personali | dados pessoais | contacto | contatti | links | social | social media |
    find me online | online profiles | profiles | online | websites | web`,
  summary: `
    summary | professional summary | executive summary | career summary | profile summary | summary of
    qualifications | qualifications summary | summary of experience | career overview | professional
    overview | overview | profile | professional profile | personal profile | career profile | executive
    profile | about | about me | who i am | introduction | objective | career objective | professional
    objective | job objective | career focus | personal statement | professional statement | mission
    statement | statement | bio | biography | short bio | background | career goal | career goals |
    professional background summary | highlights of qualifications | value proposition | branding statement
    | in brief | at a glance | career aim | objectives | goal | goals | profil | uber mich | zusammenfassung
    | kurzprofil | a propos | a propos de moi | resume professionnel | profil professionnel | perfil |
    perfil profesional | sobre mi | resumen | resumen profesional | objetivo | profilo | chi sono | resumo |
    sobre | perfil profissional | samenvatting | over mij | ozet | hakkimda`,
  experience: `
    experience | experiences | work experience | work experiences | professional experience | professional
    experiences | employment | employment history | employment experience | work history | career history |
    job history | job experience | relevant experience | relevant work experience | related experience |
    related work experience | other experience | other work experience | additional experience | additional
    work experience | industry experience | career experience | professional background | professional
    history | professional work experience | work background | working experience | employment record |
    positions held | career | career path | military experience | military service | military | military
    background | internship | internships | internship experience | internships and work experience |
    clinical experience | teaching experience | research experience | leadership experience | volunteer
    experience | volunteering | volunteer work | volunteer | volunteering experience | volunteer history |
    practical experience | freelance experience | consulting experience | management experience | academic
    experience | industrial experience | academic appointments | appointments | professional appointments |
    work | employment and experience | experience and employment | selected experience | key experience |
    key roles | previous experience | prior experience | earlier experience | early career | earlier career
    | recent experience | current experience | part time experience | retail experience | sales experience |
    culinary experience | nursing experience | technical experience | administrative experience | legal
    experience | design experience | engineering experience | international experience | field experience |
    practicum experience | student teaching experience | student teaching | extracurricular experience |
    work experience and internships | professional experience and internships | entrepreneurial experience |
    work and volunteer experience | chronological work history | summary of work experience | detailed
    experience | experience highlights | professional employment | employment summary | work summary |
    practice experience | berufserfahrung | beruflicher werdegang | werdegang | praktische erfahrung |
    praktika | experience professionnelle | experiences professionnelles | parcours professionnel |
    experiencia | experiencia profesional | experiencia laboral | esperienza | esperienze | esperienza
    lavorativa | esperienze lavorative | esperienze professionali | esperienza professionale | experiencia
    profissional | werkervaring | ervaring | deneyim | is deneyimi | doswiadczenie | doswiadczenie zawodowe`,
  education: `
    education | educational background | education and training | education background | academic background
    | academic history | academic qualifications | academic qualification | educational qualifications |
    educational qualification | education and qualifications | education and certifications | education and
    credentials | education and certification | education and licenses | education and honors | education
    and awards | academics | academic | academic credentials | education history | educational history |
    formal education | degrees | degree | schooling | studies | academic profile | academic record |
    academic details | educational details | education details | academic education | scholastic background
    | education training | education and professional development | education and professional training |
    education and affiliations | university education | higher education | educational training | academic
    training | education and skills | ausbildung | bildung | studium | schulbildung | bildungsweg |
    akademische ausbildung | formation | formations | etudes | diplomes | formation academique | education
    et formation | educacion | formacion | formacion academica | estudios | istruzione | formazione |
    istruzione e formazione | educacao | formacao | formacao academica | opleiding | opleidingen | egitim |
    egitim bilgileri | wyksztalcenie | edukacja`,
  skills: `
    skills | skill | technical skills | technical skill | key skills | core skills | professional skills |
    skill highlights | skills highlights | skills and abilities | skills and expertise | skills and
    technologies | skills and tools | skills and interests | skills and qualifications | skills and
    competencies | skills and competences | skills and knowledge | skills and awards | skills and languages
    | skills and certifications | skills summary | summary of skills | skill set | skillset | skills set |
    hard skills | soft skills | computer skills | it skills | software skills | other skills | additional
    skills | relevant skills | related skills | special skills | specialized skills | personal skills |
    interpersonal skills | management skills | areas of expertise | area of expertise | expertise | core
    expertise | areas of strength | areas of specialization | specialties | specialities | specializations |
    core competencies | core competences | competencies | competences | key competencies | core
    qualifications | qualifications | key qualifications | professional qualifications | qualification |
    qualification highlights | highlights | career highlights and skills | core strengths | strengths | key
    strengths | technologies | technology | technology stack | tech stack | tools | tools and technologies |
    technologies and tools | technical proficiencies | technical proficiency | technical expertise |
    technical competencies | technical summary | technical profile | technical knowledge | technical
    qualifications | technical skills and qualifications | technical tools | programming languages |
    programming skills | programming | software | software programs | software proficiency | software
    knowledge | software and tools | computer proficiency | computer literacy | computer knowledge |
    proficiencies | abilities | capabilities | core capabilities | key capabilities | knowledge | knowledge
    and skills | professional competencies | professional expertise | professional skills and abilities |
    frameworks | databases | operating systems | os | it development | digital skills | clinical skills |
    culinary skills | design skills | areas of knowledge | areas of interest and expertise | what i do |
    summary of skills and qualifications | highlights of skills | kenntnisse | fahigkeiten | kompetenzen |
    it kenntnisse | fachkenntnisse | edv kenntnisse | competences techniques | competences cles |
    competences et outils | outils | habilidades | competencias | aptitudes | conocimientos | competenze |
    competenze tecniche | capacita | habilidades e competencias | vaardigheden | beceriler | yetenekler |
    umiejetnosci | stack | toolbox`,
  projects: `
    projects | project | personal projects | selected projects | key projects | academic projects | side
    projects | notable projects | project experience | projects experience | open source | open source
    projects | open source contributions | portfolio | research projects | project highlights | major
    projects | relevant projects | projects and research | course projects | university projects | project
    work | professional projects | featured projects | side project | relevant repositories | repositories |
    case studies | works | selected works | student projects | engineering projects | technical projects |
    research and projects | projects undertaken | recent projects | projekte | projets | projets personnels
    | proyectos | progetti | projetos | projecten | projeler | projekty`,
  certifications: `
    certifications | certification | certificates | certificate | licenses | license | licences | licenses
    and certifications | certifications and licenses | certifications and licences | licensure | licensure
    and certifications | licenses and certificates | licences and certificates | professional certifications
    | professional certification | professional licenses | professional license | credentials | professional
    credentials | certifications and training | training and certifications | training and certification |
    certifications and trainings | courses | courses and certifications | courses and certificates |
    certificates and courses | trainings | training | trainings and certifications | professional training |
    professional development | continuing education | additional training | technical training | relevant
    courses | licenses and credentials | certifications and credentials | accreditations | technical
    certifications | certifications and awards | training and development | workshops | seminars | military
    training | training courses | courses and training | board certifications | registrations | zertifikate
    | zertifizierungen | weiterbildung | weiterbildungen | fortbildungen | certificats | formations
    complementaires | certificados | certificaciones | cursos | certificazioni | corsi | certificacoes |
    certificaten | cursussen | sertifikalar | certyfikaty`,
  languages: `
    languages | language | language skills | languages known | languages spoken | spoken languages | foreign
    languages | language proficiency | linguistic skills | known languages | language competencies |
    languages and nationality | human languages | sprachen | sprachkenntnisse | langues | langue |
    competences linguistiques | idiomas | lingue | competenze linguistiche | linguas | talen | diller |
    yabanci dil | jezyki`,
  publications: `
    publications | publication | selected publications | papers | research papers | journal articles |
    conference papers | articles | books | patents | patents and publications | publications and patents |
    presentations | presentation | publications and presentations | presentations and publications |
    conference presentations | conferences | talks | invited talks | invited presentations | speaking |
    speaking engagements | public speaking engagements | published works | published work | research
    publications | bibliography | writing | writings | posters | lectures | publications and talks | peer
    reviewed publications | thesis | theses | dissertation | academic publications | blog | blog posts |
    media coverage | press | program committees | publikationen | veroffentlichungen | vortrage |
    publicaciones | pubblicazioni | publicacoes | publicaties`,
  awards: `
    awards | award | honors | honours | honors and awards | awards and honors | awards and honours | honours
    and awards | awards and achievements | achievements and awards | achievements | achievement | key
    achievements | accomplishments | key accomplishments | core accomplishments | professional
    accomplishments | notable accomplishments | career accomplishments | career highlights | career
    achievements | awards and recognition | awards and recognitions | recognition | recognitions |
    scholarships | scholarships and awards | awards and scholarships | fellowships | fellowships and awards
    | grants | prizes | selected honors | honors and achievements | academic achievements | academic honors
    | activities and honors | honors and activities | awards and accomplishments | accomplishments and
    awards | selected accomplishments | selected achievements | major accomplishments | awards and
    certifications | military awards | awards received | professional awards | distinctions | extra honors |
    impact | auszeichnungen | prix | distinctions et prix | premios | premi | logros | premios e
    reconhecimentos | oduller | nagrody`,
  interests: `
    interests | interest | hobbies | hobby | hobbies and interests | interests and hobbies | personal
    interests | other interests | interests and activities | activities and interests | activities |
    extracurricular activities | extra curricular activities | extracurricular | extracurriculars | co
    curricular activities | leisure | passions | free time | sports | my time | areas of interest | research
    interests | activties | hobbies and activities | leisure activities | personal activities | interessen |
    hobbys | hobbys und interessen | centres d'interet | loisirs | interets | intereses | aficiones |
    interessi | interesses | hobby's | ilgi alanlari | hobiler | zainteresowania | activites`,
  references: `
    references | reference | referees | referee | professional references | personal references | references
    available upon request | references available on request | references upon request | references on
    request | referees available on request | character references | testimonials | recommendations |
    referenzen | referencias | referenze | referencias profesionales | referanslar | referencje |
    referenties`,
  other: `
    additional information | additional info | other information | additional details | additional | other |
    others | miscellaneous | affiliations | affiliation | professional affiliations | professional
    affiliation | memberships | membership | professional memberships | professional membership |
    memberships and affiliations | affiliations and memberships | professional associations | professional
    organizations | associations | organizations | community service | community involvement | community |
    community activities | community engagement | civic activities | civic involvement | leadership |
    leadership and activities | leadership and service | leadership activities | service | professional
    activities | professional service | coursework | relevant coursework | courses taken | declaration |
    availability | visa status | work authorization | citizenship | nationality | security clearance |
    clearance | clearances | salary | events | keywords | equipment | student information | personal |
    personal qualities | personal attributes | attributes | personal characteristics | extras | more | notes
    | philosophy | teaching philosophy | quote | most proud of | a day of my life | day of my life | life
    philosophy | driving license | driving licence | desired position | sonstiges | weitere informationen |
    ehrenamt | divers | otros | otros datos | altro | outros | overig`,
};
