/** A query with the keys of the people who answer it, best first; `kind` is what it tests. */
export interface EvalQuery {
  readonly kind: 'token' | 'paraphrase' | 'mixed';
  readonly query: string;
  readonly relevant: readonly string[];
}

export const token = (query: string, ...relevant: string[]): EvalQuery => ({
  kind: 'token',
  query,
  relevant,
});
export const paraphrase = (query: string, ...relevant: string[]): EvalQuery => ({
  kind: 'paraphrase',
  query,
  relevant,
});
export const mixed = (query: string, ...relevant: string[]): EvalQuery => ({
  kind: 'mixed',
  query,
  relevant,
});

/** Written before the search was measured on them, and not changed since. */
export const EVAL_QUERIES: readonly EvalQuery[] = [
  token('C#', 'csharp'),
  token('C++', 'cpp'),
  token('.NET', 'csharp'),
  token('Java', 'java'),
  token('Go', 'go'),
  token('SAP FI', 'sapfi'),
  token('SAP MM', 'sapmm'),
  token('CNA', 'cna'),
  token('ECMO', 'icu'),
  token('HACCP', 'chef'),
  token('BS 7671', 'electrician'),
  token('EPA 608', 'hvac'),
  token('SOX', 'auditor'),
  token('eDiscovery', 'paralegal'),
  token('IFRS', 'accountant'),
  token('ADP', 'payroll'),
  token('WCAG', 'javascript'),
  token('scikit-learn', 'python'),
  token('ASME IX', 'welder'),
  token('tachograph', 'trucker'),
  paraphrase('someone who delivers babies', 'midwife'),
  paraphrase('helps patients walk again after an operation', 'physio'),
  paraphrase('looks after old people in a nursing home', 'cna', 'icu'),
  paraphrase('cook who leads a restaurant team', 'chef'),
  paraphrase('bread and cake maker', 'baker'),
  paraphrase('makes coffee', 'barista'),
  paraphrase('hiring people for technology companies', 'recruiter'),
  paraphrase('educator for young children', 'teacher', 'tutor'),
  paraphrase('repairs air conditioning', 'hvac'),
  paraphrase('long distance lorry journeys abroad', 'trucker'),
  paraphrase('makes websites usable for blind visitors', 'javascript'),
  paraphrase('attorney for labour disputes', 'lawyer', 'paralegal'),
  paraphrase('improves ranking in search engines', 'seo'),
  paraphrase('programmer of microcontrollers', 'c', 'cpp'),
  paraphrase('person who draws houses', 'architect', 'civil'),
  paraphrase('guard at football games', 'police'),
  mixed('statistician with R for medicine', 'r'),
  mixed('TIG welding of stainless pipes', 'welder'),
  mixed('Kubernetes in the cloud at scale', 'go'),
  mixed('predict customer churn with Python', 'python'),
  mixed('steel bridge design Eurocode 3', 'civil'),
  mixed('paying wages every month with ADP', 'payroll'),
  mixed('selling software, Salesforce, cold calls', 'sales'),
  mixed('night care CNA dementia', 'cna'),
  mixed('purchasing module SAP MM shipyard', 'sapmm'),
  mixed('nurse for ventilated patients ICU', 'icu'),
  mixed('forklift driver who picks orders', 'forklift'),
  mixed('Revit school buildings', 'architect'),
];
