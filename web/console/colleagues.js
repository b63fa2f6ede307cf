import { mayListColleagues, seesEveryJob } from './permissions.js';

/**
 * Who sees a job and its candidates; without a job, who sees every one. `choices` has their names by id, in the order of
 * the names, `everybody` those of all colleagues whom the user may list. `nameOf` also knows who is not active any more.
 */
export async function colleaguesOf(api, user, job = null) {
  const [company, team] = await Promise.all([
    mayListColleagues(user) ? api.people() : [user],
    job === null ? [] : api.team(job.id),
  ]);
  const members = team.map(({ user_id: id, ...member }) => ({ ...member, id }));
  const onJob = new Set([job?.hiring_manager_id, ...members.map(({ id }) => id)]);
  const all = new Map([...members, ...company].map((person) => [person.id, person]));
  const active = [...all.values()]
    .filter(({ is_active: isActive }) => isActive)
    .sort((one, other) => one.full_name.localeCompare(other.full_name));
  return {
    choices: namesById(active.filter((one) => onJob.has(one.id) || seesEveryJob(one))),
    everybody: namesById(active),
    nameOf: (id) => all.get(id)?.full_name ?? 'Somebody else',
  };
}

const namesById = (people) =>
  Object.fromEntries(people.map(({ id, full_name: name }) => [id, name]));
