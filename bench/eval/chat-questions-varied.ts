import { type ChatCase, told, untold } from './chat-questions';

/** The third set that the answers were made with: the many ways in which recruiters put a question. */
export const VARIED_CHAT_CASES: readonly ChatCase[] = [
  {
    name: 'dental assistant',
    resume: `Lotte Arensburg
Dental Assistant
lotte.arensburg@example.com
020 7946 0417
Reading

PROFILE
Friendly assistant who calms nervous patients. Six years in private and public practices.

EXPERIENCE

Lead Dental Assistant, Whitegate Dental, Reading
October 2021 - Present
- Assists at implants and root canal treatments
- Sterilises instruments and keeps the records for inspections
- Shows new assistants how the practice works
- Orders consumables and cut their cost by 12 percent

Dental Assistant, Thamesmead Community Clinic, London
March 2018 - September 2021
- Took X-rays and impressions
- Booked appointments with the Dentally software
- Looked after up to 25 patients a day

EDUCATION
Diploma in Dental Nursing, Kenbury College, 2018

CERTIFICATES
Dental Radiography Certificate, 2020
GDC registered

LANGUAGES
English (native), Polish (intermediate)
`,
    questions: [
      told('How many patients did she see a day?', '25 patients a day'),
      told('Is she allowed to take x-rays?', 'X-rays'),
      told('When did she leave Thamesmead?', 'September 2021'),
      told('Which practice software has she worked with?', 'Dentally'),
      told('Has she shown newcomers the ropes?', 'Shows new assistants'),
      told('Did she make purchasing cheaper?', 'cut their cost by 12 percent'),
      told('How well does she speak Polish?', 'Polish (intermediate)'),
      told('What year did she get her diploma?', '2018'),
      told('How is she with anxious people?', 'calms nervous patients'),
      told('Which job did she have in London?', 'Thamesmead Community Clinic'),
      untold('Has she worked in orthodontics?'),
      untold('Is she available on Saturdays?'),
      untold('Has she worked as a hygienist?'),
      untold('Why does she want to change jobs?'),
      untold('Has she lived abroad?'),
      told('Any experience with oral surgery?', 'implants'),
      told('Is she responsible for sterilisation?', 'Sterilises instruments'),
      told('Has she scheduled appointments?', 'Booked appointments'),
      told('How many years has she been in dentistry?', 'Six years'),
      told('Was she ever in a public clinic?', 'Thamesmead Community Clinic'),
      told('Which employer is she with now?', 'Whitegate Dental'),
      untold('Can she speak German?'),
      untold('Has she managed the finances of a practice?'),
      untold('Has she treated children?'),
      untold('Has she worked as a receptionist?'),
      untold('Has she trained as a dentist?'),
    ],
  },
  {
    name: 'carpenter',
    resume: `Ruben Thackeray
Carpenter and Joiner
Exeter
ruben.thackeray@example.org | 07700 900 233

About me
Joiner who likes old houses and new timber frames.

Work

Self-employed Carpenter, Exeter
2016 - present
- Restored sash windows in more than fifty listed houses
- Writes estimates and meets clients on site
- Employs one apprentice and a labourer

Joiner, Haldon Timber Frames, Newton Abbot
2011 - 2016
- Cut and erected oak frames for barns and houses
- Operated a CNC machine for stair parts
- Health and safety representative for twelve colleagues

Training
City & Guilds Level 3 in Site Carpentry, Dartmouth College, 2011
CSCS card
First aid course, 2020

Interests
Surfing, woodturning

Licences
Category B and trailer
`,
    questions: [
      told('Does he have his own business?', 'Self-employed Carpenter'),
      told('Has he renovated historic buildings?', 'listed houses'),
      told('How many windows did he restore?', 'more than fifty listed houses'),
      told('Can he use computer controlled machines?', 'CNC machine'),
      told('Does anyone work for him?', 'one apprentice and a labourer'),
      told('Is he able to price a job?', 'Writes estimates'),
      told('What did he do from 2011 to 2016?', 'Haldon Timber Frames'),
      told('Which trade did he learn?', 'Site Carpentry'),
      told('Any first aid training?', 'First aid course'),
      told('What does he do in his spare time?', 'Surfing'),
      told('Where is he based?', 'Exeter'),
      untold('Does he have experience in roofing?'),
      untold('Has he worked on hospitals?'),
      untold('Can he weld?'),
      untold('What is his day rate?'),
      untold('Does he speak Spanish?'),
      told('How long was he with Haldon?', '2011 - 2016'),
      told('Has he got a trailer licence?', 'trailer'),
      told('Is he used to dealing with clients?', 'meets clients on site'),
      told('Any role in workplace safety?', 'Health and safety representative'),
      told('Does he have an apprentice?', 'one apprentice'),
      untold('Has he built kitchens?'),
      untold('Does he have a degree in architecture?'),
      told('Has he had responsibility for safety at work?', 'Health and safety representative'),
      told('What was he doing before he went self-employed?', 'Haldon Timber Frames'),
      told('Does he take on restoration projects?', 'Restored sash windows'),
      untold('Has he managed large building sites?'),
      untold('Has he built bridges?'),
      untold('Has he laid floors?'),
      untold('Does he have a crane licence?'),
      untold('Has he taught at a vocational school?'),
    ],
  },
  {
    name: 'data analyst',
    resume: `Samira Holloway
Data Analyst
Manchester, UK
samira.holloway@example.com
linkedin.com/in/samira-holloway-example

SUMMARY
Analyst with five years in retail and health. Turns messy tables into decisions.

EXPERIENCE

Data Analyst, Brightlane Stores, Manchester
June 2021 - Present
- Forecasts demand for 220 shops with Python and Prophet
- Built dashboards in Tableau that the executive committee reads every Monday
- Brought the forecast error down from 19 to 11 percent
- Gives SQL lessons to colleagues from purchasing

Junior Analyst, Ribble Health Partnership, Preston
August 2019 - May 2021
- Cleaned patient records for a study on waiting times
- Moved reports from Excel to Power BI

EDUCATION
MSc Statistics, University of Pendleton, 2018 - 2019
BSc Mathematics, University of Pendleton, 2015 - 2018

SKILLS
Python, SQL, Tableau, Power BI, dbt, Snowflake

AWARDS
Best newcomer, Northern Data Forum, 2022

LANGUAGES
English (native), Arabic (fluent)
`,
    questions: [
      told('What is her best degree?', 'MSc Statistics'),
      told('Where did she start her career?', 'Ribble Health'),
      told('Has she worked in healthcare?', 'Ribble Health'),
      told('Which visualisation tools does she know?', 'Tableau'),
      told('How much better did the forecast get?', '19 to 11 percent'),
      told('Has she passed on her knowledge to others?', 'SQL lessons'),
      told('Do executives see her work?', 'executive committee'),
      told('How long has she been in her current job?', 'June 2021'),
      told('Did she win anything?', 'Best newcomer'),
      told('Has she got a degree in maths?', 'BSc Mathematics'),
      told('Has she done any machine learning or forecasting?', 'Forecasts demand'),
      told('Which cloud data warehouse has she used?', 'Snowflake'),
      told('Is she on LinkedIn?', 'linkedin.com'),
      untold('Has she worked with R?'),
      untold('Has she managed a budget?'),
      untold('Did she work in finance?'),
      untold('Does she have a security clearance?'),
      untold('Is she looking for a remote role?'),
      untold('What does she want to do in five years?'),
      told('What was she doing in 2020?', 'Ribble Health'),
      told('Has she got experience with medical data?', 'patient records'),
      told('Which programming languages does she know?', 'Python'),
      told('Has she taught anybody SQL?', 'SQL lessons'),
      told('How many shops does she forecast for?', '220 shops'),
      told('Where did she get her masters?', 'University of Pendleton'),
      told('Does she speak any foreign language?', 'Arabic'),
      untold('Has she deployed models to production?'),
      untold('Has she ever led a team?'),
      told('How good is her Arabic?', 'Arabic (fluent)'),
      told('Does she have a Tableau background?', 'Tableau'),
      told('What did she achieve at Brightlane?', 'forecast error down'),
      untold('Has she worked for an airline?'),
      untold('Is she a certified scrum master?'),
      untold('Has she forecast financial markets?'),
      untold('Has she taught at a university?'),
      untold('Has she run a team of analysts?'),
    ],
  },
  {
    name: 'hotel receptionist',
    resume: `Emil Castellane
Front Office Manager
Salzburg, Austria
emil.castellane@example.net
+43 662 555 0155

PROFILE
Host with a good memory for faces.

EMPLOYMENT

Front Office Manager, Hotel Mirabellhof, Salzburg
January 2020 - present
- Heads the reception with eight receptionists and two night porters
- Introduced online check-in, used by 60 percent of the guests
- Answers complaints and reviews within a day
- Raised the guest satisfaction score from 8.1 to 9.0

Receptionist, Seeblick Resort, Zell am See
May 2015 - December 2019
- Worked day and night shifts
- Sold excursions and spa packages
- Kept the cash desk and the Opera booking system

Steward, Adria Ferries
2013 - 2015
- Served 200 passengers on night crossings

EDUCATION
Tourism College Bad Hofgastein, Diploma, 2013

LANGUAGES
German (native), English (C1), Italian (B1)

VOLUNTARY WORK
Mountain rescue, since 2017
`,
    questions: [
      told('How many people work under him?', 'eight receptionists'),
      told('Has he dealt with unhappy guests?', 'Answers complaints'),
      told('Is night work something he knows?', 'night shifts'),
      told('What was his job on the ship?', 'Steward'),
      told('Has he sold anything?', 'Sold excursions'),
      told('Which reservation system does he know?', 'Opera booking system'),
      told('Did customer satisfaction rise?', '8.1 to 9.0'),
      told('What did he do before he became front office manager?', 'Seeblick Resort'),
      told('Which of his jobs lasted longest?', 'Mirabellhof'),
      told('Since when is he in Salzburg?', 'January 2020'),
      told('Is he a volunteer somewhere?', 'Mountain rescue'),
      told('Which school did he go to?', 'Tourism College'),
      told('Can he talk to Italian guests in their language?', 'Italian (B1)'),
      untold('Does he have experience as a concierge in Paris?'),
      untold('Has he organised weddings?'),
      untold('Does he have a master degree?'),
      untold('Does he speak Russian?'),
      untold('When could he begin?'),
      told('Has he handled cash?', 'cash desk'),
      told('What improvement in guest satisfaction did he bring about?', '8.1 to 9.0'),
      told('Who did he work for on the sea?', 'Adria Ferries'),
      told('Which is his mother tongue?', 'German (native)'),
      told('When did his time at Seeblick end?', 'December 2019'),
      told('Has he digitised anything?', 'online check-in'),
      untold('Has he worked in a call centre?'),
      untold('Did he study business administration?'),
      told('What is his length of service at Mirabellhof?', 'January 2020'),
      told('Who reports to him?', 'eight receptionists'),
      told('Does he do anything voluntary?', 'Mountain rescue'),
      untold('Has he worked as a cook?'),
      untold('Does he hold a first aid certificate?'),
      untold('Has he managed a restaurant?'),
      untold('Does he own a hotel?'),
      untold('Has he worked on an airline?'),
      untold('Has he sold real estate?'),
    ],
  },
  {
    name: 'human resources manager',
    resume: `Oona Fairweather
Human Resources Manager
oona.fairweather@example.org
Dublin

SUMMARY
Generalist for companies that grow. Plain words, fair rules.

CAREER HISTORY

HR Manager | Lumen Foods | Dublin
April 2019 - Present
- Hired 140 people in three years for two plants
- Negotiated the works agreement with the union
- Rolled out Workday as the personnel system
- Lowered staff turnover from 22 to 13 percent

HR Officer | Kestrel Insurance | Galway
September 2014 - March 2019
- Ran payroll for 600 employees
- Advised managers on sickness and grievance cases
- Set up the graduate programme

EDUCATION
BA Psychology, University of Corrib, 2011 - 2014

QUALIFICATIONS
CIPD Level 7, 2018

SKILLS
Recruitment, employment law, Workday, Excel, mediation
`,
    questions: [
      told('Has she worked with trade unions?', 'works agreement with the union'),
      told('How many hires has she made?', 'Hired 140 people'),
      told('Does she know payroll?', 'Ran payroll'),
      told('Did fewer people quit?', 'staff turnover from 22'),
      told('Which HR software has she implemented?', 'Workday'),
      told('What did she do in Galway?', 'payroll for 600 employees'),
      told('What subject is her degree in?', 'Psychology'),
      told('Is she CIPD qualified?', 'CIPD Level 7'),
      told('Has she worked in insurance?', 'Kestrel Insurance'),
      told('Can she mediate in conflicts?', 'mediation'),
      told('Where was she employed in 2016?', 'Kestrel Insurance'),
      told('When did she graduate?', '2014'),
      told('Does she know labour law?', 'employment law'),
      untold('Has she handled redundancies?'),
      untold('Did she work for a startup?'),
      untold('Does she speak Irish?'),
      untold('How much notice does she have to give?'),
      untold('Has she worked with SuccessFactors?'),
      untold('What is her mobile number?'),
      told('Has she cut attrition?', 'staff turnover from 22'),
      told('Any experience in recruiting?', 'Hired 140 people'),
      told('Has she built up a trainee scheme?', 'graduate programme'),
      told('How big was the payroll she ran?', '600 employees'),
      told('Did she counsel managers on difficult cases?', 'grievance cases'),
      told('What is her current position?', 'HR Manager'),
      told('From when to when was she at Kestrel?', 'September 2014 - March 2019'),
      untold('Does she hold a law degree?'),
      untold('Has she worked in Germany?'),
      untold('Has she done a restructuring?'),
      told('In which industry is Lumen?', 'Lumen Foods'),
      told('Which bodies has she negotiated with?', 'union'),
      told('How much did turnover go down?', '22 to 13 percent'),
      untold('Does she have a coaching certificate?'),
      untold('Has she run an HR team abroad?'),
      untold('Has she hired abroad?'),
      untold('Does she know tax law?'),
      untold('Has she taught at a college?'),
      untold('Has she run a company of her own?'),
    ],
  },
  {
    name: 'laboratory technician',
    resume: `Anselm Birkett
Laboratory Technician
Basel
anselm.birkett@example.com

Profile
Technician in chemistry with a steady hand and complete notebooks.

Professional experience

Laboratory Technician - Rheinquell Pharma, Basel
Feb 2017 - today
- Analyses samples by HPLC and gas chromatography
- Validated eleven methods under GMP
- Trains lab apprentices, four so far
- Shortened the release of raw materials from nine to five days

Chemical Laboratory Assistant - Aarwerk Paints, Aarau
Aug 2012 - Jan 2017
- Mixed and tested weatherproof coatings
- Disposed of solvents according to the regulations

Apprenticeship
Chemical laboratory technician EFZ, Aarwerk Paints, 2009 - 2012

Courses
Radiation protection, 2019
Lean Six Sigma Yellow Belt, 2021

Languages
German (native), French (B2), English (B1)

Computer skills
Empower, LIMS, Excel
`,
    questions: [
      told('Which analytical techniques has he mastered?', 'HPLC'),
      told('Is he familiar with good manufacturing practice?', 'GMP'),
      told('How many methods has he validated?', 'eleven methods'),
      told('Does he know how to get rid of dangerous chemicals?', 'Disposed of solvents'),
      told('Did he speed anything up?', 'nine to five days'),
      told('Where did he do his apprenticeship?', 'Aarwerk Paints'),
      told('How many apprentices has he trained?', 'four so far'),
      told('Has he got any Six Sigma training?', 'Yellow Belt'),
      told('Which languages can he work in?', 'French (B2)'),
      told('Until when did he work at Aarwerk Paints?', 'Jan 2017'),
      told('Which employer came first?', 'Aarwerk Paints'),
      told('What computer programs does he know?', 'Empower'),
      untold('Has he worked in microbiology?'),
      untold('Does he have a university degree?'),
      untold('Has he written scientific articles?'),
      untold('Has he worked with animals?'),
      untold('Does he know mass spectrometry?'),
      untold('Is he open to a move to Berlin?'),
      told('Does he work with chromatography?', 'HPLC'),
      told('What did he do at Aarwerk?', 'weatherproof coatings'),
      told('Is he trained in radiation safety?', 'Radiation protection'),
      told('Which town does he work in now?', 'Basel'),
      told('Has he experience in the paint industry?', 'Aarwerk Paints'),
      told('What has he made quicker?', 'nine to five days'),
      told('Is his French good enough for work?', 'French (B2)'),
      untold('Has he worked with cell cultures?'),
      untold('Is he an engineer?'),
      untold('Does he have sales experience?'),
      told('Has he worked to GMP rules?', 'GMP'),
      told('Any courses in recent years?', 'Lean Six Sigma'),
      told('Who trained him?', 'Aarwerk Paints'),
      untold('Has he led a department?'),
      untold('Has he any patents?'),
      untold('Has he validated software?'),
      untold('Has he worked with radioactive samples?'),
      untold('Has he taught chemistry at a school?'),
      untold('Has he sold laboratory equipment?'),
    ],
  },
];
