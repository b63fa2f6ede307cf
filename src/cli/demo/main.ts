import { loadEnv } from '../../config';
import { runProcess } from '../../process';
import { startServer } from '../../server';
import { DEMO_COMPANY, DEMO_JOBS, renderDemoResumes } from './index';
import { DemoClient } from './client';
import { printRanking } from './print';

/**
 * `npm run demo`: starts the server, loads a company of invented people over HTTP like any client would,
 * prints the ranked candidates of each job with the reasons, and goes on serving.
 */
runProcess(async () => {
  const env = loadEnv({ LOG_LEVEL: 'warn' });
  const { url } = await startServer(env);
  const client = await DemoClient.logIn(url, DEMO_COMPANY);
  const jobIds = await client.ensureJobs(DEMO_JOBS);
  let uploaded = 0;
  for await (const resume of renderDemoResumes()) {
    await client.upload(resume, jobIds.get(resume.job) ?? null);
    uploaded += 1;
  }
  console.log(`\n${uploaded} resumes of invented people, ${jobIds.size} jobs.`);
  for (const job of DEMO_JOBS) {
    const jobId = jobIds.get(job.key);
    if (jobId !== undefined) {
      await client.rankPool(jobId);
      printRanking(job.title, await client.topCandidates(jobId, 5));
    }
  }
  const { email, password } = DEMO_COMPANY.recruiter;
  console.log(
    `\nThe server goes on at ${url} (console at ${url}/console, Swagger UI at ${url}/docs).`,
  );
  console.log(`Log in as ${email} with the password ${password}. Stop with Ctrl+C.`);
});
