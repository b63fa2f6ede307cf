/** What the console asks of the public API for the settings of a person and of a company, as a part of `Api`. */
export class SettingsApi {
  #session;

  constructor(session) {
    this.#session = session;
  }

  /** When somebody works; `updated_at` is null while they have not said it. */
  workingHours(userId) {
    return this.#session.call('GET', `/users/${userId}/working-hours`);
  }

  saveWorkingHours(userId, hours) {
    return this.#session.call('PUT', `/users/${userId}/working-hours`, hours);
  }

  /** When the company reminds people of interviews and scorecards. */
  interviewSettings() {
    return this.#session.call('GET', '/interview-settings');
  }

  changeInterviewSettings(changes) {
    return this.#session.call('PATCH', '/interview-settings', changes);
  }

  /** The user's own; its address is told by `replaceCalendarFeed` alone. */
  calendarFeed() {
    return this.#session.call('GET', '/calendar-feed');
  }

  replaceCalendarFeed() {
    return this.#session.call('POST', '/calendar-feed');
  }

  endCalendarFeed() {
    return this.#session.call('DELETE', '/calendar-feed');
  }

  /** The company's reasons to reject by name, also those that are out of use. */
  rejectionReasons() {
    return this.#session.call('GET', '/rejection-reasons');
  }

  addRejectionReason(name) {
    return this.#session.call('POST', '/rejection-reasons', { name });
  }

  changeRejectionReason(reasonId, changes) {
    return this.#session.call('PATCH', `/rejection-reasons/${reasonId}`, changes);
  }

  removeRejectionReason(reasonId) {
    return this.#session.call('DELETE', `/rejection-reasons/${reasonId}`);
  }
}
