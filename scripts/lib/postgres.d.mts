/** The types of postgres.mjs, for the tests. */
export function startPostgres(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }>
