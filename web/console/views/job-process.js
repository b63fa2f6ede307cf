import { element, panel } from '../elements.js';
import { count, STATUSES } from '../format.js';
import { field } from '../forms.js';
import { aboutField } from '../refusals.js';
import { jobFrame } from './job-frame.js';
import { keptList } from './kept-list.js';

/** The statuses that a stage can be on top of: who has left the process has left all stages. */
const { pending, reviewing, shortlisted, interviewing, offered } = STATUSES;
const STAGE_STATUSES = { pending, reviewing, shortlisted, interviewing, offered };

/** How people are hired for a job: its own stages, and what its interviewers rate. */
export async function jobProcessView({ api, session, params, announce }) {
  const [job, stages, attributes] = await Promise.all([
    api.job(params.jobId),
    api.stages(params.jobId),
    api.attributes(params.jobId),
  ]);
  return {
    title: `${job.title}: process`,
    content: jobFrame(
      job,
      '/process',
      session.user,
      panel(
        'Stages',
        element(
          'p',
          { class: 'hint' },
          'Steps of this job, each on top of a status: who is moved to a stage gets its status.',
        ),
        stageList(api, job, stages, announce),
      ),
      panel(
        'What interviewers rate',
        element(
          'p',
          { class: 'hint' },
          'Each interviewer rates every one of these, and the candidate in all.',
        ),
        attributeList(api, job, attributes, announce),
      ),
    ),
  };
}

function stageList(api, job, stages, announce) {
  return keptList(stages, {
    noun: 'stage',
    announce,
    load: () => api.stages(job.id),
    about: ({ status, candidates }) =>
      `${STATUSES[status]} · ${count(candidates, 'candidate')} in it now`,
    fields: (stage, id) => [
      field('Name', 'name', {
        id: `stage-${id}-name`,
        value: stage?.name,
        maxlength: 100,
        required: true,
      }),
      field('Status of who is in it', 'status', {
        id: `stage-${id}-status`,
        options: STAGE_STATUSES,
        value: stage?.status ?? 'interviewing',
        hint: 'It can be changed while nobody is in the stage.',
      }),
    ],
    refusals: {
      ...aboutField('name', 'stage_name_taken'),
      ...aboutField('status', 'stage_in_use'),
    },
    add: (entered) => api.addStage(job.id, entered),
    change: (stage, entered) => api.changeStage(job.id, stage.id, entered),
    remove: (stage) => api.removeStage(job.id, stage.id),
    order: (ids) => api.orderStages(job.id, ids),
    onRemoval: () => 'Whoever is in it keeps their status and is in no stage then.',
  });
}

function attributeList(api, job, attributes, announce) {
  return keptList(attributes, {
    noun: 'quality',
    announce,
    load: () => api.attributes(job.id),
    about: ({ description }) => description,
    fields: (attribute, id) => [
      field('Name', 'name', {
        id: `attribute-${id}-name`,
        value: attribute?.name,
        maxlength: 120,
        required: true,
        placeholder: 'Safety at work',
      }),
      field('What to look for', 'description', {
        id: `attribute-${id}-description`,
        control: 'textarea',
        rows: 2,
        value: attribute?.description ?? '',
        maxlength: 2000,
      }),
    ],
    refusals: aboutField('name', 'attribute_exists'),
    add: (entered) => api.addAttribute(job.id, attributeOf(entered)),
    change: (attribute, entered) => api.changeAttribute(job.id, attribute.id, attributeOf(entered)),
    remove: (attribute) => api.removeAttribute(job.id, attribute.id),
    order: async (ids) => {
      for (const [position, id] of ids.entries()) {
        await api.changeAttribute(job.id, id, { position });
      }
    },
    onRemoval: () => 'Scorecards keep what they say of it.',
  });
}

const attributeOf = ({ name, description }) => ({
  name,
  description: description.trim() === '' ? null : description,
});
