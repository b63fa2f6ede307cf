export const ownTimeZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** As a choice, by name; browsers leave out of their list what they call it themselves, such as UTC, and zones of other names. */
export function timeZones(used = 'UTC') {
  const all = ['UTC', ownTimeZone(), used, ...Intl.supportedValuesOf('timeZone')];
  const names = [...new Set(all)].sort();
  return Object.fromEntries(names.map((name) => [name, name.replaceAll('_', ' ')]));
}
