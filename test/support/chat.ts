import type { ApiAnswer, ApiClient } from './api-client';
import { expectStatus } from './app';

/** A resume of somebody invented, of whom a chat can tell something. */
export function chatResume(
  fields: { readonly name?: string; readonly extra?: readonly string[] } = {},
): Buffer {
  const name = fields.name ?? 'Mira Solano';
  const lines = [
    name,
    'Platform Engineer',
    `${name.toLowerCase().replace(/\W+/g, '.')}@example.com`,
    '',
    'EXPERIENCE',
    'Platform Engineer, Quayline Systems',
    '01/2015 - 12/2023',
    '- Moved 38 services to Kubernetes without a night of downtime',
    '- Cut the monthly cloud bill by 31 percent',
    ...(fields.extra ?? []),
    '',
    'EDUCATION',
    'BSc Computer Science, University of Bradford, 2011 - 2014',
    '',
    'LANGUAGES',
    'English (native), French (B2)',
    '',
    'SKILLS',
    'Kubernetes, Docker, Terraform',
  ];
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** The id of a new conversation. */
export async function beginChat(api: ApiClient, subject: object = {}): Promise<string> {
  return expectStatus(await api.post('/chat/conversations', subject), 201).body.id;
}

export async function ask(
  api: ApiClient,
  conversationId: string,
  question: string,
): Promise<ApiAnswer['body']> {
  const path = `/chat/conversations/${conversationId}/messages`;
  return expectStatus(await api.post(path, { question }), 201).body;
}
