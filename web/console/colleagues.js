import { mayListColleagues, seesEveryJob } from './permissions.js';

/**
 * Who sees a job and its candidates; without a job, who sees every one. `choices` has their names by id, in the order of
 * the names; `nameOf` also knows others, as far as the user may list them.
 */
export async function colleaguesOf(api, user, job = null) {
  const [company, team] = await Promise.all([
    mayListColleagues(user) ? api.people() : [user],
    job === null ? [] : api.team(job.id),
  ]);
  const members = team.map(({ user_id: id, ...member }) => ({ ...member, id }));
  const onJob = new Set([job?.hiring_manager_id, ...members.map(({ id }) => id)]);
  const all = new Map([...members, ...company].map((person) => [person.id, person]));
  const seeing = [...all.values()].filter(
    (person) => person.is_active && (onJob.has(person.id) || seesEveryJob(person)),
  );
  return {
    choices: Object.fromEntries(
      seeing
        .sort((one, other) => one.full_name.localeCompare(other.full_name))
        .map(({ id, full_name: name }) => [id, name]),
    ),
    nameOf: (id) => all.get(id)?.full_name ?? 'Somebody else',
  };
}
