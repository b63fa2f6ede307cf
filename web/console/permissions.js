/** What the server lets people do by their role; what they may not do is not offered. */
export const mayDecide = ({ role }) => role !== 'interviewer';
