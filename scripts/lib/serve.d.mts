/** What serve.mjs answers, for the tests that call it. */
export function serve(folder: string, port: number): Promise<{ url: string; close: () => Promise<void> }>
