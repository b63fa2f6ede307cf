export { type CalendarEvent, type CalendarPerson, calendarText } from './icalendar';
