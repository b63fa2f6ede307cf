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

/** The set that the answers were made with; the other half was written before and left alone. */
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
    ],
  },
];
