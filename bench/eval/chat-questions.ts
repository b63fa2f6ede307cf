/** An invented resume and what may be asked about it. */
export interface ChatCase {
  readonly name: string;
  readonly resume: string;
  readonly questions: readonly ChatQuestion[];
}

/** `quote` is a part of the passage that answers; null when the resume does not tell. */
export interface ChatQuestion {
  readonly question: string;
  readonly quote: string | null;
}

export const told = (question: string, quote: string): ChatQuestion => ({ question, quote });
export const untold = (question: string): ChatQuestion => ({ question, quote: null });

/** The first set that the answers were made with. */
export const CHAT_CASES: readonly ChatCase[] = [
  {
    name: 'platform engineer',
    resume: `Mira Solano
Platform Engineer
mira.solano@example.com | +44 20 7946 0321 | Leeds, UK

SUMMARY
Engineer who keeps delivery pipelines boring. Enjoys teaching juniors and writing things down.

EXPERIENCE
Platform Engineer, Quayline Systems, Leeds
03/2020 - present
- Moved 38 services from virtual machines to Kubernetes without a night of downtime
- Cut the monthly cloud bill by 31 percent by rightsizing and spot instances
- Introduced on-call handbooks and blameless postmortems
- Mentor two apprentices in Terraform and Go

Systems Administrator, Borough of Netherby
06/2015 - 02/2020
- Looked after 120 Linux servers and the town hall's telephone system
- Automated patching with Ansible, which saved three working days a month
- Planned the move of the data centre to a new building

EDUCATION
BSc Computer Science, University of Bradford, 2012 - 2015

CERTIFICATIONS
Certified Kubernetes Administrator, 2022

LANGUAGES
English (native), Spanish (B2)

SKILLS
Kubernetes, Docker, Terraform, Ansible, Go, Bash, Prometheus, AWS
`,
    questions: [
      told('Has she worked with Kubernetes?', 'Kubernetes'),
      told('Did she save money for her employer?', 'Cut the monthly cloud bill by 31 percent'),
      told('Has she trained or coached anybody?', 'Mentor two apprentices'),
      told('What is her e-mail address?', 'mira.solano@example.com'),
      told('Where did she study?', 'University of Bradford'),
      told('Which certificates does she hold?', 'Certified Kubernetes Administrator'),
      told('Does she speak Spanish?', 'Spanish (B2)'),
      told('Who is her current employer?', 'Quayline Systems'),
      told(
        'Has she any experience with relocating a data centre?',
        'Planned the move of the data centre',
      ),
      told('How does she handle incidents?', 'blameless postmortems'),
      untold('Has she worked with Salesforce?'),
      untold('Does she have a driving licence?'),
      untold('What salary does she expect?'),
      untold('Has she built mobile apps?'),
      untold('Does she speak French?'),
      told('Has she worked in the public sector?', 'Borough of Netherby'),
      told('How many servers did she administer?', '120 Linux servers'),
      told('Did she help juniors grow?', 'Mentor two apprentices'),
      told('When did she join Quayline?', '03/2020'),
      told('How did she lower cloud spending?', 'rightsizing and spot instances'),
      told('Is she a certified Kubernetes admin?', 'Certified Kubernetes Administrator'),
      told('What was she before she became a platform engineer?', 'Systems Administrator'),
      untold('Has she experience with Windows servers?'),
      untold('Does she hold a PhD?'),
      untold('Has she given talks at conferences?'),
      untold('Has she taught programming at a school?'),
      untold('Has she managed network hardware?'),
      untold('Did she migrate databases?'),
    ],
  },
  {
    name: 'intensive care nurse',
    resume: `Tomas Reyl
Registered Nurse, Intensive Care
tomas.reyl@example.org
Phone: 0113 496 0752

PROFILE
Nurse with a calm hand in emergencies and nine years on a mixed intensive care unit.

WORK HISTORY

St Alban's Hospital, Senior Staff Nurse
April 2018 - Present
- In charge of a shift of seven nurses and eighteen beds
- Cares for ventilated patients and those on continuous renal replacement therapy
- Wrote the ward's protocol for weaning from the ventilator
- Reduced pressure ulcers by a third with a new turning schedule

Castle Road Infirmary, Staff Nurse
September 2014 - March 2018
- Worked on a surgical ward with thirty beds
- Took blood, placed cannulas and changed complex wound dressings
- Explained discharge plans to patients and their relatives

EDUCATION
Diploma in Nursing, Northfield College, 2014

LICENCES
Registered Nurse, NMC, since 2014
Advanced Life Support, 2021

LANGUAGES
English, Czech (native)
`,
    questions: [
      told('Has he led other people?', 'In charge of a shift of seven nurses'),
      told('Does he have experience with ventilators?', 'ventilated patients'),
      told('Is he a registered nurse?', 'Registered Nurse'),
      told('What did he do at Castle Road Infirmary?', 'surgical ward with thirty beds'),
      told('Has he written guidelines?', "ward's protocol for weaning"),
      told('Can he look after wounds?', 'wound dressings'),
      told('Is he used to talking with families?', 'patients and their relatives'),
      told('What is his phone number?', '0113 496 0752'),
      told('Which languages does he speak?', 'Czech (native)'),
      told('Does he have Advanced Life Support?', 'Advanced Life Support'),
      told('What did he improve?', 'Reduced pressure ulcers by a third'),
      untold('Has he worked with children on a paediatric ward?'),
      untold('Does he have experience in oncology?'),
      untold('Has he published any research papers?'),
      untold('Has he worked abroad?'),
      untold('Does he know SAP?'),
      told('How large was the shift he was in charge of?', 'seven nurses and eighteen beds'),
      told('Has he done dialysis?', 'renal replacement therapy'),
      told('Did he bring down pressure sores?', 'Reduced pressure ulcers'),
      told('Can he draw blood?', 'Took blood'),
      told('Where is he employed at present?', "St Alban's Hospital"),
      told('Which course did he do in 2021?', 'Advanced Life Support'),
      told('From what year has he been registered?', 'since 2014'),
      untold('Does he drive?'),
      untold('Has he worked in psychiatry?'),
      untold('Could he work part time?'),
      untold('Has he worked on a maternity ward?'),
      untold('Has he managed a hospital budget?'),
      untold('Did he work in a nursing home?'),
      untold('Has he operated an ambulance?'),
    ],
  },
  {
    name: 'pastry chef',
    resume: `Odile Marchetti
Pastry Chef
Bristol
odile@example.net

About me
I make laminated doughs, chocolate work and wedding cakes, and I run a tidy kitchen.

Employment

Head of Pastry at The Gilded Spoon, Bristol
2019 to 2024
Responsible for a team of five and the dessert menu of a restaurant with 90 seats.
Negotiated with suppliers and kept food cost under 24 percent.
Won the regional dessert prize of 2022 with a plum and rye tart.

Baker at Holm Street Bakery, Bath
2016 to 2019
Baked sourdough for four shops, starting at two in the morning.
Kept the HACCP records and passed every inspection with the highest mark.

Education
Level 3 Diploma in Patisserie, City of Bath College, 2016

Other
Volunteer at the community kitchen every second Sunday.
Full clean driving licence.
`,
    questions: [
      told('How many people did she lead?', 'team of five'),
      told('Has she dealt with suppliers?', 'Negotiated with suppliers'),
      told('Has she won any awards?', 'regional dessert prize'),
      told('Does she know food safety rules?', 'HACCP records'),
      told('Is she willing to start early?', 'two in the morning'),
      told('Does she have a driving licence?', 'driving licence'),
      told('Does she do voluntary work?', 'Volunteer at the community kitchen'),
      told('How big was the restaurant?', '90 seats'),
      told('Where did she work before The Gilded Spoon?', 'Holm Street Bakery'),
      untold('Has she cooked vegan food?'),
      untold('Can she make sushi?'),
      untold('Has she managed a hotel?'),
      untold('What is her phone number?'),
      untold('When could she start with us?'),
      told('Which prize did she get?', 'regional dessert prize'),
      told('Has she kept food costs low?', 'food cost under 24 percent'),
      told('Can she bake bread?', 'sourdough'),
      told('How long was she in Bath?', '2016 to 2019'),
      told('Did inspections go well under her?', 'passed every inspection'),
      told('What is her education?', 'Level 3 Diploma in Patisserie'),
      untold('Has she taught cookery classes?'),
      untold('Does she speak Italian?'),
      untold('Has she run a restaurant of her own?'),
      untold('Has she made ice cream?'),
      untold('Has she managed a hotel kitchen?'),
      untold('Does she have a wine qualification?'),
    ],
  },
  {
    name: 'primary teacher',
    resume: `Helena Brandvold
Primary School Teacher
helena.b@example.com
+47 22 12 34 56

Profile
Teacher of eight to eleven year olds with a love for science and outdoor lessons.

Experience

Class Teacher, Elmgate Primary School
August 2016 - July 2024
- Taught all subjects to a class of 28 children, six of them learning English as a second language
- Set up a school garden that every class now uses
- Organised the yearly science fair with forty stalls
- Met parents three times a year and wrote reports

Teaching Assistant, Quarry Hill School
September 2014 - July 2016
- Supported children with dyslexia in small groups
- Ran the chess club after school

Education
PGCE, University of Stirling, 2016
BSc Biology, University of Oslo, 2014

Courses
Paediatric First Aid, 2023
Safeguarding Level 2, 2022

Languages
Norwegian (native), English (C2)
`,
    questions: [
      told('Has she organised events?', 'yearly science fair'),
      told(
        'Does she have experience with pupils who have special needs?',
        'children with dyslexia',
      ),
      told('Can she teach children who do not speak English yet?', 'English as a second language'),
      told('How large were her classes?', 'class of 28 children'),
      told('Did she run any clubs?', 'chess club'),
      told('Does she communicate with mothers and fathers?', 'Met parents three times a year'),
      told('Did she start any project of her own?', 'Set up a school garden'),
      told('Is she trained in first aid?', 'Paediatric First Aid'),
      told('Does she have a biology degree?', 'BSc Biology'),
      told('What is her teaching qualification?', 'PGCE'),
      untold('Has she taught at a secondary school?'),
      untold('Can she play the piano?'),
      untold('Has she worked as a head teacher?'),
      untold('Does she know how to use interactive whiteboards?'),
      untold('Has she ever been a swimming instructor?'),
    ],
  },
  {
    name: 'accountant',
    resume: `Rasheed Coleby
Senior Accountant
rasheed@example.com | Cardiff

Summary
Accountant for mid-sized manufacturers. Known for clean closings and plain words.

Professional experience

Senior Accountant, Marlow Castings plc
10/2018 to present
- Closes the books of three companies within five working days
- Replaced spreadsheets by an ERP system (Microsoft Dynamics) together with two consultants
- Found and recovered 86,000 pounds of overpaid VAT
- Answers to the finance director and stands in for her

Accounts Assistant, Penarth Shipping
07/2015 to 09/2018
- Posted 1,500 supplier invoices a month
- Chased late payers and brought overdue debts down by half
- Prepared the payroll of 60 sailors

Qualifications
ACCA, 2019
HND Accounting, Cardiff Metropolitan College, 2015

Skills
Excel, Sage, Microsoft Dynamics, IFRS, VAT returns, payroll

Interests
Long distance running, restoring old radios
`,
    questions: [
      told('Did he take part in a software rollout?', 'Replaced spreadsheets by an ERP system'),
      told('Has he done payroll?', 'payroll of 60 sailors'),
      told('Does he do month-end closing?', 'Closes the books of three companies'),
      told('Has he dealt with overdue customers?', 'Chased late payers'),
      told('What does he do in his free time?', 'Long distance running'),
      told('Has he worked in shipping?', 'Penarth Shipping'),
      told('Who is his boss?', 'finance director'),
      told('Did he get money back from the tax office?', '86,000 pounds of overpaid VAT'),
      told('Is he a chartered accountant?', 'ACCA'),
      told('Does he deputise for anyone?', 'stands in for her'),
      told('How many invoices did he process?', '1,500 supplier invoices'),
      untold('Has he worked for a bank?'),
      untold('Does he have experience with SAP?'),
      untold('Has he prepared a company for an IPO?'),
      untold('Did he manage a team of accountants?'),
      untold('Has he worked in the United States?'),
    ],
  },
  {
    name: 'warehouse supervisor',
    resume: `Ioana Petrescu-Hale
Warehouse Supervisor
ioana.ph@example.net
07700 900 112

PROFILE
Supervisor with twelve years in cold storage and parcel sorting.

EMPLOYMENT

Shift Supervisor, Frostway Logistics, Hull
January 2017 - present
- Plans the rota of 22 pickers and four forklift drivers
- Brought picking mistakes down from 1.2 to 0.3 percent
- Investigates accidents and holds the weekly safety talk
- Introduced hand scanners in the deep freeze store

Sorter, then Team Leader, Bluebird Parcels
May 2012 - December 2016
- Sorted parcels on the night shift, later led a line of eight
- Showed new starters the ropes

CERTIFICATES
Counterbalance forklift licence
First Aid at Work, 2022
IOSH Managing Safely, 2020

LANGUAGES
Romanian (mother tongue), English (fluent), Italian (basic)
`,
    questions: [
      told('Has she made schedules for staff?', 'Plans the rota'),
      told('Has she onboarded new employees?', 'Showed new starters the ropes'),
      told('Did she reduce errors?', 'picking mistakes'),
      told('Does she have experience with health and safety?', 'safety talk'),
      told('Can she drive a forklift?', 'forklift'),
      told('Has she worked nights?', 'night shift'),
      told('Has she brought in new technology?', 'hand scanners'),
      told('Is she used to working in the cold?', 'deep freeze store'),
      told('Does she speak Italian?', 'Italian (basic)'),
      told('How many people are in her team now?', '22 pickers'),
      told('Was she promoted?', 'Team Leader'),
      untold('Has she worked in an airport?'),
      untold('Can she drive a lorry?'),
      untold('Does she know SAP EWM?'),
      untold('Has she handled dangerous goods?'),
      untold('Has she negotiated with unions?'),
    ],
  },
];
