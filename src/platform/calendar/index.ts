export {
  type CalendarEvent,
  type CalendarMethod,
  calendarText,
  type CalendarPerson,
} from './icalendar';
