/** What the server lets people do by their role; what they may not do is not offered. Owners do what admins do. */
const isOneOf = ({ role, is_owner: isOwner }, ...roles) => isOwner || roles.includes(role);

/** In the jobs that somebody sees: decisions, interviews, the team, the job's text, its stages and attributes. */
export const mayDecide = (user) => isOneOf(user, 'admin', 'recruiter', 'hiring_manager');

/** What holds for everybody of the company. */
export const mayAdminister = (user) => isOneOf(user, 'admin');

/** What is the whole company's: new jobs, uploads, the search across everybody, reasons to reject. */
export const mayRecruit = (user) => isOneOf(user, 'admin', 'recruiter');

export const mayListColleagues = mayRecruit;

/** Others see the jobs that they manage or are on the team of. */
export const seesEveryJob = mayRecruit;
