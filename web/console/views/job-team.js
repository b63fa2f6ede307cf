import { unlessHidden } from '../api.js';
import { colleaguesOf } from '../colleagues.js';
import { element, fill, panel } from '../elements.js';
import { joined, TEAM_ROLES } from '../format.js';
import { field } from '../forms.js';
import { mayDecide, mayListColleagues } from '../permissions.js';
import { go } from '../router.js';
import { jobFrame } from './job-frame.js';
import { responsiblePanel } from './job-responsible.js';
import { keptList } from './kept-list.js';

/** Who works on filling a job. */
export async function jobTeamView({ api, session, params, announce }) {
  const { user } = session;
  const job = await api.job(params.jobId);
  const [members, colleagues] = await Promise.all([api.team(job.id), colleaguesOf(api, user, job)]);
  return {
    title: `${job.title}: team`,
    content: jobFrame(
      job,
      '/team',
      user,
      panel(
        'Team',
        element(
          'p',
          { class: 'hint' },
          'Hiring managers and interviewers see the jobs of their teams. What they may do there is said by their role in the company.',
        ),
        mayDecide(user)
          ? teamList({ api, job, user, colleagues, announce }, members)
          : shownOnly(members),
        mayDecide(user) && !mayListColleagues(user)
          ? element('p', { class: 'hint' }, 'Recruiters and administrators add colleagues.')
          : null,
      ),
      responsiblePanel({ api, job, user, colleagues, announce }),
    ),
  };
}

function shownOnly(members) {
  return members.length === 0
    ? element('p', { class: 'hint' }, 'No colleague yet.')
    : element(
        'ul',
        { class: 'rows' },
        members.map((member) =>
          element(
            'li',
            {},
            element('strong', {}, member.full_name),
            element('p', { class: 'meta' }, about(member)),
          ),
        ),
      );
}

function teamList({ api, job, user, colleagues, announce }, members) {
  const newcomers = colleagueField();
  const entriesOf = (team) => {
    const onTeam = new Set(team.map(({ user_id: id }) => id));
    newcomers.offer(Object.entries(colleagues.everybody).filter(([id]) => !onTeam.has(id)));
    return team.map((member) => ({ ...member, id: member.user_id, name: member.full_name }));
  };
  const load = async () => {
    const team = await unlessHidden(api.team(job.id));
    if (team === null) {
      // Who takes themselves off may have lost sight of the job.
      go('/jobs');
    }
    return entriesOf(team ?? []);
  };
  return keptList(entriesOf(members), {
    noun: 'colleague',
    announce,
    load,
    about,
    fields: (member, id) => [
      member === null ? newcomers.part : null,
      field('Part in this job', 'role', {
        id: `member-${id}-role`,
        options: TEAM_ROLES,
        value: member?.role ?? 'interviewer',
      }),
    ],
    add: mayListColleagues(user)
      ? ({ user_id: id, role }) => api.putOnTeam(job.id, id, role)
      : null,
    nameOf: ({ user_id: id }) => colleagues.nameOf(id),
    change: (member, { role }) => api.putOnTeam(job.id, member.id, role),
    remove: (member) => api.takeOffTeam(job.id, member.id),
    onRemoval: ({ id }) =>
      id === user.id
        ? 'Candidates whom you look after here are nobody’s then, and you may no longer see the job.'
        : 'Candidates whom they look after here are nobody’s then.',
  });
}

const about = ({ role, email, is_active: isActive }) =>
  joined(TEAM_ROLES[role], email, isActive ? '' : 'Cannot log in any more');

/** Whom to add: those who are not on the team, which changes while the form is open. */
function colleagueField() {
  const part = field('Colleague', 'user_id', {
    id: 'member-new-user',
    options: {},
    required: true,
  });
  const choice = part.querySelector('select');
  const offer = (people) =>
    fill(
      choice,
      [['', 'Choose'], ...people].map(([id, name]) => element('option', { value: id }, name)),
    );
  return { part, offer };
}
