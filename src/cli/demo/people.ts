import { type DemoJobKey } from './company';
import { type DocxLayout, type PdfLayout } from './documents';
import { ACCOUNTANT_LONG_SHOTS } from './people/accountant-long-shots';
import { ACCOUNTANTS } from './people/accountants';
import { CHEF_LONG_SHOTS } from './people/chef-long-shots';
import { CHEFS } from './people/chefs';
import { ENGINEER_LONG_SHOTS } from './people/engineer-long-shots';
import { ENGINEERS } from './people/engineers';
import { NURSE_LONG_SHOTS } from './people/nurse-long-shots';
import { NURSES } from './people/nurses';
import { type DemoPerson } from './person';

/** How well a person suits the vacancy they apply for, the best first. */
export const FITS = ['excellent', 'strong', 'good', 'partial', 'weak', 'other_trade'] as const;
export type Fit = (typeof FITS)[number];

export type ResumeLook =
  | { readonly format: 'pdf'; readonly layout: PdfLayout }
  | { readonly format: 'docx'; readonly layout: DocxLayout };

export interface DemoCandidate {
  readonly job: DemoJobKey;
  readonly fit: Fit;
  readonly look: ResumeLook;
  readonly person: DemoPerson;
}

/** Every look is dealt three times, and moves on from trade to trade so that no fit has a look of its own. */
const LOOKS: readonly ResumeLook[] = [
  { format: 'pdf', layout: 'modern' },
  { format: 'docx', layout: 'headings' },
  { format: 'pdf', layout: 'sidebar_left' },
  { format: 'pdf', layout: 'classic' },
  { format: 'docx', layout: 'table' },
  { format: 'pdf', layout: 'sidebar_right' },
  { format: 'docx', layout: 'text_box' },
  { format: 'docx', layout: 'page_header' },
];

const APPLICANTS: readonly (readonly [DemoJobKey, readonly DemoPerson[]])[] = [
  ['backend_engineer', [...ENGINEERS, ...ENGINEER_LONG_SHOTS]],
  ['registered_nurse', [...NURSES, ...NURSE_LONG_SHOTS]],
  ['sous_chef', [...CHEFS, ...CHEF_LONG_SHOTS]],
  ['senior_accountant', [...ACCOUNTANTS, ...ACCOUNTANT_LONG_SHOTS]],
];

/** All 24, in the order of `DEMO_JOBS` and, within a job, of `FITS`. */
export const DEMO_CANDIDATES: readonly DemoCandidate[] = APPLICANTS.flatMap(
  ([job, people], jobIndex) =>
    people.map((person, index) => {
      const fit = FITS[index];
      const look = LOOKS[(jobIndex * people.length + index) % LOOKS.length];
      if (fit === undefined || look === undefined) {
        throw new RangeError(`${job} has more people than there are fits`);
      }
      return { job, fit, look, person };
    }),
);
