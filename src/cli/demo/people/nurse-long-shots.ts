import { type DemoPerson } from '../person';

/** Further applicants for the nursing vacancy: a practical nurse, a technician of the ambulance, and a billing analyst. */
export const NURSE_LONG_SHOTS: readonly DemoPerson[] = [
  {
    name: 'Yuki Hoshino',
    headline: 'Licensed Practical Nurse',
    email: 'yuki.hoshino@example.com',
    phone: '+1 206-555-0148',
    location: 'Seattle, WA',
    links: [],
    summary:
      'Practical nurse with five years in long-term care, now studying part-time for the registered nurse license.',
    positions: [
      {
        employer: 'Evergreen Harbor Care Home',
        title: 'Licensed Practical Nurse',
        location: 'Seattle, WA',
        start: '2021-04',
        end: null,
        bullets: [
          'Give medication to 28 residents on two daily rounds and keep the records in PointClickCare.',
          'Dress chronic wounds for 6 residents a day; average healing time fell from 11 to 8 weeks.',
          'Supervise 5 nursing assistants on evening shifts.',
          'Call physicians and families when a resident’s condition changes, about 5 times a week.',
          'Introduced a picture menu for residents with dementia; weight loss fell by a third.',
        ],
      },
      {
        employer: 'Cascade Family Clinic',
        title: 'Medical Assistant',
        location: 'Tacoma, WA',
        start: '2018-11',
        end: '2021-03',
        bullets: [
          'Prepared 30 patients a day for their appointments, drew blood and gave vaccinations.',
          'Scheduled referrals with 18 specialists and cut waiting time by a week.',
          'Sterilised instruments and kept the vaccine refrigerator records.',
          'Taught 60 patients to measure their blood sugar.',
        ],
      },
    ],
    educations: [
      {
        school: 'Rainier Technical College',
        degree: 'Certificate',
        field: 'Practical Nursing',
        start: '2019',
        end: '2021',
      },
    ],
    projects: [],
    skills: [
      'Medication administration',
      'Wound care',
      'Vital signs',
      'Phlebotomy',
      'Geriatric care',
      'PointClickCare',
      'Infection control',
    ],
    certifications: [
      {
        name: 'Licensed Practical Nurse (LPN)',
        issuer: 'Washington State Nursing Board',
        year: '2021',
      },
      { name: 'BLS', issuer: 'American Red Cross', year: '2025' },
    ],
    languages: [
      { name: 'English', level: 'fluent' },
      { name: 'Japanese', level: 'native' },
    ],
  },
  {
    name: 'Callum MacAskill',
    headline: 'Emergency Medical Technician',
    email: 'callum.macaskill@example.net',
    phone: '+1 617-555-0192',
    location: 'Boston, MA',
    links: ['linkedin.com/in/callum-macaskill-demo'],
    summary:
      'Ambulance technician with six years on the road. Considering a nursing degree and looking for a role inside a hospital meanwhile.',
    positions: [
      {
        employer: 'Harborline Ambulance',
        title: 'Emergency Medical Technician',
        location: 'Boston, MA',
        start: '2022-03',
        end: null,
        bullets: [
          'Answer 9 calls a shift on average; first on scene for cardiac arrest, trauma and stroke.',
          'Drive and maintain a vehicle with 140 items of equipment, checked before each shift.',
          'Document each call on a tablet before the next one; 98% complete at handover.',
          'Train new colleagues on stretcher, splints and oxygen: 9 so far.',
        ],
      },
      {
        employer: 'Back Bay Event Medics',
        title: 'First Responder',
        location: 'Boston, MA',
        start: '2020-05',
        end: '2022-02',
        bullets: [
          'Covered 70 concerts and road races with up to 20,000 visitors.',
          'Taught CPR to 350 volunteers in 25 courses.',
          'Led teams of 6 volunteers at a marathon with 140 treatments in a day.',
          'Kept radio contact with police and fire services.',
        ],
      },
      {
        employer: 'Skye Mountain Rescue',
        title: 'Volunteer',
        location: 'Portree, United Kingdom',
        start: '2016-04',
        end: '2019-07',
        bullets: ['Took part in 34 rescues on foot and by boat.'],
      },
    ],
    educations: [
      {
        school: 'Bunker Hill Technical Institute',
        degree: 'Certificate',
        field: 'Emergency Medical Services',
        start: '2019',
        end: '2020',
      },
    ],
    projects: [],
    skills: [
      'First aid',
      'CPR',
      'Triage',
      'Vital signs',
      'Emergency driving',
      'Radio communication',
      'Teaching',
    ],
    certifications: [
      {
        name: 'NREMT-B',
        issuer: 'National Registry of Emergency Medical Technicians',
        year: '2020',
      },
      { name: 'BLS', issuer: 'American Heart Association', year: '2024' },
    ],
    languages: [
      { name: 'English', level: 'native' },
      { name: 'Scottish Gaelic', level: 'basic' },
    ],
  },
  {
    name: 'Farah Siddiqui',
    headline: 'Hospital Revenue Cycle Analyst',
    email: 'farah.siddiqui@example.org',
    phone: '(312) 555-0108',
    location: 'Chicago, IL',
    links: ['linkedin.com/in/farah-siddiqui-demo'],
    summary:
      'Finance professional in health care: seven years of billing, reconciliation and reporting for hospitals. I know the ward from its numbers.',
    positions: [
      {
        employer: 'Lakeshore University Clinics',
        title: 'Revenue Cycle Analyst',
        location: 'Chicago, IL',
        start: '2022-05',
        end: null,
        bullets: [
          'Reconcile $48 million of patient receivables a year between Epic and the general ledger.',
          'Reduced denied claims from 9.1% to 5.4% by analysing 12,000 rejections.',
          'Prepare variance analysis for 14 departments as part of the month-end close.',
          'Built a dashboard of cash collection in SQL and Excel for the finance director.',
          'Train 20 clerks a year in payer rules.',
        ],
      },
      {
        employer: 'Prairie Medical Billing',
        title: 'Medical Billing Specialist',
        location: 'Naperville, IL',
        start: '2019-06',
        end: '2022-04',
        bullets: [
          'Coded and submitted 90 claims a day in ICD-10 and CPT with 98% accuracy.',
          'Followed up 600 open accounts a month with insurers and patients.',
          'Set up a weekly list of unbilled procedures that recovered $310,000 in its first year.',
          'Explained bills to patients by telephone, 25 calls a day.',
        ],
      },
    ],
    educations: [
      {
        school: 'Fox River University',
        degree: 'Bachelor of Business Administration',
        field: 'Health Care Finance',
        start: '2015',
        end: '2019',
      },
    ],
    projects: [],
    skills: [
      'Medical billing',
      'ICD-10',
      'Account reconciliation',
      'Variance analysis',
      'Accounts receivable',
      'Microsoft Excel',
      'Epic',
      'SQL',
    ],
    certifications: [
      { name: 'Certified Revenue Cycle Representative', issuer: 'HFMA', year: '2021' },
    ],
    languages: [
      { name: 'English', level: 'native' },
      { name: 'Urdu', level: 'native' },
    ],
  },
];
