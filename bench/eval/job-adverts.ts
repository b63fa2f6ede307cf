/** An invented vacancy; a resume of one of `relevant` occupations answers it. */
export interface EvalAdvert {
  readonly relevant: readonly string[];
  readonly title: string;
  readonly description: string;
  readonly requirements: string;
}

const advert = (
  occupation: string,
  title: string,
  description: string,
  requirements: string,
): EvalAdvert => ({ relevant: [occupation], title, description, requirements });

/**
 * Full advertisements, one per occupation of the development data, with what real ones carry besides the
 * work: the employer's praise of itself, benefits, and the law's paragraph. Written before any ranking was
 * measured on them, and not changed since.
 */
export const EVAL_ADVERTS: readonly EvalAdvert[] = [
  advert(
    'ACCOUNTANT',
    'General Ledger Accountant',
    `Brookmill Foods is a family business that has been baking for four generations.
Responsibilities:
- Post journal entries and reconcile balance sheet accounts every month
- Prepare accruals, fixed asset schedules and intercompany charges
- Support the month-end and year-end close and the external audit
- Prepare sales tax returns`,
    `Bachelor's degree in accounting. At least 3 years in general ledger accounting.
Strong Excel; QuickBooks or SAP. Knowledge of GAAP. CPA is a plus.
Benefits: medical, dental and vision insurance, 401(k) with match, free bread.`,
  ),
  advert(
    'ADVOCATE',
    'Victim Advocate',
    `Harbor Light is a non-profit that stands by people who have lived through violence.
- Answer the crisis line and meet clients at hospitals and in court
- Draw up safety plans and refer people to shelter, counselling and legal help
- Accompany clients to hearings and explain their rights
- Keep confidential case notes`,
    `Degree in social work, criminal justice or a related field, or comparable experience.
Experience in crisis intervention and case management required. Bilingual Spanish preferred.
We are an equal opportunity employer and do not discriminate on any ground protected by law.`,
  ),
  advert(
    'AGRICULTURE',
    'Farm and Crop Operations Manager',
    `Larkfield Growers farms 4,000 acres of vegetables and grain.
You plan plantings, irrigation, fertiliser and harvest, watch soils and pests, and lead field crews.
You keep spray records and equipment in order and work with agronomists and buyers.`,
    `Degree in agriculture, agronomy or horticulture, or five years on a commercial farm.
Pesticide applicator's licence. Tractor and irrigation experience. Knowledge of food safety rules.`,
  ),
  advert(
    'APPAREL',
    'Fashion Designer, Apparel',
    `Nordvind makes outdoor clothing for women and men.
- Design seasonal collections from sketch to tech pack
- Choose fabrics, trims and colours; follow trends
- Fit samples with pattern makers and factories
- Work with merchandising on line plans`,
    `Degree in fashion design. Adobe Illustrator and Photoshop. Knowledge of garment construction, textiles
and sourcing. Experience with overseas vendors is an advantage.
What we offer: hybrid work, staff discount, summer Fridays.`,
  ),
  advert(
    'ARTS',
    'Arts Education Coordinator',
    `The Millrace Art Centre brings painting, theatre and music to schools and neighbours.
You plan workshops and exhibitions, hire teaching artists, teach some classes yourself and write grant reports.
You look after gallery visitors, volunteers and a small budget.`,
    `Degree in fine art, art education or arts administration. Teaching experience with children.
Good writing. Experience of exhibitions or theatre productions.`,
  ),
  advert(
    'AUTOMOBILE',
    'Automotive Service Technician',
    `Redgate Motors sells and services cars of three makes.
- Diagnose engine, brake, transmission and electrical faults with scan tools
- Perform scheduled maintenance and inspections
- Explain repairs to service advisors and write up work orders`,
    `ASE certification. Three years in a dealership or repair shop. Own tools and a clean driving licence.`,
  ),
  advert(
    'AVIATION',
    'Aircraft Maintenance Technician',
    `Skylark Regional flies turboprops to forty towns.
- Inspect, troubleshoot and repair airframes, engines and avionics on the line and in the hangar
- Follow maintenance manuals and airworthiness directives; complete logbooks
- Service and tow aircraft safely on the ramp`,
    `FAA Airframe and Powerplant certificate required. Experience on turboprops or military aircraft.
Able to work nights and outdoors. Must pass a background check and drug test.
All qualified applicants will receive consideration without regard to race, religion, sex or veteran status.`,
  ),
  advert(
    'BANKING',
    'Branch Manager, Retail Bank',
    `First Orchard Bank has served its valley since 1911.
- Lead tellers and personal bankers and coach them to sell and to serve
- Grow deposits, consumer loans and mortgages
- Watch cash, audits and compliance with banking regulations
- Represent the bank in the community`,
    `Five years in retail banking, two of them leading people. Knowledge of lending, Bank Secrecy Act and
teller operations. NMLS registration. Good customer service.`,
  ),
  advert(
    'BPO',
    'Operations Manager, Business Process Outsourcing',
    `Clearline runs contact centres and back offices for insurers and telecoms.
You run delivery for three client processes with 200 agents: service levels, quality, staffing, attrition and margins.
You lead transitions, hold client reviews and improve processes with Lean and Six Sigma.`,
    `Eight years in BPO or contact centre operations. Workforce management, SLA and KPI reporting, client management.`,
  ),
  advert(
    'BUSINESS-DEVELOPMENT',
    'Business Development Manager',
    `Quantum Forge sells testing services to manufacturers.
- Find and win new customers and partners; own the pipeline from first contact to contract
- Research markets and build proposals and pricing
- Negotiate agreements and work with delivery teams
- Report forecasts in the CRM`,
    `Bachelor's degree in business. Five years in business development or B2B sales. Salesforce.
Presentation and negotiation skills. Travel up to 40 %.`,
  ),
  advert(
    'CHEF',
    'Sous Chef',
    `The Copper Pan serves 180 guests a night with what the region grows.
- Run the line in the chef's absence; train and schedule cooks
- Prepare sauces, meat and fish; develop seasonal specials
- Order and receive goods; control food cost and waste
- Keep the kitchen to health department standards`,
    `Culinary degree or five years in a professional kitchen. ServSafe. Able to lift 50 pounds and to work weekends.
Perks: family meal, paid holidays, knife allowance.`,
  ),
  advert(
    'CONSTRUCTION',
    'Construction Site Superintendent',
    `Granite & Sons builds schools and clinics.
- Supervise subcontractors and crews on site from excavation to punch list
- Schedule work, order materials, read drawings and write daily reports
- Enforce OSHA safety rules and building codes
- Hold coordination meetings with owner and architect`,
    `Seven years in commercial construction. OSHA 30. Blueprint reading, concrete, framing and scheduling.
Microsoft Project or Procore.`,
  ),
  advert(
    'CONSULTANT',
    'Management Consultant',
    `Aldermoor Advisory helps companies that have outgrown their ways of working.
- Analyse business processes, interview stakeholders and find root causes
- Design target processes and systems and plan their introduction
- Prepare business cases, workshops and presentations for executives
- Lead small project teams at the client`,
    `Degree in business, economics or engineering. Three years in consulting. Process improvement, change management,
data analysis, PowerPoint. Willing to travel four days a week.`,
  ),
  advert(
    'DESIGNER',
    'Interior and Graphic Designer',
    `Studio Halfmoon designs shops, brands and what goes between them.
- Develop concepts, layouts, mood boards and drawings
- Prepare print and web graphics, signage and packaging
- Present to clients and follow projects through production`,
    `Degree in design. Portfolio required. Adobe Creative Suite (Photoshop, Illustrator, InDesign), AutoCAD or SketchUp.
Typography and colour.`,
  ),
  advert(
    'DIGITAL-MEDIA',
    'Digital Media Manager',
    `Parrot & Pine is an agency for brands that like to be talked about.
- Plan and buy paid search, paid social, display and video campaigns
- Run content calendars for Facebook, Instagram and YouTube
- Measure with Google Analytics and report on return on ad spend
- Improve landing pages and SEO`,
    `Four years in digital marketing or media buying. Google Ads, Facebook Ads Manager, SEO/SEM, Excel. HTML is nice to have.`,
  ),
  advert(
    'ENGINEERING',
    'Manufacturing Engineer',
    `Tidewater Pumps makes pumps that outlive their owners.
- Develop processes, fixtures and work instructions for machining and assembly
- Solve quality and yield problems on the floor
- Specify equipment, run trials and validate
- Make and release drawings and engineering changes`,
    `BS in mechanical, industrial or electrical engineering. SolidWorks or AutoCAD, GD&T, Lean manufacturing, root cause analysis.`,
  ),
  advert(
    'FINANCE',
    'Finance Manager, Planning and Analysis',
    `Cobalt Medical has grown from one garage to six plants.
- Lead the annual budget, the monthly forecast and the five-year plan
- Analyse variances, margins and capital projects; build financial models
- Present results to the executive team
- Improve financial reporting and controls`,
    `Degree in finance or accounting; MBA or CPA preferred. Six years in FP&A or corporate finance. Advanced Excel, Hyperion or Oracle.
Our company offers a comprehensive benefits package including paid time off and tuition reimbursement.`,
  ),
  advert(
    'FITNESS',
    'Personal Trainer',
    `Ironwood Athletic Club has two pools, three studios and members from 8 to 88.
- Assess new members and design exercise programmes for them
- Lead one-to-one training and group classes
- Teach safe use of equipment; keep the floor tidy
- Sell training packages and keep clients coming`,
    `Certification of ACE, NASM or ACSM. CPR and AED. Knowledge of anatomy and nutrition. Friendly and reliable.`,
  ),
  advert(
    'HEALTHCARE',
    'Healthcare Administrator',
    `Willow Park runs four clinics and a rehabilitation hospital.
- Direct daily operations of an outpatient clinic: staff, schedules, budgets
- Ensure compliance with HIPAA, Joint Commission and payer rules
- Improve patient flow, patient satisfaction and quality of care
- Work with physicians, nurses and billing`,
    `Degree in health administration or nursing. Five years in a healthcare setting. Electronic medical records, medical terminology, Medicare and Medicaid.`,
  ),
  advert(
    'HR',
    'Human Resources Generalist',
    `Pinecrest Logistics moves parcels and looks after the people who do.
- Recruit, onboard and offboard hourly and salaried employees
- Advise managers on employee relations, performance and discipline
- Administer benefits, leaves of absence and HRIS data
- Keep policies in line with employment law`,
    `Bachelor's degree in human resources. Three years as an HR generalist. FMLA, ADA and FLSA. SHRM-CP or PHR preferred. ADP or Workday.`,
  ),
  advert(
    'INFORMATION-TECHNOLOGY',
    'IT Systems Administrator',
    `Meridian County keeps the lights on for 300,000 people.
- Administer Windows Server, Active Directory, VMware and Microsoft 365
- Maintain networks, backups, patches and security
- Support users at second level and document systems
- Plan upgrades and manage vendors`,
    `Five years in system administration. Cisco networking, PowerShell, help desk, disaster recovery. CompTIA or Microsoft certification is a plus.`,
  ),
  advert(
    'PUBLIC-RELATIONS',
    'Public Relations Manager',
    `Bright Harbour Communications speaks for museums, makers and mayors.
- Write press releases, speeches and media kits; pitch stories to journalists
- Plan events and press conferences
- Handle media enquiries and crises
- Track coverage and report to clients`,
    `Degree in public relations, journalism or communications. Five years in PR or corporate communications. Media relations, AP style, social media, Cision.`,
  ),
  advert(
    'SALES',
    'Sales Manager',
    `Summit Tool Supply sells fasteners and tools to the trade.
- Lead eight sales representatives: targets, coaching, territories
- Visit key accounts and close large orders
- Forecast, price and report
- Recruit and train new salespeople`,
    `Five years in outside sales with a record of meeting quota, two as a manager. CRM, negotiation, account management. Valid driving licence.`,
  ),
  advert(
    'TEACHER',
    'Middle School Teacher',
    `Elm Street School has 600 pupils and a garden.
- Plan and teach lessons to grades 6 to 8 in line with state standards
- Assess pupils, keep grades and talk with parents
- Manage the classroom fairly and calmly
- Support pupils with special needs with the team`,
    `State teaching certificate. Bachelor's degree in education. Classroom management, lesson planning, differentiated instruction. Student teaching counts as experience.`,
  ),
];

const note = (occupation: string, title: string, description: string): EvalAdvert =>
  advert(occupation, title, description, '');

/** One paragraph as a busy manager writes it, for another position of each occupation: no lists, no requirements. */
export const EVAL_NOTES: readonly EvalAdvert[] = [
  note(
    'ACCOUNTANT',
    'Bookkeeper / Staff Accountant',
    'We need someone to pay suppliers, send invoices, chase receivables, reconcile bank statements and hand clean books to our tax adviser each quarter.',
  ),
  note(
    'ADVOCATE',
    'Patient Advocate',
    'Speak up for patients: explain bills and coverage, help with insurance appeals and applications for assistance, and solve complaints between families and staff.',
  ),
  note(
    'AGRICULTURE',
    'Agricultural Extension Agent',
    'Advise farmers on crops, livestock and soil conservation, run 4-H and field days, and take samples for the state laboratory.',
  ),
  note(
    'APPAREL',
    'Clothing Store Manager',
    'Run our clothing boutique: dress windows, place fashion orders, help customers find what suits them, and lead a team of five sales associates.',
  ),
  note(
    'ARTS',
    'Visual Arts Teacher and Artist',
    'Teach drawing, painting and ceramics to teenagers and adults, hang their exhibitions, and keep a practice of your own.',
  ),
  note(
    'AUTOMOBILE',
    'Car Dealership Sales Consultant',
    'Sell new and used vehicles: greet buyers, show and test-drive cars, arrange financing and trade-ins, and follow up.',
  ),
  note(
    'AVIATION',
    'Airport Operations Supervisor',
    'Supervise ramp and ground crews, flight dispatch, fuelling and safety inspections on the airfield during the evening shift.',
  ),
  note(
    'BANKING',
    'Bank Teller and Personal Banker',
    'Handle deposits, withdrawals and cash drawers, open accounts, spot fraud and refer customers to loan officers.',
  ),
  note(
    'BPO',
    'Back Office Process Associate',
    'Process transactions and claims for outsourced clients within turnaround time and quality targets, and answer escalated calls.',
  ),
  note(
    'BUSINESS-DEVELOPMENT',
    'Director of Partnerships and Growth',
    'Open new markets for a software firm: strategic partnerships, lead generation, enterprise proposals, contract negotiation and revenue targets.',
  ),
  note(
    'CHEF',
    'Line Cook',
    'Cook on grill and sauté in a busy hotel restaurant, prep your station, plate quickly and keep it clean.',
  ),
  note(
    'CONSTRUCTION',
    'General Construction Foreman and Carpenter',
    'Lead a small crew that frames, pours concrete, hangs drywall and finishes houses; read plans, order lumber and keep everyone safe.',
  ),
  note(
    'CONSULTANT',
    'SAP and Business Systems Consultant',
    'Gather requirements, configure ERP modules, test and train users, and lead go-lives at customers as an independent consultant.',
  ),
  note(
    'DESIGNER',
    'Junior Visual Designer',
    'Lay out brochures, logos, banners and web pages, retouch photographs, and prepare files for the printer.',
  ),
  note(
    'DIGITAL-MEDIA',
    'Social Media Specialist',
    'Write and schedule posts, film short videos, answer comments, run paid campaigns and report on engagement and followers.',
  ),
  note(
    'ENGINEERING',
    'Engineering Technician',
    'Test prototypes, solder and assemble boards, calibrate instruments, record data and help engineers find out why things fail.',
  ),
  note(
    'FINANCE',
    'Financial Analyst',
    'Build models, explain variances, prepare monthly reports and forecasts, and value investments for the chief financial officer.',
  ),
  note(
    'FITNESS',
    'Group Exercise Instructor',
    'Teach spinning, yoga and boot camp classes, motivate everyone from beginner to athlete, and keep them free from injury.',
  ),
  note(
    'HEALTHCARE',
    'Registered Nurse',
    'Care for patients on a medical-surgical floor: assess, give medication, draw blood, chart, and teach families about recovery.',
  ),
  note(
    'HR',
    'Talent Acquisition and Benefits Coordinator',
    'Post vacancies, screen applicants, schedule interviews, run orientation, and answer questions on benefits and leave.',
  ),
  note(
    'INFORMATION-TECHNOLOGY',
    'Help Desk and Network Support Analyst',
    'Fix laptops, printers, accounts and network connections for 400 staff, log tickets and image computers.',
  ),
  note(
    'PUBLIC-RELATIONS',
    'Communications and Media Relations Specialist',
    'Write releases and newsletters, talk with reporters, prepare our director for interviews and organise launches.',
  ),
  note(
    'SALES',
    'Retail Sales Associate',
    'Greet shoppers, recommend products, meet sales goals, run the register and keep the shelves full.',
  ),
  note(
    'TEACHER',
    'Preschool Teacher',
    'Care for and teach three- to five-year-olds: circle time, early reading, play outside, naps, and a word with every parent.',
  ),
];
