import { element, link } from '../elements.js';
import { EDUCATION_LEVELS, JOB_STATUSES } from '../format.js';
import { field, form } from '../forms.js';
import { go } from '../router.js';

/** A new job; what was read from its text is shown next. */
export async function newJobView({ api, announce }) {
  return {
    title: 'New job',
    content: page(
      'New job',
      '#/jobs',
      jobForm('Create the job', { status: 'open' }, 'Read from the text', async (fields) => {
        const job = await api.createJob(fields);
        announce(`“${job.title}” is created.`);
        go(`/jobs/${job.id}/text`);
      }),
    ),
  };
}

/** Changing a job; its candidates are scored again if that matters for them. */
export async function editJobView({ api, params, announce }) {
  const job = await api.job(params.jobId);
  return {
    title: `Change ${job.title}`,
    content: page(
      'Change the job',
      `#/jobs/${job.id}/text`,
      jobForm('Save', job, 'Not asked for', async (fields) => {
        await api.changeJob(job.id, fields);
        announce('Saved. Scores follow in a moment if the text or the skills changed.');
        go(`/jobs/${job.id}/text`);
      }),
    ),
  };
}

function page(title, back, content) {
  return element(
    'div',
    { class: 'narrow' },
    element('nav', { class: 'crumbs', 'aria-label': 'You are here' }, link(back, 'Back')),
    element('h1', {}, title),
    content,
  );
}

/** `unsaid` is what a requirement means that is left empty. */
function jobForm(submit, job, unsaid, save) {
  return form(
    { submit, class: 'panel stacked', act: (entered) => save(fieldsOf(entered)) },
    field('Title', 'title', { value: job.title, maxlength: 200, required: true }),
    element(
      'div',
      { class: 'side-by-side' },
      field('Location', 'location', { value: job.location ?? '' }),
      field('Department', 'department', { value: job.department ?? '' }),
    ),
    field('Description', 'description', {
      control: 'textarea',
      rows: 6,
      value: job.description,
      maxlength: 50000,
      hint: 'What the person will do.',
      required: true,
    }),
    field('Requirements', 'requirements', {
      control: 'textarea',
      rows: 5,
      value: job.requirements,
      maxlength: 50000,
      hint: 'In your own words, for example: Must have 3+ years of PostgreSQL. Docker is a plus.',
    }),
    field('Skills', 'skills_required', {
      value: givenSkills(job),
      hint: 'With commas between them. Without any, they are read from the text above.',
    }),
    element(
      'div',
      { class: 'side-by-side' },
      field('Least years', 'min_years_experience', {
        type: 'number',
        min: 0,
        step: 'any',
        inputmode: 'decimal',
        value: job.min_years_experience ?? '',
        placeholder: unsaid,
      }),
      field('Least education', 'education_level', {
        options: { '': unsaid, ...EDUCATION_LEVELS },
        value: job.education_level ?? '',
      }),
      field('Status', 'status', { options: JOB_STATUSES, value: job.status }),
    ),
  );
}

/** Skills that were read from the text are read again from the new one. */
function givenSkills({ skills = [] }) {
  return skills
    .filter(({ source }) => source === 'given')
    .map(({ name }) => name)
    .join(', ');
}

function fieldsOf(entered) {
  const { title, description, requirements, status } = entered;
  return {
    title,
    description,
    requirements,
    status,
    location: orNull(entered.location),
    department: orNull(entered.department),
    education_level: orNull(entered.education_level),
    skills_required: entered.skills_required
      .split(/[,\n]/)
      .map((skill) => skill.trim())
      .filter((skill) => skill !== ''),
    min_years_experience:
      entered.min_years_experience === '' ? null : Number(entered.min_years_experience),
  };
}

const orNull = (text) => (text.trim() === '' ? null : text);
