import { type ChatCase, told, untold } from './chat-questions';

/** The fifth set that the answers were made with: as recruiters type when they are in a hurry. */
export const TERSE_CHAT_CASES: readonly ChatCase[] = [
  {
    name: 'marketing manager',
    resume: `Liv Karadag
Marketing Manager
liv.karadag@example.com | Manchester

PROFILE
Marketer for food and drink brands who writes first and measures after.

EXPERIENCE

Marketing Manager, Copperleaf Teas, Manchester
February 2021 - present
- Runs paid search and social campaigns with a yearly budget of 400,000 pounds
- Doubled the newsletter to 90,000 subscribers
- Briefs two agencies and a freelance photographer
- Leads four marketers and a designer

Content Editor, Brightmoor Media, Leeds
August 2016 - January 2021
- Wrote three articles a week about restaurants
- Moved the archive of 6,000 pages to WordPress
- Won the Northern Press Award for a series on school meals

EDUCATION
BA Journalism, University of Airedale, 2013 - 2016

CERTIFICATIONS
Google Ads Search Certification, 2023

SKILLS
Google Ads, HubSpot, WordPress, Google Analytics, copywriting, Canva

LANGUAGES
English (native), Danish (B1)
`,
    questions: [
      told('Budget responsibility?', '400,000 pounds'),
      told('Team size?', 'four marketers and a designer'),
      told('Experience working with agencies?', 'two agencies'),
      told('How many people read the newsletter?', '90,000 subscribers'),
      told('Which content management system does she know?', 'WordPress'),
      told('Any prizes?', 'Northern Press Award'),
      told('Has she got a journalism background?', 'Journalism'),
      told('When did she leave Brightmoor?', 'January 2021'),
      told('Is she Google certified?', 'Google Ads Search Certification'),
      told('Did she write for a magazine or a website?', 'three articles a week'),
      untold('TikTok experience?'),
      untold('Has she organised trade fairs?'),
      untold('Salary expectations?'),
      untold('Does she speak Swedish?'),
      untold('Has she run a television campaign?'),
      untold('Did she ever manage an online shop?'),
      untold('SAP?'),
    ],
  },
  {
    name: 'civil engineer',
    resume: `Emeka Thorvald
Civil Engineer
emeka.thorvald@example.net
Glasgow
07700 900 355

SUMMARY
Engineer for bridges and retaining walls, as happy on site as at the desk.

EMPLOYMENT

Project Engineer, Clydeforth Structures, Glasgow
10/2018 - present
- Designed eleven road bridges in steel and prestressed concrete
- Checks the calculations of junior colleagues
- Site supervision of a 14 million pound river crossing, finished two months early
- Answers questions of residents at public meetings

Graduate Engineer, Pentland Survey Partners, Edinburgh
09/2015 - 09/2018
- Inspected 200 culverts and reported their condition
- Surveyed slopes with drones and total stations
- Prepared tender documents for the council

EDUCATION
MEng Civil Engineering, University of Kelvinside, 2010 - 2015

MEMBERSHIPS
Chartered member of the Institution of Civil Engineers since 2020

SKILLS
AutoCAD, Revit, Eurocodes, Tekla, MATLAB

OTHER
Driving licence (category B)
Coaches a youth football team on Saturdays
`,
    questions: [
      told('Bridge design?', 'eleven road bridges'),
      told('Is he chartered?', 'Chartered member'),
      told('Driving licence?', 'Driving licence'),
      told('Has he worked on building sites?', 'Site supervision'),
      told('Did a project of his finish ahead of schedule?', 'two months early'),
      told('Which CAD programs can he use?', 'AutoCAD'),
      told('Has he flown drones?', 'with drones'),
      told('Public tenders?', 'tender documents'),
      told('How long was he with Pentland?', '09/2015'),
      told('Does he review the work of others?', 'Checks the calculations'),
      told('Is he good with the public?', 'public meetings'),
      told('What does he do outside of work?', 'youth football'),
      untold('Tunnel construction?'),
      untold('Has he built railways?'),
      untold('Notice period?'),
      untold('Is he willing to work abroad?'),
      untold('Does he have a first aid certificate?'),
      untold('How many people work for him?'),
      untold('Lorry licence?'),
    ],
  },
  {
    name: 'hotel front office manager',
    resume: `Noemi Castellane
Front Office Manager
noemi.castellane@example.org
Brighton, UK | +44 1273 555 0117

ABOUT ME
Hotelier who remembers names. Ten years behind the desk, five of them in charge.

WORK HISTORY

Front Office Manager
Seacliff Grand Hotel, Brighton
March 2019 - present
Responsible for twelve receptionists and three night porters in a house with 180 rooms.
Raised the guest rating from 8.1 to 9.0 within two years.
Brought in self check-in kiosks and trained everybody on Opera Cloud.
Deals with complaints that nobody else could settle.

Receptionist
Hotel Linde, Salzburg
May 2014 - February 2019
Checked in groups of up to sixty travellers.
Handled the night audit and the safe.
Sold upgrades worth 40,000 euros a year.

EDUCATION
Higher Diploma in Hotel Management, Tegernsee Hotel School, 2014

LANGUAGES
French (native), English (fluent), German (C1)

TRAINING
Fire warden, 2022
Revenue management course, 2021
`,
    questions: [
      told('How big is the hotel she works at?', '180 rooms'),
      told('Did guests become happier?', '8.1 to 9.0'),
      told('Which booking system has she used?', 'Opera Cloud'),
      told('International experience?', 'Salzburg'),
      told('Angry customers?', 'complaints'),
      told('Has she handled cash?', 'night audit and the safe'),
      told('Has she any sales experience?', 'Sold upgrades'),
      told('How good is her German?', 'German (C1)'),
      told('Further training?', 'Revenue management course'),
      told('Who reports to her?', 'twelve receptionists'),
      told('What was her job in Salzburg?', 'Receptionist'),
      untold('Has she run a hotel bar?'),
      untold('Spanish?'),
      untold('Is she free at weekends?'),
      untold('Has she organised weddings?'),
      untold('Does she have a university degree?'),
      untold('Housekeeping experience?'),
      untold('Why is she looking for a new job?'),
    ],
  },
];
