import { type ChatCase, told, untold } from './chat-questions';

/** The second set that the answers were made with: it was held out until their first measurement. */
export const MORE_CHAT_CASES: readonly ChatCase[] = [
  {
    name: 'electrician',
    resume: `Jonas Whitlock
Electrician
jonas.whitlock@example.com
07700 900 418
Sheffield

SUMMARY
Approved electrician for homes, shops and light industry. Careful with customers' floors.

EXPERIENCE

Electrician, Hallam Power Ltd, Sheffield
May 2017 - Present
- Rewires occupied houses room by room so that families can stay at home
- Installs charging points for electric cars, more than 200 so far
- Tests and certifies installations to BS 7671
- Trains one apprentice a year

Electrical Improver, Dunmore & Sons
August 2013 - April 2017
- Fitted lighting and fire alarms in three primary schools
- Read drawings and ordered cable and switchgear for each site

EDUCATION
NVQ Level 3 in Electrotechnical Services, Don Valley College, 2013

CERTIFICATIONS
ECS Gold Card, 2018
City & Guilds 2391 Inspection and Testing, 2019

SKILLS
Testing, fault finding, rewiring, fire alarms, EV charging

OTHER
Owns a van. Plays the trumpet in a brass band.
`,
    questions: [
      told('Has he installed chargers for electric vehicles?', 'charging points for electric cars'),
      told('Has he supervised apprentices?', 'Trains one apprentice a year'),
      told('Did he ever work in schools?', 'three primary schools'),
      told('Who does he work for now?', 'Hallam Power'),
      told('Does he hold an ECS card?', 'ECS Gold Card'),
      told('Can he do inspection and testing?', 'Inspection and Testing'),
      told('What is his phone number?', '07700 900 418'),
      told('Does he have his own vehicle?', 'Owns a van'),
      told('Which qualification did he get at college?', 'NVQ Level 3'),
      told('Has he purchased materials?', 'ordered cable and switchgear'),
      told('What are his hobbies?', 'trumpet in a brass band'),
      untold('Has he worked with solar panels?'),
      untold('Has he worked offshore?'),
      untold('Does he speak Polish?'),
      untold('Does he have a university degree?'),
      untold('How much does he charge per hour?'),
    ],
  },
  {
    name: 'marketing manager',
    resume: `Priya Lindqvist
Marketing Manager
priya.lindqvist@example.org | linkedin.com/in/example-priya | Manchester

PROFILE
Marketer who likes numbers as much as words. Six years in consumer brands.

PROFESSIONAL EXPERIENCE

Marketing Manager, Fernleigh Foods, Manchester
02/2021 - 06/2024
- Planned a yearly budget of 1.2 million pounds and reported to the board
- Launched a line of oat drinks in 900 supermarkets
- Raised newsletter opens from 14 to 27 percent with A/B tests
- Hired and managed a team of four

Digital Marketing Executive, Brightside Toys
01/2018 - 01/2021
- Ran paid campaigns on Google and Instagram
- Worked with a film crew on three television spots
- Analysed web traffic with Google Analytics and wrote the weekly report

EDUCATION
MA Marketing, University of Lancaster, 2016 - 2017
BA English Literature, University of York, 2013 - 2016

LANGUAGES
English, Swedish (fluent), German (basic)

SKILLS
Google Analytics, SEO, HubSpot, Excel, copywriting
`,
    questions: [
      told('Was she responsible for a budget?', 'yearly budget of 1.2 million'),
      told('Has she brought new products to market?', 'Launched a line of oat drinks'),
      told('Has she recruited staff?', 'Hired and managed a team of four'),
      told('Does she know Google Analytics?', 'Google Analytics'),
      told('Has she been involved in TV advertising?', 'three television spots'),
      told('What did she achieve with e-mail marketing?', 'Raised newsletter opens'),
      told("Does she have a master's degree?", 'MA Marketing'),
      told('How good is her German?', 'German (basic)'),
      told('What was her job at Brightside Toys?', 'Digital Marketing Executive'),
      told('Did she do social media advertising?', 'paid campaigns on Google and Instagram'),
      told('Is she on LinkedIn?', 'linkedin.com/in/example-priya'),
      untold('Has she organised trade fairs?'),
      untold('Does she know Photoshop?'),
      untold('Has she worked in the pharmaceutical industry?'),
      untold('What is her notice period?'),
      untold('Does she have any certifications?'),
    ],
  },
  {
    name: 'backend developer',
    resume: `Femi Adeyemi-Clarke
Backend Developer
femi.ac@example.com
London

Experience

Software Engineer, Tidewater Payments (2019-2024)
Designed the ledger service in Java and PostgreSQL that books four million transactions a day.
Brought the test run down from 40 minutes to six.
Took part in the PCI DSS audit as the engineer who answered the auditors' questions.
Interviewed more than fifty applicants.

Junior Developer, Larkspur Library Software (2016-2019)
Maintained a catalogue used by 300 libraries, written in PHP and MySQL.
Answered support calls from librarians one day a week.

Education
MSc Distributed Systems, Queen's Gate University, 2016

Projects
Tidepool, an open source job queue with 1,100 stars on GitHub.

Skills
Java, Spring Boot, PostgreSQL, Kafka, Docker, PHP, MySQL

Languages
English, Yoruba
`,
    questions: [
      told('Does he have experience with Java?', 'Java'),
      told('Has he contributed to open source?', 'open source job queue'),
      told('Has he been through a security audit?', 'PCI DSS audit'),
      told('Has he any experience in interviewing candidates?', 'Interviewed more than fifty'),
      told('Did he make anything faster?', 'test run down from 40 minutes'),
      told('Has he had contact with customers?', 'support calls from librarians'),
      told('What did he study?', 'MSc Distributed Systems'),
      told('Which databases has he used?', 'PostgreSQL'),
      told('Has he worked in the payments industry?', 'Tidewater Payments'),
      told('How many transactions did his system handle?', 'four million transactions'),
      told('Does he speak Yoruba?', 'Yoruba'),
      untold('Has he used Kubernetes?'),
      untold('Has he led a team?'),
      untold('Does he know Angular?'),
      untold('Is he willing to relocate?'),
      untold('Has he worked with machine learning?'),
    ],
  },
];
