import { type ChatCase, told, untold } from './chat-questions';

/** The sixth set that the answers were made with: whole questions and fragments about three more trades. */
export const MIXED_CHAT_CASES: readonly ChatCase[] = [
  {
    name: 'bus driver and trainer',
    resume: `Anselm Okpara
Bus Driver and Driver Trainer
anselm.okpara@example.com
Newcastle | 07700 900 731

SUMMARY
Driver who has carried people through eleven winters without an accident.

EXPERIENCE

Driver Trainer, Tynegate Transit, Newcastle
April 2019 - present
- Prepares fifteen new drivers a year for their test, thirteen of them pass at the first attempt
- Drives early and late duties on the airport line
- Wrote the route book for replacement services
- Elected to the works council in 2022

Coach Driver, Northstar Tours, Durham
March 2013 - March 2019
- Took school classes and pensioners to Scotland and the Netherlands
- Filled in tachograph records and checked the vehicle before each trip
- Kept a fuel diary that brought consumption down by 8 percent

EDUCATION
City & Guilds Motor Mechanics, Tyne Vale College, 2012

LICENCES
Category D and D1E, since 2013
Driver CPC, renewed 2023

LANGUAGES
English (native), Igbo (native), Dutch (basic)
`,
    questions: [
      told('Did he ever train anyone?', 'fifteen new drivers'),
      told('Has he driven to other countries?', 'the Netherlands'),
      told('Bus licence?', 'Category D'),
      told('Shift work?', 'early and late duties'),
      told('What share of his trainees pass?', 'thirteen of them'),
      told('Has he been a staff representative?', 'works council'),
      told('Can he repair engines?', 'Motor Mechanics'),
      told('Did he save fuel?', 'fuel diary'),
      told('Is he a safe driver?', 'without an accident'),
      told('Has he driven children?', 'school classes'),
      told('Since when has he been at Tynegate?', 'April 2019'),
      told('Is he able to speak Dutch?', 'Dutch (basic)'),
      untold('Has he driven trams?'),
      untold('Does he have a lorry licence?'),
      untold('Has he worked as a dispatcher?'),
      untold('Any convictions for speeding?'),
      untold('Is he prepared to work on Sundays?'),
      untold('Taxi experience?'),
      untold('Does he speak German?'),
    ],
  },
  {
    name: 'employment lawyer',
    resume: `Sunniva Abernathy
Solicitor, Employment Law
sunniva.abernathy@example.org
Birmingham, UK

PROFILE
Solicitor who would rather settle than sue, and wins when she must sue.

CAREER

Senior Associate, Harcastle Pryor LLP, Birmingham
September 2018 - present
- Represents employers before the tribunal, some twenty hearings a year
- Drafts contracts, handbooks and settlement agreements
- Advised on the transfer of 600 staff to a new owner
- Gives a breakfast seminar for personnel managers each quarter
- Supervises a trainee solicitor and a paralegal

Associate, Moorgate Legal, London
September 2014 - August 2018
- Reviewed 2,000 documents in a whistleblower inquiry
- Answered a hotline for members of a trade association

EDUCATION
LLB Law, University of Ashbourne, 2009 - 2012
Legal Practice Course, 2013

ADMISSION
Solicitor of England and Wales since 2014

PUBLICATIONS
"Notice by text message", Employment Review, 2021

SKILLS
Tribunal advocacy, TUPE, data protection, mediation, Practical Law, Clio
`,
    questions: [
      told('Court experience?', 'before the tribunal'),
      told('Has she published anything?', 'Notice by text message'),
      told('Who does she supervise?', 'trainee solicitor'),
      told('Does she speak in front of groups?', 'breakfast seminar'),
      told('When was she admitted?', 'since 2014'),
      told('Has she drawn up contracts?', 'Drafts contracts'),
      told('Was she involved in a takeover?', '600 staff'),
      told('How many hearings does she do?', 'twenty hearings'),
      told('Has she worked in the capital?', 'London'),
      told('Knowledge of data protection?', 'data protection'),
      told('Where did she read law?', 'University of Ashbourne'),
      told('Which firm was she at in 2016?', 'Moorgate Legal'),
      untold('Has she done criminal cases?'),
      untold('Is she a partner?'),
      untold('Family law?'),
      untold('Has she worked in-house for a bank?'),
      untold('What are her fees?'),
      untold('Does she speak any foreign languages?'),
      untold('Has she studied in the United States?'),
    ],
  },
];
