import type { CalendarEvent } from '../../../platform/calendar';
import type { Interview } from '../interview';

/** How an interview stands in the calendars of those who hold it. */
export function calendarEvent(interview: Interview): CalendarEvent {
  const { candidateName, jobTitle, attendees, notes, meetingUrl, location } = interview;
  const names = attendees.map(({ fullName }) => fullName).join(', ');
  const lines = [
    names === '' ? null : `With: ${names}`,
    meetingUrl === null ? null : `Where: ${meetingUrl}`,
    notes,
  ];
  return {
    uid: interview.icalUid,
    sequence: interview.icalSequence,
    isCancelled: interview.status === 'cancelled',
    startsAt: interview.startsAt,
    endsAt: interview.endsAt,
    changedAt: interview.updatedAt,
    summary: `Interview: ${candidateName ?? 'a candidate'} for ${jobTitle}`,
    description: lines.filter((line) => line !== null).join('\n'),
    location: location ?? meetingUrl,
    url: meetingUrl,
    organizer: null,
    attendees: [],
  };
}
