import { type ChatCase, told, untold } from './chat-questions';

/**
 * Written by somebody who had not read how the chat answers, measured once, and looked at since.
 *
 * Six invented people of different trades. The questions are worded as a busy recruiter would type
 * them, without the resume's sentence before their eyes.
 */
export const EVERYDAY_CHAT_CASES: readonly ChatCase[] = [
  {
    name: 'backend engineer',
    resume: `Jonas Verhaag
Senior Backend Engineer
Utrecht, Netherlands | jonas.verhaag@example.com | +31 30 555 0147
github.com/example-jverhaag

Summary
Backend developer with eleven years in payments and logistics. I like small services, honest
estimates and code that the next person can read.

Work Experience

Senior Backend Engineer | Parcelwise B.V. | Utrecht | May 2020 - present
- Designed the tracking API that handles 4,000 requests per second at Christmas
- Broke a PHP monolith into fourteen Java services over two years
- Lowered the median response time from 900 ms to 140 ms by reworking database indexes
- Introduced contract testing, after which failed releases dropped by half
- Run the hiring interviews for the department, about thirty a year

Backend Developer | Tallypay | Amsterdam | Sept 2016 - April 2020
- Built the refund and chargeback flow for 2,300 web shops
- Brought the card vault through its PCI DSS audit
- Carried the pager every fourth week
- Wrote the onboarding guide that new joiners still use

Junior Developer | Studio Kade | Rotterdam | Aug 2013 - Aug 2016
- Made online shops in PHP and MySQL for local retailers
- Talked to customers directly about wishes and deadlines

Education
MSc Software Engineering, Lowmoor University, 2013
Thesis on consistency in distributed ledgers, graded 8.5 of 10

Technical Skills
Languages: Java, Kotlin, PHP, SQL
Data: PostgreSQL, Redis, Kafka
Cloud: AWS (ECS, Lambda, S3), CloudFormation
Tools: Git, Jenkins, Grafana

Certifications
AWS Certified Developer - Associate (2021)

Languages
Dutch (native), English (C1), German (B1)

Side Projects
Maintainer of an open-source library for parsing barcodes, 600 stars

Availability
Notice period of two months; prefers three days a week from home
`,
    questions: [
      told('Until when was he at Tallypay?', 'April 2020'),
      told('How soon could he start?', 'Notice period of two months'),
      told('Any experience with high traffic systems?', '4,000 requests per second'),
      told('Has he made something noticeably faster?', 'from 900 ms to 140 ms'),
      told('Does he know Kafka?', 'Kafka'),
      told('how good is his german', 'German (B1)'),
      told('Has he been on call?', 'Carried the pager'),
      told('Is he involved in recruiting colleagues?', 'Run the hiring interviews'),
      told('What was his master thesis about?', 'consistency in distributed ledgers'),
      told('Does he contribute to open source?', 'open-source library'),
      told('Would he want to work remotely?', 'three days a week from home'),
      untold('Azure experience?'),
      untold('Does he write Python?'),
      untold('What are his salary expectations?'),
      untold('Has he done frontend work with React?'),
      untold('Why did he leave Tallypay?'),
      untold('Does he hold a Scrum Master certificate?'),
    ],
  },
  {
    name: 'warehouse supervisor',
    resume: `DARIA KOWALIK
Warehouse Shift Supervisor

Address: 18 Tanner Row, Doncaster
Mobile: 07700 900418
Email: daria.kowalik@example.com

PROFILE
Hands-on supervisor from goods-in to dispatch. Started on the picking floor and worked her way up.

EMPLOYMENT

Shift Supervisor
Brightlane Distribution, Doncaster
February 2019 - present
- Responsible for 26 operatives and four team leaders on the late shift
- Raised picking accuracy from 97.1 to 99.6 percent within a year
- No lost-time accident for 800 days
- Plans the rota, holidays and agency cover
- Switched the site from paper lists to handheld scanners

Inventory Clerk
Morrow & Pike Foods, Wakefield
July 2015 - January 2019
- Ran the weekly cycle counts for 9,000 stock lines in a chilled store
- Traced stock differences and brought write-offs down by 40,000 pounds a year
- Kept records for the food safety auditors

Picker and Packer
Morrow & Pike Foods, Wakefield
March 2013 - June 2015
- Picked an average of 140 lines an hour
- Loaded trailers by hand and with a pallet truck

QUALIFICATIONS
Level 3 Award in Team Leading, Ashdown College, 2018
BTEC Business, Ashdown College, 2012

LICENCES AND TICKETS
Counterbalance and reach truck licence, valid until 2027
First aid at work, renewed 2023
Full UK driving licence, category B

SYSTEMS
SAP EWM, Excel (pivot tables, lookups), Kronos timekeeping

LANGUAGES
English and Polish, both fluent

ADDITIONAL
Can work nights and weekends. References on request.
`,
    questions: [
      told('forklift licence?', 'Counterbalance and reach truck licence'),
      told('How big is the crew she is in charge of?', '26 operatives'),
      told("What's her safety record like?", 'No lost-time accident for 800 days'),
      told('Which warehouse management software has she used?', 'SAP EWM'),
      told('Is she fine with night work?', 'Can work nights and weekends'),
      told('does she have first aid training', 'First aid at work'),
      told('Has she got a car licence?', 'Full UK driving licence'),
      told('Did she reduce losses anywhere?', 'write-offs down by 40,000 pounds'),
      told('Experience with refrigerated goods?', 'chilled store'),
      told('Can she do staff scheduling?', 'Plans the rota'),
      untold('Does she have an HGV licence?'),
      untold('Has she handled hazardous goods?'),
      untold('what is she earning now'),
      untold('Has she got a Six Sigma belt?'),
      untold('Does she know about customs paperwork?'),
      untold('How long is her notice period?'),
      untold('Has she looked after a fleet of lorries and drivers?'),
    ],
  },
  {
    name: 'accountant',
    resume: `Helen Abara-Lindt
Financial Accountant
helen.abara@example.com
(312) 555-0186
Chicago, Illinois

Professional Summary
Accountant with a background in manufacturing and nonprofit organizations. Known for clean
reconciliations and for explaining numbers to people who do not like numbers.

Professional Experience

Senior Accountant, Fennimore Tools Inc., Chicago, IL
10/2018 to Present
• Own the month-end close for three legal entities and shortened it from nine days to five
• Prepare consolidated statements under US GAAP
• Supervise two accounts payable clerks
• Served as finance lead in the changeover from QuickBooks to NetSuite
• Uncovered duplicate supplier payments of $86,000 and got them back

Staff Accountant, Harbor Light Foundation, Evanston, IL
06/2014 to 09/2018
• Tracked 45 restricted grants and reported to donors each quarter
• Processed payroll for 110 employees in ADP
• Was the contact for the external auditors; four years without findings
• Drew up the annual budget together with program directors

Accounting Intern, Dell & Marrow LLP, Milwaukee, WI
01/2014 to 05/2014
• Helped with individual tax returns during the busy season

Education
Bachelor of Business Administration in Accounting, Lakeshore State University, 2014
GPA 3.8

Licenses
Certified Public Accountant, State of Illinois, 2017

Software
NetSuite, Excel (Power Query, VBA), ADP, Bill.com

Volunteering
Treasurer of a neighborhood food pantry since 2020

Languages
English, French (conversational)
`,
    questions: [
      told('Is she a CPA?', 'Certified Public Accountant'),
      told('How quickly does she close the books?', 'from nine days to five'),
      told('Has she been through an ERP implementation?', 'from QuickBooks to NetSuite'),
      told('does she have direct reports', 'Supervise two accounts payable clerks'),
      told('Has she run payroll before?', 'Processed payroll for 110 employees'),
      told('Which accounting standards does she report under?', 'US GAAP'),
      told('Since when has she been at Fennimore?', '10/2018'),
      told('How did her audits turn out?', 'four years without findings'),
      told('Experience with grant accounting?', 'Tracked 45 restricted grants'),
      told('Can she write macros in spreadsheets?', 'VBA'),
      told('Does she do anything outside of work for the community?', 'neighborhood food pantry'),
      untold('Does she know IFRS?'),
      untold('SAP?'),
      untold('Is she willing to relocate?'),
      untold('Has she handled sales tax filings?'),
      untold('Does she have an MBA?'),
      untold('How much notice does she have to give?'),
    ],
  },
  {
    name: 'physiotherapist',
    resume: `Rowan Teague
Physiotherapist (HCPC registered)
Bristol | rowan.teague@example.com | 0117 496 0233

About me
I help people back on their feet after operations and injuries, and I plan treatment with the
patient, not for them.

Clinical experience

Senior Physiotherapist, Millbrook Orthopaedic Clinic, Bristol (2019 - today)
- Lead the rehabilitation pathway after hip and knee replacement, about 300 patients a year
- Set up a weekly back pain class that shortened the waiting list by five weeks
- Supervise students on placement, six so far
- Offer video appointments to patients in rural areas

Physiotherapist, St Brannoc General Hospital, Exeter (2016 - 2019)
- Rotations in stroke, respiratory care and outpatients
- Got patients out of bed on the first day after heart surgery
- Took part in the weekend respiratory rota
- Audited falls on the stroke ward and presented the results to the board

Sports Physiotherapist, Redcliffe Harriers Rugby Club (2017 - 2020, part-time)
- Pitchside cover at home matches, taping and concussion checks
- Return-to-play plans for 40 players

Education
BSc (Hons) Physiotherapy, first class, Severn Vale University, 2013 - 2016

Further training
Acupuncture foundation course, 80 hours, 2020
Manual therapy of the spine, level 2, 2021
Immediate Life Support, 2023

Memberships
Chartered Society of Physiotherapy

IT
SystmOne, Physitrack, Microsoft Office

Publications
Early mobilisation after knee replacement, Southwest Rehab Journal, 2022 (second author)

Languages
English, Welsh (fluent), British Sign Language (level 1)

Free time
Open-water swimming, sourdough baking
`,
    questions: [
      told(
        'Is this person allowed to practise, i.e. on the professional register?',
        'HCPC registered',
      ),
      told('Which uni did they go to?', 'Severn Vale University'),
      told('Have they looked at players for possible head injuries?', 'concussion checks'),
      told('what number can I reach them on', '0117 496 0233'),
      told('Have they taught trainees?', 'Supervise students on placement'),
      told('What electronic records system do they know?', 'SystmOne'),
      told('Ever been published?', 'Southwest Rehab Journal'),
      told('telehealth experience?', 'video appointments'),
      told('Could they communicate with a deaf patient?', 'British Sign Language'),
      told('Have they dealt with cardiac patients?', 'after heart surgery'),
      told('what do they do in their spare time', 'Open-water swimming'),
      untold('Have they worked in paediatrics?'),
      untold('Do they have experience with hydrotherapy?'),
      untold('Are they a qualified Pilates instructor?'),
      untold('Do they drive?'),
      untold('Prescribing qualification?'),
      untold('How many hours a week do they want to work?'),
    ],
  },
  {
    name: 'account manager',
    resume: `PRIYA MARCHETTI
Key Account Manager, B2B
priya.marchetti@example.com | +353 1 555 0162 | Dublin
Available from 1 September

KEY FACTS
Nine years in field and inside sales, most of them in packaging and office supplies.

CAREER

2021 - now: Key Account Manager, Corrivale Packaging, Dublin
* Looks after 22 food producers with a yearly turnover of 6.4 million euros
* Reached 118 percent of target in 2022 and 109 percent in 2023
* Won back a dairy group that had moved to a competitor
* Negotiates framework contracts of up to three years
* On the road two days a week across Ireland

2017 - 2021: Inside Sales Executive, Penn & Tansy Office Supplies, Cork
* Made around 60 cold calls a day and booked eight meetings a week
* Opened 140 new accounts in the first eighteen months
* Taught newcomers to handle objections on the phone
* Salesperson of the Year 2019

2015 - 2017: Retail Assistant, Loftus Electronics, Cork
* Advised walk-in customers on cameras and laptops
* Cashed up and locked the shop three evenings a week

EDUCATION
Higher Certificate in Marketing, Lee Valley Institute, 2015
Negotiation Skills Programme, Dublin Sales Academy, two days, 2022

TOOLS
HubSpot, LinkedIn Sales Navigator, PowerPoint, Zoom

LANGUAGES
English (native), Italian (native), French (basic)

OTHER
Clean category B driving licence
Organised the company's stand at PackExpo Dublin, 2023
Plays in an amateur orchestra
`,
    questions: [
      told('When could she start with us?', 'Available from 1 September'),
      told('Does she hit her numbers?', '118 percent of target'),
      told('CRM?', 'HubSpot'),
      told('How much revenue does she manage?', '6.4 million euros'),
      told('is she comfortable with cold calling', '60 cold calls a day'),
      told('Has she ever rescued a lost customer?', 'Won back a dairy group'),
      told('Any awards?', 'Salesperson of the Year 2019'),
      told('Does she travel for work at the moment?', 'On the road two days a week'),
      told('How many new customers did she sign up?', '140 new accounts'),
      told('Trade fair experience?', 'stand at PackExpo Dublin'),
      told('Can she speak Italian?', 'Italian (native)'),
      untold('Has she used Salesforce?'),
      untold('What commission is she on?'),
      untold('Does she speak German?'),
      untold('Has she sold software?'),
      untold('Did she manage a marketing budget?'),
      untold('What size was her sales team in Cork?'),
    ],
  },
  {
    name: 'sous chef',
    resume: `Luc Ferrand-Osei
Sous Chef
Edinburgh EH6 | luc.ferrand@example.com | 07700 900871

PERSONAL STATEMENT
Sous chef who grew up in busy kitchens. Seasonal cooking, tidy stations, no shouting.

EXPERIENCE

Sous Chef - The Gannet House, Edinburgh
April 2021 - Present
70 covers, modern Scottish, two AA Rosettes
- Stand in for the head chef two days a week
- Brigade of nine, among them three apprentices
- Brought food cost down from 34 to 28 percent by butchering whole animals
- Write the tasting menu's fish courses
- Deal with growers and fishmongers directly and do the ordering

Chef de Partie - Hotel Belmarsh, Glasgow
May 2018 - March 2021
- Ran the sauce section, then pastry for a year
- Catered weddings of up to 250 guests
- Hygiene inspection passed with the top score of five in 2019

Commis Chef - Brasserie du Canal, Lyon
September 2015 - April 2018
- Learnt classical sauces, terrines and bread
- Breakfast shift from five in the morning

TRAINING
CAP Cuisine, Lycée Hôtelier Sainte-Aude, Lyon, 2015
Food Hygiene Level 3, 2021
Allergen Awareness, 2022
WSET Level 1 in Wines, 2023

COMPETITIONS
Finalist, Young Highland Chef, 2020

SKILLS
Sous-vide, fermentation, charcuterie, vegan and gluten-free menus
Stock and rota software: Procure Kitchen, RotaReady

LANGUAGES
French (mother tongue), English (fluent)

INTERESTS
Foraging, hill running
`,
    questions: [
      told('How many people are in his kitchen?', 'Brigade of nine'),
      told('Can he run the kitchen when the boss is away?', 'Stand in for the head chef'),
      told('food safety certificate?', 'Food Hygiene Level 3'),
      told('Has he done big events or banqueting?', 'weddings of up to 250 guests'),
      told('Can he do desserts?', 'then pastry for a year'),
      told('Is he good with margins?', 'from 34 to 28 percent'),
      told('How long was he at the hotel in Glasgow?', 'May 2018 - March 2021'),
      told('Has he entered any cooking contests?', 'Young Highland Chef'),
      told('Where did he do his chef training?', 'Lycée Hôtelier Sainte-Aude'),
      told('Does he know anything about wine?', 'WSET Level 1'),
      untold('Has he worked in a Michelin-starred restaurant?'),
      untold('Does he have experience with sushi or Japanese food?'),
      untold('Why is he looking for a new job?'),
      untold('Has he opened a new restaurant?'),
      untold('Would he take on split shifts?'),
      untold('day rate?'),
      untold('How many covers did Hotel Belmarsh do a night?'),
    ],
  },
];
