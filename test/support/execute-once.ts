import { Client } from 'pg';

/** Runs one statement on a connection of its own, such as one that makes or drops a database. */
export async function executeOnce(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
