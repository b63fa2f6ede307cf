import { readdir, readFile } from 'node:fs/promises';

/** Of Linux, whatever the machine: USER_HZ. */
const TICKS_PER_SECOND = 100;
/** Places in `/proc/<pid>/stat` after the name in brackets, which may hold anything: state is the first. */
const USER_TICKS = 11;
const SYSTEM_TICKS = 12;

/** Resident memory of a process; null where the system does not tell, or when it has ended. */
export async function memoryMb(pid: number): Promise<number | null> {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(await read(`/proc/${pid}/status`))?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}

/** Processor time that a process has taken on all cores; null where the system does not tell. */
export async function cpuSeconds(pid: number): Promise<number | null> {
  const stat = await read(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[USER_TICKS]) + Number(fields[SYSTEM_TICKS]);
  return Number.isNaN(ticks) ? null : ticks / TICKS_PER_SECOND;
}

/** The processes that a process has started and that run; empty where the system does not tell. */
export async function childrenOf(pid: number): Promise<readonly number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    threads.map((thread) => read(`/proc/${pid}/task/${thread}/children`)),
  );
  return lists.flatMap((list) => list.split(' ').filter((one) => one !== '')).map(Number);
}

/** Empty when there is no such file: another system, or a process that has ended. */
function read(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
