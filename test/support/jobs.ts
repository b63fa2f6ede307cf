import { type ApiClient } from './api-client';
import { expectStatus } from './app';

/** A job that the sample person of `documents` fits well; the test states what matters to it. */
export function jobDraft(fields: object = {}): Record<string, unknown> {
  return {
    title: 'Warehouse Operations Manager',
    description: 'You run a distribution centre with its people, stock and safety.',
    requirements: 'Must have inventory management and SAP. Forklift is a plus.',
    skills_required: ['Inventory management', 'SAP', 'Kubernetes'],
    ...fields,
  };
}

/** The id of a new job. */
export async function createJob(api: ApiClient, fields: object = {}): Promise<string> {
  return expectStatus(await api.post('/jobs', jobDraft(fields)), 201).body.id;
}
