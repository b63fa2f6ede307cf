import { type ChatCase, told, untold } from './chat-questions';

/** Held out: written by somebody who had not read how the chat answers, and measured once. */
export const UNSEEN_CHAT_CASES: readonly ChatCase[] = [
  {
    name: 'mobile developer',
    resume: `Ilka Brandvold
Mobile Developer (iOS / Android)
Bergen, Norway | ilka.brandvold@example.com | +47 555 01 442

SUMMARY
Mobile developer with eight years of shipping consumer apps, first natively on iOS and since 2021 mostly with Flutter. Likes small releases and honest code reviews.

EXPERIENCE

Senior Mobile Developer, Fjordpay AS, Bergen
March 2021 – present
- Lead a squad of four developers building the Fjordpay wallet in Flutter, opened by 310,000 people each month
- Merged two separate native code bases into one shared Dart code base in eleven months
- Cut cold start from 4.1 to 1.6 seconds on low-end Android phones
- Set up automated builds and store uploads with Codemagic and Fastlane; releases went from monthly to weekly
- Brought the app to WCAG 2.1 AA together with a panel of blind testers
- Interview candidates and have mentored three juniors

iOS Developer, Tidevann Media, Oslo
August 2017 – February 2021
- Built the Tidevann news reader in Swift and UIKit, later rewriting the article view in SwiftUI
- Raised unit-test coverage from 12 % to 71 %
- Implemented subscriptions with StoreKit, including free trials and family sharing
- Worked in two-week sprints with a designer and two backend colleagues

Junior Web Developer, Studio Lomvi, Trondheim
June 2016 – July 2017
- Made campaign sites for local shops with React and Sass
- Looked after the agency's hosting on DigitalOcean

EDUCATION
BSc in Informatics, NTNU, 2013 – 2016
Thesis: offline map tiles on phones with little memory

SKILLS
Languages: Dart, Swift, Kotlin, TypeScript
Frameworks: Flutter, SwiftUI, UIKit, React
Tooling: Git, Fastlane, Codemagic, Firebase Crashlytics, Figma

LANGUAGES
Norwegian, English (fluent), German (basic)

SIDE PROJECTS
Skisporet Mini – ski-track app with 20,000 downloads on Google Play
Maintainer of an open-source chart library, 900 stars

OTHER
Notice period: three months
Open to remote work within Europe; not looking to relocate
Speaker at Flutter Oslo 2023 on start-up times
Ski touring, pottery, choir singing`,
    questions: [
      told('How big is the team she leads at the moment?', 'squad of four developers'),
      told('how soon could she start with us?', 'Notice period: three months'),
      told('Would she move to another city for the job?', 'not looking to relocate'),
      told('any accessibility work?', 'WCAG 2.1 AA'),
      told('Has she ever built in-app purchases?', 'subscriptions with StoreKit'),
      told('Which university did she go to?', 'BSc in Informatics, NTNU'),
      told('conference talks?', 'Speaker at Flutter Oslo 2023'),
      told('How many users does the payment app have?', '310,000 people'),
      told('Has she managed to make an app noticeably faster?', 'from 4.1 to 1.6 seconds'),
      told('When did she leave Tidevann?', 'August 2017 – February 2021'),
      told('does she care about testing?', 'unit-test coverage from 12 % to 71 %'),
      untold('Has she used React Native?'),
      untold('What salary is she asking for?'),
      untold('jetpack compose?'),
      untold('Has she worked with GraphQL APIs?'),
      untold('Is she a certified Scrum Master?'),
      untold('Why did she quit the job in Oslo?'),
    ],
  },
  {
    name: 'secondary-school teacher',
    resume: `TOBIAS MERRIWEATHER
14 Orchard Rise, Ludlow
tobias.merriweather@example.com
Mobile 07700 900 318

Profile
Teacher of physics and mathematics with nine years in comprehensive schools. Known for practical lessons and calm classrooms. Seeking a head of department post from September.

Career history

Second in Department (Science), Harrowmead School, Ludlow
Sep 2019 to date
• Teach physics to Years 7–13 and mathematics to Years 7–9, 21 periods a week
• A-level physics: 68 % of pupils reached A*–B in 2024, up from 49 % in 2020
• Rewrote the Key Stage 3 science scheme of work with five colleagues
• Mentor of two early-career teachers
• Manage the department's equipment budget of £14,000
• Started a girls-in-engineering club; 26 members, regional finalists in a kit-car race
• Stand-in exams officer during the summer series

Teacher of Physics, St Brannoc's Academy, Telford
Sep 2015 – Jul 2019
• Form tutor of a Year 10 group of 28, with weekly calls to parents
• Introduced Google Classroom for homework across the science faculty
• Led the annual trip to CERN for 40 sixth-formers

Laboratory Technician, Quillon Optics, Birmingham
2012 – 2014
• Calibrated laser benches and kept the measurement records

Education and training
PGCE Secondary Physics with QTS, University of Worcester, 2015
BSc (Hons) Physics, 2:1, University of Leicester, 2012
National Professional Qualification for Leading Teaching (NPQLT), 2022

Further training
Safeguarding Level 2, renewed January 2025
Emergency first aid at work, valid until October 2026
Enhanced DBS on the update service
Radiation protection supervisor for schools, 2020

IT
Google Classroom, SIMS, Excel, PhET simulations, basic Python

Languages
English, conversational French

Interests
Long-distance cycling, repairing old radios, village brass band (cornet)

References
Available on request`,
    questions: [
      told('first aid?', 'Emergency first aid at work'),
      told('What sort of A-level results do his classes get?', '68 % of pupils reached A*–B'),
      told('does he have qualified teacher status?', 'PGCE Secondary Physics with QTS'),
      told('What grade was his bachelor?', 'BSc (Hons) Physics, 2:1'),
      told('Has he ever been responsible for money?', 'equipment budget of £14,000'),
      told('has he taken students abroad', 'trip to CERN'),
      told('Is there any leadership qualification?', 'NPQLT'),
      told('background check in place?', 'Enhanced DBS'),
      told('Did he ever have a job in industry?', 'Laboratory Technician, Quillon Optics'),
      told('What kind of position is he after?', 'head of department post'),
      untold('Has he taught chemistry at A level?'),
      untold('Does he mark papers for an exam board?'),
      untold('senco qualification?'),
      untold('Can he drive the school minibus?'),
      untold('Has he been through an Ofsted inspection?'),
      untold('How many pupils are there at Harrowmead?'),
      untold('What made him leave Telford?'),
    ],
  },
  {
    name: 'HR generalist',
    resume: `MARISOL QUINTANAR
HR Generalist
Columbus, Ohio · (614) 555-0137 · marisol.quintanar@example.com

Summary
Hands-on HR generalist for production and care businesses. Straightforward with managers, approachable on the shop floor, careful with paperwork.

Work Experience

HR Generalist | Bellhaven Plastics, Columbus OH | 05/2020 – Present
* First point of contact for 420 employees on two production sites
* Fill around 90 openings a year, from machine operators to engineers; average time to hire fell from 47 to 29 days
* Prepare the biweekly payroll for hourly staff in ADP Workforce Now
* Handle grievances and disciplinary meetings
* Represented the company in two unemployment hearings
* Negotiated shift premiums with the union's shop stewards in 2023
* Led the move of paper personnel files to BambooHR
* Introduced exit interviews and a buddy program; first-year turnover dropped from 38 % to 24 %

HR Coordinator | Ostrander Care Homes, Dayton OH | 09/2017 – 04/2020
* Organized onboarding for 15 to 20 caregivers every month
* Verified licenses and criminal records of nursing staff
* Administered health insurance and 401(k) enrollment
* Processed leave requests under the FMLA

Recruiting Assistant (temporary) | Fennimore Staffing, Dayton OH | 01/2017 – 08/2017
* Screened applications and set up phone interviews for office jobs

Education
Bachelor of Arts in Psychology, Wright State University, 2016
Minor in Communication

Certifications
SHRM-CP, since 2019 (recertified 2022)
OSHA 10-Hour General Industry, 2021

Software
BambooHR, ADP Workforce Now, LinkedIn Recruiter, Excel (pivot tables, VLOOKUP), DocuSign

Languages
English and Spanish, both fluent

Volunteering
Job-interview coach at the Westgate Community Center, two evenings a month

Availability
Two weeks' notice
Prefers hybrid work with up to three days on site
Travel up to 10 %`,
    questions: [
      told('How many people does she look after in her current job?', '420 employees'),
      told('has she dealt with unions?', "union's shop stewards"),
      told('Any proof that she can keep people from leaving?', 'from 38 % to 24 %'),
      told('Is she SHRM certified?', 'SHRM-CP, since 2019'),
      told('what did she major in', 'Bachelor of Arts in Psychology'),
      told('experience with employee benefits?', 'health insurance and 401(k) enrollment'),
      told('Does she have any workplace safety training?', 'OSHA 10-Hour General Industry'),
      told('How long does it take her to fill a vacancy?', 'from 47 to 29 days'),
      told('Would she come to the office every day?', 'up to three days on site'),
      told('Has she appeared for an employer in legal proceedings?', 'two unemployment hearings'),
      untold('workday experience?'),
      untold('What does she want to earn?'),
      untold('Has she handled a mass layoff?'),
      untold('Does she have people reporting to her?'),
      untold('Has she sponsored work visas for hires?'),
      untold('Has she set up a performance review process?'),
    ],
  },
  {
    name: 'electrician',
    resume: `DESMOND KOWALCHYK
Journeyman Electrician
Saskatoon, Saskatchewan
Phone: 306-555-0164
E-mail: d.kowalchyk@example.com

OBJECTIVE
Dependable electrician with a commercial and industrial background, looking for a maintenance role with regular day shifts.

WORK HISTORY

2018 - now   Industrial Electrician, Wolverton Potash, Lanigan SK
- Keep conveyors, crushers and pumps running; fault finding on motors up to 600 V
- Fit and set variable frequency drives (ABB, Danfoss)
- Read and change ladder logic on Allen-Bradley controllers
- Lead hand of a shutdown crew of nine in 2022 and 2024
- On call one week in four
- No lost-time injury in six years

2014 - 2018   Commercial Electrician, Hartsell Electric Ltd., Saskatoon
- Wired schools, two supermarkets and a hockey arena, from service entrance to lighting
- Bent and ran rigid conduit and cable tray
- Installed fire-alarm systems and handed them over to the inspector
- Trained four apprentices
- Estimated material for jobs up to $80,000

2010 - 2014   Apprentice Electrician, Dunmore & Sons, Prince Albert
- House wiring, panel changes and service calls
- Put in the company's first rooftop solar arrays

EDUCATION
Technical training for electricians, Saskatchewan Polytechnic, 2010 - 2014
Grade 12, Northgate Collegiate, 2009

TICKETS AND LICENCES
Red Seal (Construction Electrician), 2014
Arc flash (CSA Z462), renewed 2023
Fall protection; confined space entry
Scissor and boom lift
Class 5 driver's licence, own truck and hand tools
Standard First Aid and CPR-C, expires 03/2026

COMPUTER
Excel, AutoCAD Electrical (reading and small changes), SAP work orders

AVAILABILITY
Four weeks' notice
Will do out-of-town jobs up to ten days at a time

LANGUAGES
English, spoken Ukrainian

HOBBIES
Coaching minor hockey, restoring a 1972 pickup`,
    questions: [
      told('plc programming?', 'ladder logic on Allen-Bradley controllers'),
      told('Can he get to site on his own?', 'own truck'),
      told('Has he been in charge of a crew?', 'shutdown crew of nine'),
      told('ok with working away from home?', 'out-of-town jobs up to ten days'),
      told('has he done photovoltaics', 'rooftop solar arrays'),
      told('can he operate a cherry picker', 'Scissor and boom lift'),
      told("What's his safety record like?", 'No lost-time injury in six years'),
      told('When does his CPR run out?', 'expires 03/2026'),
      told('Does he know how to price a job?', 'Estimated material for jobs up to $80,000'),
      told('what hours is he hoping for?', 'regular day shifts'),
      untold('Has he worked in high-voltage substations?'),
      untold('Siemens TIA Portal?'),
      untold('What hourly rate does he expect?'),
      untold('forklift ticket?'),
      untold('Has he installed chargers for electric cars?'),
      untold('H2S Alive certificate?'),
      untold('Why did he move on from Hartsell?'),
    ],
  },
  {
    name: 'data analyst',
    resume: `NOOR HALDANE
Data Analyst — Edinburgh, Scotland
noor.haldane@example.com | 0131 496 0822 | linkedin.example.com/in/noorhaldane

About
Analyst who turns untidy operational data into decisions, in retail and in public transport. Patient with people who dislike numbers.

Experience

Data Analyst · Corrie Transit · Edinburgh · Jan 2022 – present
– Own the punctuality dashboards in Power BI, opened by some 150 colleagues every week
– Built a model in Python (statsmodels) that predicts passenger numbers with a mean error of 6 %
– Redrew the timetable of three routes after analysing ticket data, which saves £210,000 in fuel and overtime a year
– Write the data models in dbt on top of Snowflake
– Present findings to the board every quarter
– Wrote the company guide to anonymising personal data

Junior Data Analyst · Thistle & Barrow (homeware chain) · Glasgow · Oct 2019 – Dec 2021
– Weekly sales reports for 64 shops, moved from Excel macros to SQL and Tableau
– Designed and evaluated A/B tests of the loyalty e-mails; the best variant brought 9 % more repeat purchases
– Traced a recurring stock-count error to one faulty scanner

Intern, Market Research · Pollock Insight · Dundee · summer 2018
– Coded 2,400 open survey answers and ran the cross tables in SPSS

Projects
River Levels: hobby website that scrapes public gauges and shows canoeists which rivers run
Third place at an open-data hackathon in Stirling, 2021

Education
MSc Applied Statistics, University of Strathclyde, 2018–2019, with distinction
BA Economics, University of Dundee, 2014–2018

Skills
SQL, Python (pandas, statsmodels), dbt, Snowflake, Power BI, Tableau, Excel, Git, some R

Certificates
Microsoft PL-300 Power BI Data Analyst, 2023
SnowPro Core, 2024

Languages
English, Arabic (spoken), French (B1)

Practical
Can start one month after signing
Looking for a contract of four days a week

Interests
Wild swimming, canoeing, quiz nights`,
    questions: [
      told('forecasting?', 'predicts passenger numbers'),
      told('Has any of her analyses cut costs?', 'saves £210,000'),
      told('experience running experiments?', 'A/B tests of the loyalty e-mails'),
      told('Is she used to speaking to top management?', 'Present findings to the board'),
      told('full time or part time?', 'four days a week'),
      told("How well did she do in her master's?", 'with distinction'),
      told('does she know anything about data privacy', 'anonymising personal data'),
      told('Is she certified in Snowflake?', 'SnowPro Core'),
      told('how good is her french?', 'French (B1)'),
      told('Where was she working in 2020?', 'Thistle & Barrow'),
      told('What was her first degree in?', 'BA Economics'),
      untold('airflow?'),
      untold('Has she trained neural networks?'),
      untold('How many analysts are on her team at Corrie?'),
      untold('What are her salary expectations?'),
      untold('Has she used Google Analytics?'),
      untold('why did she leave the retail job'),
    ],
  },
  {
    name: 'customer-service team leader',
    resume: `Fenna Rooswijk
Team Leader Customer Service

Address: Utrecht, the Netherlands
E-mail: fenna.rooswijk@example.com
Telephone: +31 6 5550 1973

Personal profile
At home in contact centres since 2013. Warm with customers, clear with figures, and convinced that good coaching beats long scripts.

Professional experience

Team Leader Customer Service, Zonneklaar Energie, Utrecht
04/2020 – today
- Lead 18 agents on phone, chat and e-mail, seven of them working from home
- Lifted customer satisfaction from 3.6 to 4.4 out of 5 within two years
- Plan shifts and holidays in Injixo
- Listen to five calls per agent each month and give one-to-one feedback
- Hired and trained 22 newcomers; training time went down from six to four weeks
- Led the change from an old ticket tool to Zendesk, with 40,000 tickets moved over one weekend
- Take over escalated complaints, including those that reach the ombudsman

Senior Agent, Kanaalreizen (tour operator), Amersfoort
02/2016 – 03/2020
- Rebooked travellers during strikes and storms, up to 90 calls a day
- Wrote the knowledge-base articles on refunds and insurance
- Employee of the year 2018

Call-centre Agent, Telvaro, Hilversum
08/2013 – 01/2016
- Sold and renewed mobile contracts by phone, regularly 15 % over target
- Helped with routers and SIM cards

Education
Associate degree in Service Management, Hogeschool Utrecht, 2017–2019 (evening course)
HAVO, Baarn, 2013

Courses
Lean Six Sigma Yellow Belt, 2022
Coaching Leadership, five days, 2021
De-escalation in difficult conversations, 2018

Systems
Zendesk, Genesys Cloud, Injixo, Microsoft Teams, Power BI (reading dashboards)

Languages
Dutch, English (C1), German (B2)

Further details
Earliest start: 1 June
Early and late shifts, Saturdays possible; no night work
Commute of up to 45 minutes by train

Interests
Beach volleyball, sourdough baking, city trips`,
    questions: [
      told('number of direct reports?', 'Lead 18 agents'),
      told('Did customers get happier under her?', 'from 3.6 to 4.4 out of 5'),
      told('weekend work ok?', 'Saturdays possible'),
      told('when would she be available', '1 June'),
      told('Does she manage anyone remotely?', 'seven of them working from home'),
      told('How does she check the quality of conversations?', 'Listen to five calls per agent'),
      told('any sales background?', 'Sold and renewed mobile contracts'),
      told('Has she had training in process improvement?', 'Lean Six Sigma Yellow Belt'),
      told('Has she won any awards?', 'Employee of the year 2018'),
      told('which telephony platform does she know?', 'Genesys Cloud'),
      untold('salesforce?'),
      untold('Has she introduced a chatbot?'),
      untold('How large is the budget she is responsible for?'),
      untold("What's her team's average handling time?"),
      untold('does she have a driving licence'),
      untold('Why did she leave the travel company?'),
    ],
  },
];
