/**
 * Does one thing with everything in a queue, so many at once. The queue is emptied on the way, so that what was done
 * need not stay in memory. After a failure nothing further is begun; what is under way is awaited before it is thrown.
 */
export async function eachOf<T>(
  queue: T[],
  connections: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (let item = queue.pop(); item !== undefined && failures.length === 0; item = queue.pop()) {
      try {
        await work(item);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  if (failures.length > 0) throw failures[0];
}
