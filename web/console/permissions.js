/** What the server lets people do by their role; what they may not do is not offered. */
export const mayDecide = ({ role }) => role !== 'interviewer';

export const mayListColleagues = ({ role }) => role === 'admin' || role === 'recruiter';

/** Others see the jobs that they manage or are on the team of. */
export const seesEveryJob = ({ role, is_owner: isOwner }) =>
  role === 'admin' || role === 'recruiter' || isOwner;
