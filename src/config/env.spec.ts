import { parseEnv } from './env';
import { InvalidEnvironmentError } from './invalid-environment.error';

const problemsOf = (variables: NodeJS.ProcessEnv): readonly string[] => {
  try {
    parseEnv(variables);
    return [];
  } catch (error) {
    if (error instanceof InvalidEnvironmentError) {
      return error.problems;
    }
    throw error;
  }
};

const SERVER = {
  DATABASE_URL: 'postgres://shortlist@localhost/shortlist',
  REDIS_URL: 'redis://localhost:6379',
  SECRET_KEY: 'x'.repeat(32),
};

describe('parseEnv', () => {
  it('needs no variable at all: embedded mode with the defaults', () => {
    expect(parseEnv({})).toMatchObject({ embedded: true, PORT: 8000, DATA_DIR: 'data' });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(parseEnv({ PORT: '' }).PORT).toBe(8000);
  });

  it('is in server mode when both servers are named', () => {
    expect(parseEnv(SERVER).embedded).toBe(false);
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ AUTO_MATCH_THRESHOLD: '1.5' }, 'AUTO_MATCH_THRESHOLD'],
    [{ ...SERVER, REDIS_URL: '' }, 'DATABASE_URL and REDIS_URL'],
    [{ ...SERVER, SECRET_KEY: '' }, 'SECRET_KEY'],
    [{ SECRET_KEY: 'short' }, 'SECRET_KEY'],
    [{ OPERATOR_PASSWORD: 'open sesame' }, 'OPERATOR_PASSWORD'],
    [{ QUEUE_DOCUMENTS: 'attempts=0' }, 'QUEUE_DOCUMENTS: must have a whole number from 1 to 100'],
    [{ QUEUE_DOCUMENTS: 'attempts' }, 'QUEUE_DOCUMENTS'],
    [{ QUEUE_DOCUMENTS: 'tries=3' }, 'QUEUE_DOCUMENTS: must hold only priority'],
    [{ ...SERVER, WORKER_QUEUES: 'documents,letters' }, 'WORKER_QUEUES: must name only'],
    [{ WORKER_QUEUES: 'documents' }, 'WORKER_QUEUES'],
  ])('refuses %j by the name %s', (variables, name) => {
    expect(problemsOf(variables)).toEqual([expect.stringContaining(name)]);
  });

  it('changes the named parts of a queue and keeps the others', () => {
    const { QUEUE_DOCUMENTS } = parseEnv({ QUEUE_DOCUMENTS: 'attempts=5, delay=1' });
    expect(QUEUE_DOCUMENTS).toMatchObject({ priority: 7, attempts: 5, delay: 1, concurrency: 4 });
  });

  it('never repeats a value, which may be a secret', () => {
    const problems = problemsOf({ SECRET_KEY: 'hunter2', DATABASE_URL: 'hunter2' });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.join()).not.toContain('hunter2');
  });
});

describe('the language model’s settings', () => {
  it.each([
    [{ LLM_PROVIDER: 'openai' }, 'OPENAI_API_KEY'],
    [{ LLM_PROVIDER: 'openrouter', OPENROUTER_API_KEY: 'k' }, 'LLM_MODEL'],
    [{ LLM_PROVIDER: 'openrouter', LLM_MODEL: 'm' }, 'OPENROUTER_API_KEY'],
    [{ LLM_PROVIDER: 'custom', LLM_MODEL: 'm' }, 'LLM_BASE_URL'],
  ])('%j lack %s', (variables, name) => {
    expect(() => parseEnv(variables)).toThrow(name);
  });

  it('are complete with a provider alone for a server on this machine', () => {
    expect(parseEnv({}).LLM_PROVIDER).toBe('none');
    expect(parseEnv({ LLM_PROVIDER: 'ollama' }).OLLAMA_MODEL).toBe('llama3.2');
  });
});
