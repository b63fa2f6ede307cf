import { type ChatCase, told, untold } from './chat-questions';

/** The fourth set that the answers were made with, held out before: indirect and colloquial on purpose. */
export const INDIRECT_CHAT_CASES: readonly ChatCase[] = [
  {
    name: 'community nurse',
    resume: `Ingrid Falkner
Community Nurse
Norwich
ingrid.falkner@example.com
+44 1603 555 0148

PROFILE
Nurse who likes to see people well at home. Twelve years in practice, the last seven on the road.

EXPERIENCE

Community Nurse, Broadwater Health Trust, Norwich
September 2017 - Present
- Visits up to fourteen patients a day across a rural district
- Manages leg ulcers, catheters and insulin for housebound people
- Built a rota that halved missed visits
- Supervises student nurses on placement

Staff Nurse, Wensum General Hospital, Norwich
October 2012 - August 2017
- Worked on an orthopaedic ward after hip and knee operations
- Ran the pre-assessment clinic on Thursdays
- Audited hand hygiene every month

EDUCATION
BSc Adult Nursing, University of Holmwick, 2009 - 2012

REGISTRATIONS
NMC registered nurse, adult branch
Independent prescriber (V300), 2019

LANGUAGES
English (native), Norwegian (fluent)

ADDITIONAL
Own car and full UK driving licence
`,
    questions: [
      told('Can she prescribe medicines?', 'Independent prescriber'),
      told('When did she start at Broadwater?', 'September 2017'),
      told('How many patients does she see per day?', 'fourteen patients a day'),
      told('Has she mentored students?', 'Supervises student nurses'),
      told('Any experience with orthopaedics?', 'orthopaedic ward'),
      told('What did she do before community nursing?', 'Staff Nurse'),
      told('Does she drive?', 'full UK driving licence'),
      told('is she fluent in norwegian', 'Norwegian (fluent)'),
      told('How can I reach her by mail?', 'ingrid.falkner@example.com'),
      untold('Has she worked in a care home?'),
      untold('Would she be up for night shifts?'),
      untold('Does she have experience with chemotherapy?'),
      untold('Why did she leave Wensum General?'),
    ],
  },
  {
    name: 'heating technician',
    resume: `Darragh Moylan
Heating and Ventilation Technician
Cork, Ireland | darragh.moylan@example.net | 021 555 0193

SUMMARY
Technician for boilers, heat pumps and ventilation in homes and offices.

WORK EXPERIENCE

Senior Service Technician | Leehaven Climate | Cork
02/2019 - present
- Commissioned 140 air-to-water heat pumps
- On call one week in four for breakdowns
- Looks after the maintenance contracts of eleven office buildings
- Brought repeat visits down from 18 to 6 percent

Plumber | Shandon Mechanical | Cork
06/2014 - 01/2019
- Installed gas boilers, radiators and underfloor heating
- Quoted small jobs and agreed them with the householder

QUALIFICATIONS
Advanced Craft Certificate in Plumbing, 2014
F-Gas certificate, 2020
RGI registered gas installer

SKILLS
Heat pumps, gas boilers, fault finding, brazing, pressure testing

INTERESTS
Rowing, restoring old bicycles
`,
    questions: [
      told('Is he allowed to work on gas?', 'gas installer'),
      told('How many heat pumps has he put into operation?', '140 air-to-water heat pumps'),
      told('Which firm is he with at the moment?', 'Leehaven Climate'),
      told('Is he used to emergency call-outs?', 'On call one week in four'),
      told('Has he written quotes for clients?', 'Quoted small jobs'),
      told('Until when was he at Shandon Mechanical?', '01/2019'),
      told('What are his hobbies?', 'Rowing'),
      told('Does he know how to braze?', 'brazing'),
      told('Has he reduced repeat visits?', 'repeat visits down from 18'),
      untold('Has he installed solar panels?'),
      untold('Has he run his own business?'),
      untold('Does he speak Irish?'),
      untold('What is his notice period?'),
      untold('Did he go to university?'),
    ],
  },
  {
    name: 'accountant',
    resume: `Beatriz Lindqvist
Chartered Accountant
beatriz.lindqvist@example.org
Phone +46 8 555 019 22
Stockholm

About
Accountant who closes the books on time and explains them in plain words.

Professional Experience

Finance Manager - Norrvik Timber AB
Jan 2020 - today
- Leads the monthly close for four entities within five working days
- Replaced spreadsheets by Microsoft Dynamics 365 together with the IT department
- Prepares the budget and presents it to the board
- Line manager of three bookkeepers

Senior Auditor - Hallgren & Vane
Sep 2015 - Dec 2019
- Audited manufacturing and retail clients with up to 900 employees
- Found a double payment of 1.2 million kronor in a supplier ledger
- Trained new joiners in sampling

Education
MSc Accounting, Mälardal School of Business, 2013 - 2015
BSc Economics, University of Aldersund, 2010 - 2013

Certificates
Authorised Public Accountant, 2019

Languages
Swedish, Portuguese (native), English (C1), German (A2)

Skills
IFRS, consolidation, VAT, Excel, Power BI, Dynamics 365
`,
    questions: [
      told('How long has she been at Norrvik Timber?', 'Jan 2020'),
      told('Which ERP system has she introduced?', 'Microsoft Dynamics 365'),
      told('Does she have people reporting to her?', 'three bookkeepers'),
      told('Tell me about her audit background', 'Audited manufacturing'),
      told("What's her highest degree?", 'MSc Accounting'),
      told('How good is her German?', 'German (A2)'),
      told('Is she used to presenting to senior management?', 'presents it to the board'),
      told('Has she ever uncovered an error in the books?', 'double payment'),
      told('Where does she live?', 'Stockholm'),
      told('Is she familiar with international accounting standards?', 'IFRS'),
      told('In what year did she qualify as a public accountant?', '2019'),
      untold('Has she worked with SAP?'),
      untold('Does she have payroll experience?'),
      untold('What does she earn today?'),
      untold('Has she worked for a bank?'),
      untold('Is she willing to relocate to Oslo?'),
    ],
  },
  {
    name: 'backend developer',
    resume: `Tadeo Okwuosa
Backend Developer
Lisbon, Portugal
tadeo.okwuosa@example.com
github.com/tadeo-okwuosa-example

SUMMARY
Backend developer with eight years of work on payment and booking systems.

EXPERIENCE

Senior Backend Developer, Maréa Bookings, Lisbon
April 2021 - Present
- Splits a Django monolith into services that talk over Kafka
- Brought the median response time from 900 ms to 120 ms
- Reviews the code of four colleagues and runs the weekly architecture round
- Introduced contract tests between the teams

Backend Developer, Palegate Payments, Porto
July 2017 - March 2021
- Wrote the settlement engine in Java and PostgreSQL
- Kept the card data environment compliant with PCI DSS
- Took turns in the on-call rota

Junior Developer, Studio Corvo, Porto
October 2016 - June 2017
- Maintained online shops written in PHP

EDUCATION
BEng Informatics, Polytechnic of Douro, 2013 - 2016

PROJECTS
Tidepool: an open source rate limiter in Go with 600 stars

SKILLS
Python, Java, PostgreSQL, Kafka, Redis, Docker, Go

LANGUAGES
Portuguese (native), English (fluent)
`,
    questions: [
      told('Has he ever broken up a monolith?', 'Django monolith into services'),
      told('What was his first job?', 'Studio Corvo'),
      told('Did he make anything faster?', '900 ms to 120 ms'),
      told('Does he contribute to open source?', 'open source rate limiter'),
      told('Which databases does he know?', 'PostgreSQL'),
      told('Has he done code reviews?', 'Reviews the code of four colleagues'),
      told('Where did he use Java?', 'settlement engine in Java'),
      told('Does he know about security compliance for card payments?', 'PCI DSS'),
      told('Which role did he hold in 2019?', 'Palegate Payments'),
      told('How many years has he worked at Palegate?', 'July 2017'),
      told('Does he bring any PHP?', 'PHP'),
      untold('Has he worked with Kubernetes?'),
      untold('Did he lead a team of developers abroad?'),
      untold('Does he have frontend experience with React?'),
      untold('Is he certified in AWS?'),
      untold('Does he want to work part time?'),
    ],
  },
  {
    name: 'head chef',
    resume: `Pernille Ashgrove
Head Chef
Edinburgh
Mobile: 07700 900 662
pernille.ashgrove@example.com

PROFILE
Chef with fifteen years at the stove, at home with fish, game and vegetables from the region.

CAREER

Head Chef, The Cormorant Rooms, Edinburgh
2018 - present
- Heads a brigade of nine in a house with 70 covers
- Changes the menu with the seasons and buys from small farms nearby
- Brought food waste down by 40 percent
- Looks after guests with allergies and coeliac disease

Sous Chef, Hotel Vantage Point, Glasgow
2013 - 2018
- Ran banquets for up to 300 guests
- Wrote the rota and the weekly order list

Commis Chef, Brasserie Lune, Lyon
2009 - 2013
- Learned sauces, butchery and bread from the beginning

TRAINING
Professional Cookery Diploma, Leith Catering College, 2009
Food Hygiene Level 3, 2016

AWARDS
Scottish Young Chef finalist, 2012

LANGUAGES
English, French (conversational)
`,
    questions: [
      told('How large is her team?', 'brigade of nine'),
      told('Has she ever worked outside the UK?', 'Lyon'),
      told('Can she cater for big events?', 'banquets for up to 300 guests'),
      told('Does she care about sustainability?', 'food waste down by 40 percent'),
      told('Has she cooked for people with intolerances?', 'allergies and coeliac'),
      told('Which hygiene certificate does she have?', 'Food Hygiene Level 3'),
      told('Where did she train as a cook?', 'Leith Catering College'),
      told('Did she ever win or get close to winning a prize?', 'Young Chef finalist'),
      told('Who makes the staff schedule?', 'Wrote the rota'),
      told('Between which years was she in Glasgow?', '2013 - 2018'),
      told('Could you give me her phone number?', '07700 900 662'),
      untold('Has she worked in a Michelin starred restaurant?'),
      untold('Can she do pastry and desserts?'),
      untold('Does she speak Italian?'),
      untold('Has she written a cookbook?'),
      untold('When is she available?'),
    ],
  },
  {
    name: 'secondary school teacher',
    resume: `Matthias Delacourt
Teacher of Mathematics and Physics
matthias.delacourt@example.org
Bristol

PERSONAL STATEMENT
I teach so that nobody has to be afraid of numbers.

TEACHING EXPERIENCE

Head of Mathematics, Avonmere Academy, Bristol
September 2019 to present
Responsible for a department of eleven teachers.
Raised the share of good GCSE results from 58 to 74 percent.
Chose and rolled out a new digital homework platform.

Mathematics Teacher, Redcliff Community School, Bristol
September 2011 to July 2019
Taught classes from Year 7 to Year 13.
Took pupils to the national robotics contest every spring.
Form tutor for a group of twenty-six.

EDUCATION
PGCE Secondary Mathematics, University of Severnside, 2011
BSc Physics, University of Severnside, 2007 - 2010

COURSES
Safeguarding lead training, 2022
First Aid at Work, 2023

SKILLS
Lesson planning, GeoGebra, Google Classroom, Python

VOLUNTEERING
Maths club for refugees at the city library since 2016
`,
    questions: [
      told('Which subjects does he teach?', 'Mathematics and Physics'),
      told('Does he have leadership experience in a school?', 'department of eleven teachers'),
      told('Did results improve under him?', '58 to 74 percent'),
      told('How long was he at Redcliff?', 'September 2011 to July 2019'),
      told('Is he trained in first aid?', 'First Aid at Work'),
      told('What did he study?', 'Physics'),
      told('Has he taken part in competitions with his students?', 'national robotics contest'),
      told('Does he do anything for the community outside work?', 'Maths club for refugees'),
      told('Can he code?', 'Python'),
      told('Has he introduced new technology at school?', 'digital homework platform'),
      untold('Has he taught chemistry?'),
      untold('Has he worked at a primary school?'),
      untold('Does he have a PhD?'),
      untold("What's his phone number?"),
      untold('Has he taught abroad?'),
    ],
  },
  {
    name: 'logistics planner',
    resume: `Kerstin Abaloglu
Logistics Planner
Hamburg, Germany
kerstin.abaloglu@example.com

SUMMARY
Planner who gets goods to where they are needed, by road, rail and sea.

EXPERIENCE

Logistics Planner, Elbtor Spedition GmbH, Hamburg
May 2020 - present
- Plans 60 truck loads a day between Germany and Scandinavia
- Negotiates freight rates with hauliers
- Handles customs papers for shipments to Norway
- Saved 210,000 euros a year by bundling loads

Warehouse Shift Leader, Kranholm Lager, Bremen
August 2016 - April 2020
- Led a shift of sixteen pickers and two forklift drivers
- Introduced hand-held scanners, after which picking errors fell by half

Apprentice, Kranholm Lager, Bremen
August 2013 - July 2016

EDUCATION
Vocational training as warehouse logistics specialist, 2016
Certified Transport Manager, Chamber of Commerce Hamburg, 2021

SKILLS
SAP TM, Excel, route planning, dangerous goods (ADR)

LANGUAGES
German (native), Turkish (native), English (B2), Danish (basic)
`,
    questions: [
      told('How much money did she save?', '210,000 euros'),
      told('Was her team larger at Kranholm?', 'sixteen pickers'),
      told('Has she dealt with customs?', 'customs papers'),
      told('Does she know how to handle hazardous materials?', 'dangerous goods'),
      told('How many trucks does she schedule daily?', '60 truck loads a day'),
      told('Which software does she use?', 'SAP TM'),
      told('Where did she do her apprenticeship?', 'Kranholm Lager'),
      told('Speaks Danish?', 'Danish (basic)'),
      told('What was her job title in Bremen?', 'Warehouse Shift Leader'),
      told('Has she bargained over prices with carriers?', 'Negotiates freight rates'),
      told('Has she brought in any new technology?', 'hand-held scanners'),
      untold('Does she have experience with air freight?'),
      untold('Has she got a forklift licence?'),
      untold('Does she have a university degree?'),
      untold('How much does she want to be paid?'),
      untold('Does she speak Polish?'),
    ],
  },
];
