import { unlessHidden } from '../api.js';
import { element } from '../elements.js';
import { mayAdminister, mayRecruit } from '../permissions.js';
import { calendarFeedPanel } from './calendar-feed.js';
import { rejectionReasonsPanel } from './rejection-reasons.js';
import { remindersPanel } from './reminders.js';
import { workingHoursPanel } from './working-hours.js';

/** What is the user's own, and for those who recruit what holds for the whole company. */
export async function settingsView({ api: { settings: api }, session, announce }) {
  const { user } = session;
  const [hours, feed, company] = await Promise.all([
    api.workingHours(user.id),
    unlessHidden(api.calendarFeed()),
    mayRecruit(user) ? ofCompany(api) : null,
  ]);
  return {
    title: 'Settings',
    content: element(
      'div',
      { class: 'narrow' },
      element('h1', {}, 'Settings'),
      workingHoursPanel({ api, hours, announce }),
      calendarFeedPanel({ api, feed, announce }),
      company === null
        ? null
        : [
            remindersPanel({
              api,
              settings: company.settings,
              mayChange: mayAdminister(user),
              announce,
            }),
            rejectionReasonsPanel({ api, reasons: company.reasons, announce }),
          ],
    ),
  };
}

async function ofCompany(api) {
  const [settings, reasons] = await Promise.all([api.interviewSettings(), api.rejectionReasons()]);
  return { settings, reasons };
}
